import type { Container, OperationInput, OperationResponse } from '@azure/cosmos';
import type { Etag } from '../../core/store.ts';
import { markExpiry, superseded } from './etag.ts';
import type { Failure } from './failure.ts';
import { classify } from './failure.ts';
import type { Operation } from './operations.ts';

/** What Cosmos made of a batch. */
export type Answer =
  /** In the order of the operations; null for a delete. */
  | { readonly outcome: 'written'; readonly etags: readonly (Etag | null)[] }
  /** Nothing was written, because of the operation at `position`: 404 it was gone, 409 it was there, 412 it had changed. */
  | { readonly outcome: 'turned-down'; readonly position: number; readonly status: number }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly cause: unknown };

/** Sends all operations as one transactional batch. Never throws for what Cosmos or the network did. */
export async function sendBatch(
  container: Container,
  partition: string,
  operations: readonly Operation[],
): Promise<Answer> {
  try {
    // The SDK's input type leaves out a delete's `ifMatch`, and knows no read-only JSON; it sends both as they are.
    const sent = operations.map((operation) => ({ ...operation })) as unknown as OperationInput[];
    const { code, result } = await container.items.batch(sent, partition);
    return readAnswer(operations, code, result ?? []);
  } catch (cause) {
    return { outcome: 'failed', failure: classify(cause), cause };
  }
}

/** A batch that failed does not throw: the operation to blame has its own status, all others 424. */
function readAnswer(operations: readonly Operation[], code: number | undefined, results: OperationResponse[]): Answer {
  const failedDependency = 424;
  const position = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== failedDependency);
  const status = results[position]?.statusCode;
  if (status === 404 || status === 409 || status === 412) return { outcome: 'turned-down', position, status };
  if (status !== undefined) return failedWith(status);
  if (code !== 200 || results.length !== operations.length) return failedWith(code);
  return { outcome: 'written', etags: operations.map((operation, index) => etagOf(operation, results[index])) };
}

function etagOf(operation: Operation, result: OperationResponse | undefined): Etag | null {
  if (operation.operationType === 'Delete') return null;
  return markExpiry(result?.eTag ?? superseded, operation.resourceBody.expiresAt);
}

function failedWith(status: number | undefined): Answer {
  const cause = Object.assign(new Error(`The batch was answered with ${status}.`), { code: status ?? 'no status' });
  // The SDK waits out a 429 of a whole request, but does not look at one inside a batch.
  const tooManyRequests = 429;
  return { outcome: 'failed', failure: status === tooManyRequests ? 'too-busy' : classify(cause), cause };
}
