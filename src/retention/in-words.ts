import type { RetentionClass } from '../core/retention.ts';
import { listed } from '../core/wording.ts';
import type { Swept } from './sweep.ts';

const CLASS: Record<RetentionClass, string> = {
  register: 'of the register',
  account: 'of people’s accounts',
  school_record: 'school records',
  audit: 'of the audit trail',
  message: 'messages',
  setting: 'settings',
  passing: 'passing notes',
};

/** One line of the log, fit for an officer: counts, and nothing of what they were. */
export function sweptInWords({ removed, inUse, leftAlone, complete }: Swept): string {
  const total = [...removed.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...removed].map(([name, count]) => `${count} ${CLASS[name]}`);
  return [
    total === 0
      ? 'Retention: nothing had reached the end of its time.'
      : `Retention: ${total} ${total === 1 ? 'record' : 'records'} had been kept as long as decided and ${total === 1 ? 'is' : 'are'} gone (${listed(parts)}).`,
    ...(inUse > 0
      ? [`${inUse} past ${inUse === 1 ? 'its' : 'their'} time ${inUse === 1 ? 'is' : 'are'} still in use and kept.`]
      : []),
    ...(leftAlone > 0 ? [`${leftAlone} changed meanwhile and left for another day.`] : []),
    ...(complete ? [] : ['There is more to look through; it goes on shortly.']),
  ].join(' ');
}
