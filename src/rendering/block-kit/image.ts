import type { KnownBlock } from '@slack/types';
import { type CardNode, childOf, childrenOf, keywordOf, textOf } from './card-node.ts';
import { LIMITS } from './limits.ts';
import { richLines } from './rich-text.ts';
import { cut } from './text.ts';
import type { ElementTranslator, Translation } from './translation.ts';

/** A picture of its own, or beside small print when the card shows it small. */
export const translateImage: ElementTranslator = (node, translation) => {
  const picture = pictureOf(node, translation);
  const action = childOf(node, 'selectAction');
  return [
    ...(picture === undefined ? [] : [place(node, picture)]),
    ...described([node], translation),
    ...(action ? translation.actions([action]) : []),
  ];
};

/** Small pictures in a row, as many as Slack puts in one. */
export const translateImageSet: ElementTranslator = (node, translation) => {
  const images = childrenOf(node, 'images', 'Image');
  const pictures = images.flatMap((image) => pictureOf(image, translation) ?? []);
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < pictures.length; at += LIMITS.contextElements) {
    const row = pictures.slice(at, at + LIMITS.contextElements);
    blocks.push({ type: 'context', elements: row.map((picture) => ({ type: 'image', ...picture })) });
  }
  return [...blocks, ...described(images, translation)];
};

/** In words: the pictures Slack cannot fetch, and the descriptions it has no room for. */
function described(images: readonly CardNode[], translation: Translation): KnownBlock[] {
  const untold = images.filter(
    (image) => pictureOf(image, translation) === undefined || textOf(image, 'altText').length > LIMITS.altText,
  );
  return richLines(untold.map((image) => [{ text: textOf(image, 'altText').trim() || translation.words.image }]));
}

interface Picture {
  readonly image_url: string;
  readonly alt_text: string;
}

/** Slack fetches pictures from the web; one that is inside the card is told by its description. */
function pictureOf(node: CardNode, translation: Translation): Picture | undefined {
  const url = textOf(node, 'url');
  if (!/^https?:\/\//i.test(url) || url.length > LIMITS.url) return undefined;
  return { image_url: url, alt_text: altOf(node, translation) };
}

const altOf = (node: CardNode, { words }: Translation) =>
  cut(textOf(node, 'altText').trim() || words.image, LIMITS.altText);

function place(node: CardNode, picture: Picture): KnownBlock {
  const size = keywordOf(node, 'size');
  const pixels = Number.parseInt(textOf(node, 'width'), 10);
  const small = size === 'small' || size === 'medium' || pixels <= 100;
  return small ? { type: 'context', elements: [{ type: 'image', ...picture }] } : { type: 'image', ...picture };
}
