import type { Asking, Call, Command, Disclosure, Feature, Reply } from '../core/feature.ts';
import { SchoolId } from '../core/ids.ts';
import type { IntentName } from '../core/intent.ts';
import { Refusal } from '../core/refusal.ts';
import type { InputProblem } from '../core/reply.ts';
import { faultReply, refusalReply } from './refusals.ts';

export interface Outcome {
  readonly verb: string;
  readonly reply: Reply;
  readonly disclosures: readonly Disclosure[];
  /** Why a form was refused, by input. */
  readonly problems?: readonly InputProblem[];
  readonly refused?: true;
}

/** A call, or the refusal that working one out already ended in. */
export type Wanted = (Call | { readonly refusal: Refusal; readonly verb: string }) & {
  /** What was understood, for "and Hollin Lane?" to carry on with. Absent for buttons. */
  readonly intent?: IntentName;
  /** One of the choices last shown: the others stay open to "the second one". */
  readonly chosen?: true;
};

export interface Dispatch {
  /** Runs a command by its verb: the one place where a schema meets untrusted data and a `Refusal` becomes a reply. */
  (wanted: Wanted, asking: Asking): Promise<Outcome>;
  /** Whether this may change anything, so that it must never be run twice. */
  changes(wanted: Wanted): boolean;
}

export function dispatcher(features: readonly Feature[], onFault: (fault: unknown, turnId: string) => void): Dispatch {
  const commands = new Map<string, Command>(
    features.flatMap((feature) => feature.commands.map((command) => [command.verb, command] as const)),
  );

  async function dispatch(wanted: Wanted, asking: Asking): Promise<Outcome> {
    if ('refusal' in wanted) return refused(wanted.verb, wanted.refusal);
    const command = commands.get(wanted.verb);
    const parsed = command?.schema.safeParse(wanted.data);
    if (!command || !parsed?.success) {
      return refused(
        wanted.verb,
        new Refusal(
          'out_of_date',
          'That button is from an older message, or was changed on its way to me. Please ask me again and I’ll bring a fresh one.',
          parsed?.error?.issues.flatMap(({ path: [input] }) => (typeof input === 'string' ? [{ input }] : [])),
        ),
      );
    }
    try {
      const reply = await command.run(parsed.data as never, asking);
      return { verb: wanted.verb, reply, disclosures: reply.disclosures ?? [] };
    } catch (error) {
      if (error instanceof Refusal) {
        return refused(wanted.verb, error, { asked: wanted.data.school, sentence: error.sentence });
      }
      onFault(error, asking.turnId);
      return { verb: wanted.verb, reply: faultReply(), disclosures: [] };
    }
  }

  return Object.assign(dispatch, {
    changes: (wanted: Wanted) => commands.get(wanted.verb)?.kind === 'write',
  });
}

/**
 * `asked` is the school somebody was told no about, as the call named it: kept in the audit trail, and never in the reply.
 * `sentence` is what to say of an input the refusal itself is about.
 */
function refused(
  verb: string,
  refusal: Refusal,
  about: { readonly asked?: unknown; readonly sentence?: string } = {},
): Outcome {
  const { asked, sentence } = about;
  const school = SchoolId.safeParse(asked);
  const problems = refusal.problems.map((problem) => (sentence === undefined ? problem : { sentence, ...problem }));
  return {
    verb,
    reply: refusalReply(refusal),
    disclosures: [
      {
        outcome: 'refused',
        what: `${verb.slice(0, 100)}: ${refusal.code}`,
        ...(school.success ? { school: school.data } : {}),
      },
    ],
    refused: true,
    ...(problems.length > 0 ? { problems } : {}),
  };
}
