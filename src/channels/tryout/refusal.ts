/** A no over HTTP: the sentence is shown on the page, the code is for checks. */
export class TryoutRefusal extends Error {
  override readonly name = 'TryoutRefusal';
  readonly status: number;
  readonly code: string;
  readonly sentence: string;
  constructor(status: number, code: string, sentence: string) {
    super(`${code}: ${sentence}`);
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }
}
