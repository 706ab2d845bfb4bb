import type { Reply } from '../../../core/feature.ts';
import { MOST_WORDS } from '../schema.ts';

export interface SayForm {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly button: string;
  readonly verb: string;
  readonly request: string;
  /** Words that may be left out. */
  readonly optional?: boolean;
}

/** A card that asks for a sentence or two before something is done to a request. Nothing is done until it is pressed. */
export function sayForm(form: SayForm): Reply {
  const { title, lead, label, button, verb, request } = form;
  return {
    card: 'support/say',
    data: { title, lead, label, button, verb, request, required: form.optional !== true, most: MOST_WORDS },
    summary: `${title} ${lead}`,
    sensitivity: 'restricted',
  };
}
