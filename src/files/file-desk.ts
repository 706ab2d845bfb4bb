import type { Temporal } from 'temporal-polyfill';
import type { FileLinks, MadeFile, MakeFile } from '../core/files.ts';
import type { PersonId } from '../core/ids.ts';
import { readPerson } from '../core/read-person.ts';
import { Refusal } from '../core/refusal.ts';
import type { JsonObject, Ref, Store } from '../core/store.ts';
import { FileLink, LINK_GOOD_FOR_SECONDS, linkAddress, newToken, type Secrets } from './file-link.ts';

export interface FileDesk {
  readonly links: FileLinks;
  /** Whether a link still works, without making anything. */
  isKnown(token: string): Promise<boolean>;
  /**
   * Makes the file of a link for its person as they are recorded now, and writes down that they had it. `undefined` for a link
   * that is unknown or over, a person who is gone, and a file that is no longer theirs: nobody can tell these apart.
   */
  fetch(token: string, now: Temporal.Instant): Promise<MadeFile | undefined>;
}

export interface FileDeskParts {
  readonly store: Store;
  readonly secrets: Secrets;
  /** Where people reach the bot in a browser: "https://bot.example.gov.uk". `undefined` where nobody has set it. */
  readonly publicUrl: () => string | undefined;
  readonly makerOf: (file: string) => MakeFile | undefined;
}

/** Hands out links to files, and makes the file when one is opened. A link may be opened again while it works. */
export function createFileDesk(parts: FileDeskParts): FileDesk {
  const { store, secrets } = parts;

  async function readLink(token: string): Promise<FileLink | undefined> {
    const ref = linkAddress(secrets, token);
    const found = ref && (await store.get(ref));
    return found && FileLink.parse(found.body);
  }

  async function make(link: FileLink, now: Temporal.Instant): Promise<MadeFile | undefined> {
    const maker = parts.makerOf(link.file);
    const person = await readPerson(store, link.person);
    if (!maker || !person) return undefined;
    try {
      return await maker(link.data, person, now);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** No file leaves without its line in the audit trail. */
  async function writeDown(link: FileLink, at: Temporal.Instant, outcome: 'disclosed' | 'refused'): Promise<void> {
    const ref: Ref = { partition: `person:${link.person}`, id: `audit/file/${at}/${newToken(secrets)}` };
    const body = { v: 1, at: at.toString(), viewer: link.person, identity: null, place: 'personal' } as const;
    const what = `file ${link.file}`;
    await store.commit([
      {
        kind: 'put',
        ref,
        type: 'audit',
        body: { ...body, verb: 'files.fetch', what, outcome, school: null },
        guard: 'must-not-exist',
      },
    ]);
  }

  return {
    links: { linkTo: (wanted) => linkTo(parts, wanted) },
    isKnown: async (token) => (await readLink(token)) !== undefined,
    async fetch(token, now) {
      const link = await readLink(token);
      if (!link) return undefined;
      const file = await make(link, now);
      await writeDown(link, now, file ? 'disclosed' : 'refused');
      return file;
    },
  };
}

async function linkTo(
  parts: FileDeskParts,
  wanted: { readonly file: string; readonly data: JsonObject; readonly viewer: PersonId },
): Promise<string> {
  if (!parts.makerOf(wanted.file)) throw new RangeError(`No feature makes a file called "${wanted.file}"`);
  const base = parts.publicUrl();
  if (base === undefined) throw new Refusal('not_set_up', NO_ADDRESS);
  const token = newToken(parts.secrets);
  const ref = linkAddress(parts.secrets, token);
  if (!ref) throw new Error('A token that is no token was made');
  await parts.store.commit([
    {
      kind: 'put',
      ref,
      type: 'file-link',
      body: FileLink.parse({ v: 1, file: wanted.file, data: wanted.data, person: wanted.viewer }),
      guard: 'must-not-exist',
      ttlSeconds: LINK_GOOD_FOR_SECONDS,
    },
  ]);
  return `${base.replace(/\/+$/, '')}/files/${token}`;
}

const NO_ADDRESS =
  'I can’t make a file just now, because I have not been told my own address on the web. Please ask the partnership office ' +
  'to set PUBLIC_URL; then ask me again.';
