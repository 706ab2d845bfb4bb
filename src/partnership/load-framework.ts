import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Framework, NationalVocabulary } from '../core/framework.ts';
import { checkFramework, checkNational } from '../core/framework-checks.ts';
import { joinNational } from '../core/join-national.ts';
import type { Misfit } from '../core/misfits.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readJson, shortPath } from './read-json.ts';

/**
 * One framework with its national vocabulary, from the first of the folders that holds `<id>.json`. `root` is the folder
 * of partnerships, whose `national/` is always the place of national vocabularies. Throws `ConfigurationError`.
 */
export function loadFramework(choice: {
  readonly id: string;
  readonly root: string;
  /** Folders to look in; `<root>/frameworks` unless told. */
  readonly folders?: readonly string[];
  /** The file that names the framework, for the message when there is none. */
  readonly namedBy?: string;
}): Framework {
  const folders = choice.folders ?? [join(choice.root, 'frameworks')];
  const path = folders.map((folder) => join(folder, `${choice.id}.json`)).find((candidate) => existsSync(candidate));
  if (path === undefined) throw noSuchFramework(choice.id, folders, choice.namedBy);
  const framework = readJson(path, Framework);
  const national = loadNational(framework, path, choice.root);
  refuse(path, [...checkId(framework, choice.id), ...checkFramework(framework, national)]);
  return joinNational(framework, national);
}

function loadNational(framework: Framework, frameworkPath: string, root: string): NationalVocabulary {
  const folder = join(root, 'national');
  const path = join(folder, `${framework.national}.json`);
  if (!existsSync(path)) {
    refuse(frameworkPath, [
      {
        path: 'national',
        problem: `there is no national vocabulary "${framework.national}"`,
        remedy: `Use one of: ${jsonNames(folder).join(', ')}.`,
      },
    ]);
  }
  const national = readJson(path, NationalVocabulary);
  refuse(path, checkNational(national));
  return national;
}

function checkId(framework: Framework, id: string): readonly Misfit[] {
  return framework.id === id
    ? []
    : [
        {
          path: 'id',
          problem: `"${framework.id}" differs from the name of the file, ${id}.json`,
          remedy: 'Make them the same: records keep the id for ever.',
        },
      ];
}

function noSuchFramework(id: string, folders: readonly string[], namedBy: string | undefined): ConfigurationError {
  const names = [...new Set(folders.flatMap(jsonNames))].sort();
  return new ConfigurationError(namedBy ?? folders.map(shortPath).join(', '), [
    { path: 'framework', problem: `there is no framework "${id}"`, remedy: `Use one of: ${names.join(', ')}.` },
  ]);
}

function jsonNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

export function refuse(path: string, misfits: readonly Misfit[]): void {
  if (misfits.length > 0) throw new ConfigurationError(shortPath(path), misfits);
}
