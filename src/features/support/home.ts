import type { Asking, Call } from '../../core/feature.ts';

/**
 * A person's own page: what waits for them, what they have or their school has asked for, and what it offers. Lists with
 * nothing in them, and what is not theirs, leave themselves out.
 */
export function supportHome({ viewer }: Asking): readonly Call[] {
  if (!viewer) return [];
  const list = (which: string): Call => ({ verb: 'support.list', data: { which, home: true } });
  return [list('waiting'), list('owned'), list('ours'), { verb: 'support.offers', data: { home: true } }];
}
