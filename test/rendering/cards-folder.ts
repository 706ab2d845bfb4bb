import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/core/store.ts';
import { CardFault } from '../../src/rendering/card-fault.ts';
import { createRenderer } from '../../src/rendering/templates.ts';

/** A folder of cards that lasts as long as the test. Text is written as it is, anything else as JSON. */
export function cardsFolder(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

export const line = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });

/** Renders a card of this body. */
export function render(body: readonly object[], data: JsonObject = {}, actions: readonly object[] = []) {
  const cardsDirectory = cardsFolder({ 'schools/level.json': { type: 'AdaptiveCard', body, actions } });
  const { card } = createRenderer({ cardsDirectory }).render({ card: 'schools/level', data, summary: 'Level 3.' });
  return card as unknown as { body: JsonObject[]; actions: JsonObject[] };
}

/** What a fault says. Anything else that is thrown goes on. */
export function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CardFault) return error.message;
    throw error;
  }
  return 'nothing was thrown';
}
