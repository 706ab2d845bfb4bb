import type { KnownBlock } from '@slack/types';
import type { CardNode } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import type { Words } from './words.ts';

/** What translating one card carries along with it. */
export interface Translation {
  readonly words: Words;
  /** Goes with every button that has to find this card again. */
  readonly ref: unknown;
  /** `button`: the card's own inputs are left out here, and a button opens them. */
  readonly ownInputs: 'inline' | 'button';
  /** The same for a ShowCard that holds inputs. */
  readonly showCardInputs: 'inline' | 'button';
  /** A table may be shown as Slack's own: in messages only, and only one in each (`claimTable`). */
  readonly nativeTable: boolean;
  /** The action that the view's own submit button stands for, by identity: not shown a second time. */
  readonly submit: object | undefined;
  /** A number no other control of this message or view has. */
  readonly nextId: () => number;
  /** Whether a person can bring the element to light on the card; if not, it is not there for Slack either. */
  readonly shown: (node: CardNode) => boolean;
  /** Which of the card's forms this card or ShowCard's card is; `undefined` when it holds no input. */
  formOf(card: CardNode): number | undefined;
  /** Throws when another input has that id. */
  claimInput(id: string, path: string): void;
  /** True the first time it is asked. */
  claimTable(): boolean;
  /** True the first time it is asked: the button that opens the card's own form is shown once. */
  claimFormButton(): boolean;
  /** What the elements say when they say it in words alone; `undefined` when any is more than words. */
  lines(nodes: readonly CardNode[]): Run[][] | undefined;
  elements(nodes: readonly CardNode[]): KnownBlock[];
  actions(nodes: readonly CardNode[]): KnownBlock[];
}

export type ElementTranslator = (node: CardNode, translation: Translation) => KnownBlock[];
