/** The card holds something this library does not translate. Never swallowed: a person on Slack would miss it. */
export class UnsupportedElementError extends Error {
  override readonly name = 'UnsupportedElementError';
  /** Where it stands in the card: `body[2].columns[0].items[1]`. */
  readonly path: string;
  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.path = path;
  }
}

/** The card holds something that fits in no Block Kit message or view, and that cannot be cut without loss. */
export class BlockKitLimitError extends Error {
  override readonly name = 'BlockKitLimitError';
  readonly path: string;
  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.path = path;
  }
}
