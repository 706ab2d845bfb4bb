/**
 * What Slack takes, in characters or items unless said otherwise. From Slack's Block Kit reference and the comments of
 * `@slack/types`, but for the last three, which nobody has written down.
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  actionsElements: 25,
  contextElements: 10,
  blockId: 255,
  actionId: 255,
  headerText: 150,
  sectionText: 3000,
  buttonText: 75,
  buttonLabel: 75,
  buttonValue: 2000,
  url: 3000,
  altText: 2000,
  inputLabel: 2000,
  inputHint: 2000,
  placeholder: 150,
  textInput: 3000,
  optionText: 75,
  optionDescription: 75,
  /** The reference says 150, the types say 75: the smaller is safe. */
  optionValue: 75,
  groupLabel: 75,
  buttonGroupOptions: 10,
  selectOptions: 100,
  optionGroups: 100,
  tableRows: 100,
  tableColumns: 20,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  /** Slack cuts `text` at 40,000; the blocks carry the content, so the fallback stays short enough to be heard. */
  fallbackText: 3000,
  contextText: 2000,
  /**
   * UTF-8 bytes of text in all the blocks of one message. Slack answers `msg_blocks_too_long` somewhere between 10,600 and
   * 13,300, depending on the blocks (slackapi/bolt-js issues 2509 and 2867).
   */
  messageTextBytes: 9000,
  /** UTF-8 bytes of one block of rich text: small enough that pages break between blocks and never inside one. */
  richTextBytes: 2400,
  /** UTF-8 bytes of a table shown as one. Slack's own bound is 10,000 characters in all tables of a message. */
  tableBytes: 6000,
} as const;
