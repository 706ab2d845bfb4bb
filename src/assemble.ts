import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import FOCUSES from '../partnerships/focuses.json' with { type: 'json' };
import { createConversation } from './conversation/converse.ts';
import { createReception } from './conversation/reception.ts';
import { spotConcern } from './conversation/understand/concerns/spot-concern.ts';

import type { Listener, Reception } from './core/channel.ts';
import { createNeedToKnow, type NeedToKnow } from './core/disclosure.ts';
import type { Feature } from './core/feature.ts';
import { reviewGroupsOf } from './core/partnership.ts';
import type { Store } from './core/store.ts';
import { createReader } from './create-reader.ts';
import { brokerage } from './features/brokerage/index.ts';
import { categories } from './features/categories/index.ts';
import { general } from './features/general/index.ts';
import { guide } from './features/guide/index.ts';
import { people } from './features/people/index.ts';
import { support } from './features/support/index.ts';
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
}

/** Puts features, understanding and cards together over a store that holds a partnership. */
export async function assemble(parts: {
  readonly store: Store;
  readonly loaded: LoadedPartnership;
  readonly outbox: Pick<Outbox, 'nudge' | 'addressKnown'>;
  readonly onFault: (fault: unknown, turnId: string) => void;
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
  const given = { store, framework, partnership, directory, colleagues, needToKnow };
  const forSupport = { ...given, calendar: parts.loaded.calendar, focuses: FOCUSES, spotConcern };
  const features: readonly Feature[] = [
    people({ ...given, secrets: SECRETS }),
    categories(given),
    guide(given),
    support(forSupport),
    brokerage(forSupport),
    // Last: its answers are for whatever no other feature took.
    general(given),
  ];
  const renderer = createRenderer({ cardsDirectory: CARDS });
  const conversation = createConversation({
    store,
    features,
    understand: createReader(parts.loaded, register),
    render: renderer.render,
    outbox: parts.outbox,
    onFault: parts.onFault,
  });
  const reception = createReception({ store, features, render: renderer.render, onFault: parts.onFault });
  return { conversation, reception, features, renderer, register, needToKnow };
}

const SECRETS = {
  bytes: (count: number) => randomBytes(count),
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
};
