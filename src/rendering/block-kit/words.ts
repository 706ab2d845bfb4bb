/** The few words that are Slack's part of the card and not the card's own. */
export interface Words {
  /** On the button that opens a form. */
  readonly openForm: string;
  /** Under a card that goes on. */
  readonly part: (page: number, pages: number) => string;
  readonly showPart: (page: number, pages: number) => string;
  /** Beside an action that is switched off. */
  readonly notAvailable: (title: string) => string;
  /** The button that closes a modal. */
  readonly close: string;
  /** The title of a modal whose card has no heading. */
  readonly form: string;
  /** In place of an image without a description. */
  readonly image: string;
  /** What stands before text in a container with a meaning that Teams shows in colour. */
  readonly marks: {
    readonly good: string;
    readonly warning: string;
    readonly attention: string;
    readonly accent: string;
  };
}

export const BRITISH: Words = {
  openForm: 'Fill in the form',
  part: (page, pages) => `Part ${page} of ${pages}`,
  showPart: (page, pages) => `Show part ${page} of ${pages}`,
  notAvailable: (title) => `${title} (not available)`,
  close: 'Cancel',
  form: 'Form',
  image: 'Image',
  marks: { good: '✅', warning: '⚠️', attention: '❗', accent: 'ℹ️' },
};
