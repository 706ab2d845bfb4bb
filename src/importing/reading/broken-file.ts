/** A file that cannot be used at all. Nothing is written when one of the files given is broken. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  /** For the officer: which file, what is the matter, what to do. */
  readonly sentence: string;
  constructor(file: string, matter: string) {
    super(`${file}: ${matter}`);
    this.sentence = `${file}: ${matter}`;
  }
}
