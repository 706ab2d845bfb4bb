import type { Temporal } from 'temporal-polyfill';
import type { ZodType } from 'zod';
import type { MakeFile } from './files.ts';
import type { SchoolId } from './ids.ts';
import type { Heard, IntentName, Topic } from './intent.ts';
import type { RunErrand, SaysNow, StillDue } from './outbox.ts';
import type { Identity, Person } from './people.ts';
import type { CardReply } from './reply.ts';
import type { JsonObject } from './store.ts';
import type { PlaceKind } from './turn.ts';

/** Who is asking, where and when. Every use case is handed one. */
export interface Asking {
  /** Absent: nobody has linked this identity, so they may only ask what anyone may. */
  readonly viewer?: Person;
  readonly identity: Identity;
  readonly place: PlaceKind;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** The turn's first id: what a write made by this turn derives its own id from, so a repeat writes nothing twice. */
  readonly turnId: string;
  readonly topic: Topic;
  /** The message that will hold the answer, when that is one sent before whose button was pressed. */
  readonly replaces?: string;
}

/** A command as text or a button names it, before its schema has seen it. */
export interface Call {
  readonly verb: string;
  readonly data: JsonObject;
}

/** A button's worth of choice, remembered so that "the second one" works too. */
export interface Option extends Call {
  readonly label: string;
}

/** Who was shown what about which school, or told no. Kept in the audit trail. */
export interface Disclosure {
  readonly school?: SchoolId;
  readonly outcome: 'disclosed' | 'refused';
  readonly what: string;
}

export interface Reply extends CardReply {
  /** `restricted` goes to the person alone, wherever they asked. */
  readonly sensitivity: 'open' | 'restricted';
  readonly disclosures?: readonly Disclosure[];
  /** What a follow-up may lean on. */
  readonly topic?: Topic;
  readonly options?: readonly Option[];
  /** True when a commit queued notices: the outbox is told to look at once. */
  readonly queued?: boolean;
}

export interface Command {
  /** "categories.show". The same from a phrase as from a button. */
  readonly verb: string;
  /** What this command does, and whether it changes anything. Writes are always confirmed on a card first. */
  readonly kind: 'read' | 'write';
  /** Parses the untrusted data of a card, or what a phrase was turned into. */
  readonly schema: ZodType;
  /** Throws `Refusal` for a kind no. */
  run(data: never, asking: Asking): Promise<Reply>;
}

export interface Feature {
  readonly key: string;
  readonly commands: readonly Command[];
  /** What each intent means here. May throw `Refusal`. */
  readonly hears: Partial<Record<IntentName, (heard: Heard, asking: Asking) => Call>>;
  /** Messages of an exact form that need no guessing, such as a one-time code. Asked before understanding. */
  readonly recognises?: (text: string, asking: Asking) => Call | undefined;
  /** What a person should see of this without asking, on a page of their own. A call that is refused is left out. */
  readonly home?: (asking: Asking) => readonly Call[];
  /** Questions worth asking first, in words that work. */
  readonly starters?: (asking: Asking) => readonly string[];
  readonly stillDue?: StillDue;
  /** What cards it sent before say by now, whenever an errand of its finds that something changed. */
  readonly saysNow?: SaysNow;
  readonly errand?: RunErrand;
  /** Files that can be taken away, by name: "overview.requests". */
  readonly files?: Readonly<Record<string, MakeFile>>;
}

/** Ties a schema to its use case, so that `run` sees only what the schema let through. */
export function command<T>(spec: {
  readonly verb: string;
  readonly kind: 'read' | 'write';
  readonly schema: ZodType<T>;
  readonly run: (data: T, asking: Asking) => Promise<Reply>;
}): Command {
  return { ...spec, run: spec.run as Command['run'] };
}
