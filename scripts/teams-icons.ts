/**
 * Draws the two icons of the Teams app: a school and its partner as two circles, and what they share where they meet, in a
 * speech bubble. Run it after changing the drawing: node scripts/teams-icons.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Colour, type Painter, paintPng } from './png.ts';

const TEAL: Colour = [0x0b / 255, 0x55 / 255, 0x63 / 255, 1];
const PALE: Colour = [0xd7 / 255, 0xec / 255, 0xea / 255, 1];
const WHITE: Colour = [1, 1, 1, 1];
const AMBER: Colour = [0xf2 / 255, 0xb1 / 255, 0x34 / 255, 1];
const NOTHING: Colour = [1, 1, 1, 0];

const RADIUS = 0.25;
const LEFT = { x: 0.37, y: 0.45 };
const RIGHT = { x: 0.63, y: 0.45 };

/** How far inside a circle a point lies; negative outside. */
function depth(x: number, y: number, centre: { readonly x: number; readonly y: number }): number {
  return RADIUS - Math.hypot(x - centre.x, y - centre.y);
}

/** The tail by which the left circle speaks. */
function inTail(x: number, y: number): boolean {
  return x > 0.24 && y < 0.86 && x - 0.24 < (0.86 - y) * 0.6 && y > 0.56;
}

/** 192x192, in full colour on a square that Teams rounds itself. */
const colour: Painter = (x, y) => {
  const left = depth(x, y, LEFT) > 0;
  const right = depth(x, y, RIGHT) > 0;
  if (left && right) return AMBER;
  if (left || inTail(x, y)) return WHITE;
  return right ? PALE : TEAL;
};

/** 32x32, white lines on nothing: Teams colours it to suit. Larger than the other, for it has no square around it. */
const outline: Painter = (x, y) => {
  const [u, v] = [0.5 + (x - 0.5) * 0.82, 0.47 + (y - 0.5) * 0.82];
  const LINE = 0.055;
  const [left, right] = [depth(u, v, LEFT), depth(u, v, RIGHT)];
  const onEdge = (inside: number) => inside > 0 && inside < LINE;
  const tail = inTail(u, v) && left < 0 && right < 0;
  return onEdge(left) || onEdge(right) || tail ? WHITE : NOTHING;
};

export function drawIcons(): { readonly color: Buffer; readonly outline: Buffer } {
  return { color: paintPng(192, colour), outline: paintPng(32, outline) };
}

if (import.meta.main) {
  for (const [name, png] of Object.entries(drawIcons())) {
    const path = fileURLToPath(new URL(`../manifest/teams/${name}.png`, import.meta.url));
    writeFileSync(path, png);
    console.log(`${path} (${png.length} bytes)`);
  }
}
