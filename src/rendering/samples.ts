import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { JsonObject } from '../core/store.ts';
import { CardFault } from './card-fault.ts';
import { cardNames } from './templates.ts';

const States = z.array(z.strictObject({ name: z.string().min(1), data: z.record(z.string(), z.json()) })).min(1);

/** One state a card can be in, with invented data: for previews, pictures and tests. Never for people. */
export interface Sample {
  /** "categories/school". */
  readonly card: string;
  /** "communicated, with two reasons". */
  readonly name: string;
  readonly data: JsonObject;
}

/** Every state in every `<feature>/<card>.sample.json`, in the order of the files. A card without one is simply not here. */
export function readSamples({ cardsDirectory }: { cardsDirectory: string }): Sample[] {
  return cardNames(cardsDirectory).flatMap((card) => {
    const file = join(cardsDirectory, `${card}.sample.json`);
    if (!existsSync(file)) return [];
    const states = States.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!states.success)
      throw new CardFault(card, `its sample is not a list of { name, data }: ${z.prettifyError(states.error)}`);
    return states.data.map((state) => ({ card, ...state }));
  });
}
