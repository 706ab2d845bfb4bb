import { buildSchoolIndex } from '../../src/conversation/schools/build-school-index.ts';
import { noticedIn } from '../../src/conversation/understand/classify/features.ts';
import { withoutNames } from '../../src/conversation/understand/classify/mask.ts';
import type { Noticed } from './learn.ts';

const NO_REGISTER = buildSchoolIndex([]);

/** Reads an example as the product would, in a partnership whose register holds none of its schools. */
export function notice<Name extends string>(example: Noticed<Name>['example']): Noticed<Name> {
  const unnamed = withoutNames(example.text, NO_REGISTER.spot(example.text));
  return { example, features: noticedIn(unnamed, [example.role]) };
}
