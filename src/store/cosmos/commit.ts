import { randomUUID } from 'node:crypto';
import type { CommitResult, Write } from '../../core/store.ts';
import { StoreUnavailableError } from '../../core/store.ts';
import type { ReadDocument } from './document.ts';
import { hasExpired } from './document.ts';
import { asUnavailable } from './failure.ts';
import type { Step } from './operations.ts';
import { isHopeless, takingThePlaceOf, toStep } from './operations.ts';
import { findOwnCommit } from './own-commit.ts';
import { waits } from './patience.ts';
import { readDocument } from './read.ts';
import { sendBatch } from './send-batch.ts';
import type { Surroundings } from './surroundings.ts';

/** Rounds beyond one for each write: only a partition that changes under our feet again and again needs them. */
const spareRounds = 8;

/**
 * Writes all or nothing as one transactional batch.
 *
 * When an answer is lost the commit may or may not have happened. Every document carries the mark of the commit that wrote
 * it, so we look; and a batch that some guard protects may be sent again, because if it did land the first time that guard
 * no longer holds. What then looks like a conflict is told from our own write by the mark. Still in doubt, it says so.
 */
export async function commitBatch(around: Surroundings, writes: readonly Write[]): Promise<CommitResult> {
  const hopeless = writes.findIndex((write) => isHopeless(write, around.now()));
  if (hopeless >= 0) return { outcome: 'conflict', index: hopeless };

  const commit = randomUUID();
  const partition = writes[0]?.ref.partition ?? '';
  const guarded = writes.some((write) => write.kind === 'put' && write.guard !== 'any');
  let steps: readonly Step[] = writes.map((write, index) => toStep(write, index, commit, around.now()));
  let doubtful = false;
  let resends = 0;

  for (let round = 0; round < writes.length + spareRounds; round++) {
    if (steps.length === 0) return { outcome: 'committed', etags: writes.map(() => null) };
    const sent = steps.map((step) => step.operation);
    const answer = await sendBatch(around.container, partition, sent);

    if (answer.outcome === 'written') {
      const etags = new Map(steps.map((step, position) => [step.index, answer.etags[position] ?? null]));
      return { outcome: 'committed', etags: writes.map((_, index) => etags.get(index) ?? null) };
    }

    if (answer.outcome === 'turned-down') {
      const blamed = steps[answer.position];
      if (blamed === undefined) throw new Error('unreachable: the answer names an operation we did not send');
      const next = await afterTurningDown(around, writes, steps, blamed, answer.status, commit, doubtful);
      if (next.outcome !== 'again') return next;
      steps = next.steps;
      continue;
    }

    const { failure } = answer;
    if (failure === 'lost') {
      doubtful = true;
      const own = await findOwnCommit(around, writes, commit);
      if (own !== undefined) return own;
    }
    const wait = waits[resends++];
    const mayResend = failure === 'too-busy' ? !doubtful || guarded : failure === 'lost' && guarded;
    if (!mayResend || wait === undefined) throw asUnavailable(answer.cause, doubtful);
    await around.pause(wait);
  }
  throw new StoreUnavailableError('The documents kept changing while they were being written.', {
    mayHaveCommitted: doubtful,
  });
}

type Next = CommitResult | { readonly outcome: 'again'; readonly steps: readonly Step[] };

/** Finds out whether a guard that did not hold is a conflict, our own write, or something already forgotten. */
async function afterTurningDown(
  around: Surroundings,
  writes: readonly Write[],
  steps: readonly Step[],
  blamed: Step,
  status: number,
  commit: string,
  doubtful: boolean,
): Promise<Next> {
  const { write, index } = blamed;
  if (write.kind === 'delete' && write.guard === 'any' && status === 404) {
    return { outcome: 'again', steps: steps.filter((step) => step !== blamed) };
  }
  if (doubtful) {
    const own = await findOwnCommit(around, writes, commit);
    if (own !== undefined) return own;
    throw new StoreUnavailableError(
      'The database did not say whether it wrote, and the documents have changed since.',
      {
        mayHaveCommitted: true,
      },
    );
  }
  if (write.kind === 'delete') return { outcome: 'conflict', index };

  const there = await readDocument(around.container, write.ref, around.pause);
  // A client with retries of its own may have sent the batch twice and told us only of the second time.
  if (there?.commit === commit) return (await findOwnCommit(around, writes, commit)) ?? { outcome: 'conflict', index };
  if (write.guard !== 'must-not-exist') return { outcome: 'conflict', index };
  const replacement = makingRoom(around, blamed, there, commit);
  if (replacement === undefined) return { outcome: 'conflict', index };
  return { outcome: 'again', steps: steps.map((step) => (step === blamed ? replacement : step)) };
}

/** The same write again, when what stood in its way is gone, or forgotten by our clock; undefined when it still stands. */
function makingRoom(
  around: Surroundings,
  step: Step,
  there: ReadDocument | undefined,
  commit: string,
): Step | undefined {
  if (there === undefined) return toStep(step.write, step.index, commit, around.now());
  return hasExpired(there, around.now()) ? takingThePlaceOf(step, there._etag) : undefined;
}
