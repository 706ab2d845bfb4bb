import type { Misfit } from '../core/misfits.ts';

/** A configuration file that cannot be used. The message names the file, every field that is wrong and what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly file: string;
  readonly misfits: readonly Misfit[];
  constructor(file: string, misfits: readonly Misfit[]) {
    super(inWords(file, misfits));
    this.file = file;
    this.misfits = misfits;
  }
}

const MOST_SHOWN = 10;

function inWords(file: string, misfits: readonly Misfit[]): string {
  const lines = misfits
    .slice(0, MOST_SHOWN)
    .map(({ path, problem, remedy }) => `  ${path === '' ? '' : `${path}: `}${problem}. ${remedy}`);
  const more = misfits.length > MOST_SHOWN ? [`  and ${misfits.length - MOST_SHOWN} more.`] : [];
  return [`${file} cannot be used:`, ...lines, ...more].join('\n');
}
