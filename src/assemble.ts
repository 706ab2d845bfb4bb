import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import FOCUSES from '../partnerships/focuses.json' with { type: 'json' };
import { createConversation } from './conversation/converse.ts';
import { createReception } from './conversation/reception.ts';
import { chooserAsker } from './conversation/understand/ask-chooser.ts';
import type { Chooser } from './conversation/understand/chooser.ts';
import { spotConcern } from './conversation/understand/concerns/spot-concern.ts';

import type { Listener, Reception } from './core/channel.ts';
import { createNeedToKnow, type NeedToKnow } from './core/disclosure.ts';
import type { Feature } from './core/feature.ts';
import { reviewGroupsOf } from './core/partnership.ts';
import type { Store } from './core/store.ts';
import { createReader } from './create-reader.ts';
import { audit } from './features/audit/index.ts';
import { brokerage } from './features/brokerage/index.ts';
import { categories } from './features/categories/index.ts';
import { deployments } from './features/deployments/index.ts';
import { general, later } from './features/general/index.ts';
import { guide } from './features/guide/index.ts';
import { overview } from './features/overview/index.ts';
import { people } from './features/people/index.ts';
import { keeperForReview, type LivePhrases, openPhrases, phrases } from './features/phrases/index.ts';
import { support } from './features/support/index.ts';
import { createFileDesk, type FileDesk, writeCalendar, writeCsv, writeXlsx } from './files/index.ts';
import type { Outbox } from './outbox/create-outbox.ts';
import type { LoadedPartnership } from './partnership/load.ts';
import { type LiveRegister, openRegister } from './register/live-register.ts';
import { createRenderer, type Renderer } from './rendering/templates.ts';

const CARDS = fileURLToPath(new URL('../cards', import.meta.url));

/** The bot without its doors: everything between a turn and its answer. */
export interface Assembled {
  readonly conversation: Listener;
  readonly reception: Reception;
  readonly features: readonly Feature[];
  readonly renderer: Renderer;
  readonly register: LiveRegister;
  readonly needToKnow: NeedToKnow;
  readonly fileDesk: FileDesk;
  readonly livePhrases: LivePhrases;
}

/** Puts features, understanding and cards together over a store that holds a partnership. */
export async function assemble(parts: {
  readonly store: Store;
  readonly loaded: LoadedPartnership;
  readonly outbox: Pick<Outbox, 'nudge' | 'addressKnown'>;
  readonly onFault: (fault: unknown, turnId: string) => void;
  /** Where people reach the bot in a browser; `undefined` where that is not set. Asked when a link is made. */
  readonly publicUrl?: () => string | undefined;
  /** A language model of the authority's own. Nothing here makes one: this is where it would be handed in. */
  readonly chooser?: Chooser;
}): Promise<Assembled> {
  const { store } = parts;
  const { partnership, framework } = parts.loaded;
  const register = await openRegister(store);
  const { directory, colleagues } = register;
  const needToKnow = createNeedToKnow({
    policy: framework.disclosure,
    overseenBy: (school) => reviewGroupsOf(partnership, school).map((group) => group.key),
    phaseOf: (school) => directory.get(school)?.phase,
    proposers: framework.assignment.proposers,
    ratifiers: framework.assignment.ratifiers,
  });
  const livePhrases = await openPhrases(store);
  const { understand, phraseReader, readDates } = createReader(parts.loaded, register, livePhrases.current);
  const fileDesk = createFileDesk({
    store,
    secrets: SECRETS,
    publicUrl: () => parts.publicUrl?.(),
    makerOf: (file) => features.find((feature) => feature.files?.[file])?.files?.[file],
  });
  const given = { store, framework, partnership, directory, colleagues, needToKnow, files: fileDesk.links };
  const forSupport = { ...given, calendar: parts.loaded.calendar, focuses: FOCUSES, spotConcern, readDates };
  const tellLater = later(given);
  const features: readonly Feature[] = [
    people({ ...given, secrets: SECRETS }),
    phrases({
      ...given,
      phraseReader,
      live: livePhrases,
      spotConcern,
      isRecognised: (text, asking) => features.some(({ recognises }) => recognises?.(text, asking) !== undefined),
    }),
    categories({ ...given, calendar: parts.loaded.calendar }),
    audit(given),
    guide(given),
    // Before support: what both would recognise is the overview for those who have one.
    overview({ ...forSupport, sheets: { xlsx: writeXlsx, csv: writeCsv } }),
    support(forSupport),
    brokerage(forSupport),
    deployments({ ...forSupport, writeCalendar }, (intent, asking) => tellLater({ intent }, asking)),
    // Last: its answers are for whatever no other feature took.
    general(given),
  ];
  const renderer = createRenderer({ cardsDirectory: CARDS });
  const askChooser = parts.chooser && chooserAsker({ chooser: parts.chooser, mask: phraseReader.forReview });
  const onNotAnswered = keeperForReview({ store, partnership, phraseReader });
  const conversation = createConversation({
    store,
    features,
    understand,
    render: renderer.render,
    outbox: parts.outbox,
    onFault: parts.onFault,
    ...(askChooser ? { askChooser } : {}),
    ...(onNotAnswered ? { onNotAnswered } : {}),
  });
  const reception = createReception({ store, features, render: renderer.render, onFault: parts.onFault });
  return { conversation, reception, features, renderer, register, needToKnow, fileDesk, livePhrases };
}

const SECRETS = {
  bytes: (count: number) => randomBytes(count),
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
};
