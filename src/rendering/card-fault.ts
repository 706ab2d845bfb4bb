/** A card that cannot be shown. A fault of ours, never of the person asking: logged, and answered with the general sentence. */
export class CardFault extends Error {
  override readonly name = 'CardFault';
  /** "categories/school". */
  readonly card: string;
  constructor(card: string, reason: string, options?: { cause?: unknown }) {
    super(`Card ${card}: ${reason}`, options);
    this.card = card;
  }
}
