import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './log.ts';

/**
 * Bolt's own remarks, passed on at the level of a warning at most: what is a fault is logged by whoever meets it. Its
 * debug lines hold whole payloads and are never written. An error is told by its message, for what else it holds can
 * repeat what somebody wrote.
 */
export function boltLogger(log: Log): Logger {
  const warn = (...said: unknown[]) => log.warn({ from: 'bolt' }, said.map(inWords).join(' ').slice(0, 500));
  return {
    debug() {},
    info() {},
    warn,
    error: warn,
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

const inWords = (said: unknown) => (said instanceof Error ? said.message : typeof said === 'string' ? said : '');
