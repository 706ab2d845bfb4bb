import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { BankHolidays } from '../core/bank-holidays.ts';
import type { Calendar } from '../core/calendar.ts';
import type { Framework } from '../core/framework.ts';
import { Partnership } from '../core/partnership.ts';
import { calendarOf } from '../core/partnership-calendar.ts';
import { checkPartnership } from '../core/partnership-checks.ts';
import { applyOverrides } from '../core/partnership-overrides.ts';
import { ConfigurationError } from './configuration-error.ts';
import { loadFramework, refuse } from './load-framework.ts';
import { readJson, shortPath } from './read-json.ts';

/** Everything an authority has configured, checked and joined. */
export interface LoadedPartnership {
  readonly partnership: Partnership;
  /** With the national vocabulary and the authority's own rulings in it. */
  readonly framework: Framework;
  readonly calendar: Calendar;
  /** Where it was read from; the demonstration keeps its people there too. */
  readonly directory: string;
}

/**
 * Loads a partnership and all it needs. `name` is a folder of `root`, or a path to a folder elsewhere, which may bring its
 * own `frameworks/` and `bank-holidays.json`. Throws `ConfigurationError`, whose message is fit to print and stop with.
 */
export function loadPartnership(choice: { readonly name: string; readonly root: string }): LoadedPartnership {
  const directory = directoryOf(choice.name, choice.root);
  const path = join(directory, 'partnership.json');
  const partnership = readJson(path, Partnership);
  const framework = loadFramework({
    id: partnership.framework,
    root: choice.root,
    folders: [join(directory, 'frameworks'), join(choice.root, 'frameworks')],
    namedBy: shortPath(path),
  });
  refuse(path, checkPartnership(partnership, framework));
  return {
    partnership,
    framework: applyOverrides(framework, partnership.overrides),
    calendar: calendarOf(partnership, readJson(holidayFile(directory, choice.root), BankHolidays)),
    directory,
  };
}

function directoryOf(name: string, root: string): string {
  const isPath = isAbsolute(name) || /[\\/]/.test(name) || name.startsWith('.');
  const directory = isPath ? resolve(name) : join(root, name);
  if (existsSync(join(directory, 'partnership.json'))) return directory;
  throw new ConfigurationError(shortPath(directory), [
    {
      path: '',
      problem: 'there is no partnership.json here',
      remedy: `Set PARTNERSHIP to the path of a folder that has one, or to one of: ${partnershipNames(root).join(', ')}.`,
    },
  ]);
}

/** The partnerships that come with the bot or were put beside them. */
export function partnershipNames(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'partnership.json')))
    .sort();
}

function holidayFile(directory: string, root: string): string {
  const own = join(directory, 'bank-holidays.json');
  return existsSync(own) ? own : join(root, 'bank-holidays.json');
}
