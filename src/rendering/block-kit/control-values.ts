import { isRecord } from './card-node.ts';
import { BlockKitLimitError } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What a button carries, so that a press says all there is to know. */
export type ControlValue =
  | { readonly verb?: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly page: number; readonly ref?: unknown }
  | { readonly form: number; readonly ref?: unknown };

export const INPUT_BLOCK = 'input:';

export function writeValue(value: ControlValue, path: string): string {
  const json = JSON.stringify(value);
  if (json.length > LIMITS.buttonValue) {
    throw new BlockKitLimitError(
      path,
      `${json.length} characters of data in a button that holds ${LIMITS.buttonValue}`,
    );
  }
  return json;
}

/** What was pressed. */
export type Press =
  | { readonly kind: 'action'; readonly verb?: string; readonly data: Readonly<Record<string, unknown>> }
  /** The reader asks for another page of the card that `ref` names. */
  | { readonly kind: 'page'; readonly page: number; readonly ref?: unknown }
  /** The reader wants to fill in a form of the card that `ref` names: its place in `formsIn`. */
  | { readonly kind: 'form'; readonly form: number; readonly ref?: unknown }
  /** A link was followed: Slack wants an acknowledgement and nothing else. */
  | { readonly kind: 'link' };

/** Reads one element of a `block_actions` payload. `undefined` for a control this library did not make. Untrusted, as all payloads. */
export function readPress(action: { action_id?: string; value?: string }): Press | undefined {
  const kind = /^(act|url|page|form):\d+$/.exec(action.action_id ?? '')?.[1];
  if (kind === undefined) return undefined;
  if (kind === 'url') return { kind: 'link' };
  const value = parse(action.value);
  if (value === undefined) return undefined;
  const ref = value.ref === undefined ? {} : { ref: value.ref };
  if (kind === 'page') return typeof value.page === 'number' ? { kind: 'page', page: value.page, ...ref } : undefined;
  if (kind === 'form') return typeof value.form === 'number' ? { kind: 'form', form: value.form, ...ref } : undefined;
  return { kind: 'action', ...verbAndData(value) };
}

/** An `Action.Submit` has no verb of its own; by our convention, as by many, its data may name one. */
export function verbAndData(value: Readonly<Record<string, unknown>>): {
  verb?: string;
  data: Readonly<Record<string, unknown>>;
} {
  const { verb: named, ...rest } = isRecord(value.data) ? value.data : {};
  if (typeof value.verb === 'string') return { verb: value.verb, data: isRecord(value.data) ? value.data : {} };
  if (typeof named === 'string') return { verb: named, data: rest };
  return { data: isRecord(value.data) ? value.data : {} };
}

export function parse(json: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
