import type { Terms } from '../../core/framework-vocabulary.ts';
import type { IntentName } from '../../core/intent.ts';
import type { AddedPhrase, Collisions, Rehearsal, Taken, TakenOtherwise } from '../../core/phrases.ts';
import { listed } from '../../core/wording.ts';
import { intentLabel } from '../general/index.ts';

export function inQuotes(text: string, most = 200): string {
  return `“${text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text}”`;
}

/** "The category"; "I’d ask: the category, or who the adviser is?" */
export function takenInWords({ sure, intents, concern }: Taken, terms: Terms): string {
  if (concern) return 'a worry, which I answer first';
  const labels = intents
    .filter((intent) => intent !== 'out_of_scope')
    .map((intent) => inQuotes(meaning(intent, terms)));
  if (labels.length === 0) return 'nothing I can help with';
  return sure ? listed(labels) : `I ask back: ${listed(labels, 'or')}`;
}

export function meaning(intent: IntentName, terms: Terms): string {
  return intentLabel(intent, terms);
}

/** "“The category”, as in “what are we?”" */
export function meantInWords({ intent, as }: AddedPhrase, terms: Terms): string {
  return `${inQuotes(meaning(intent, terms))}${as === undefined ? '' : `, as in ${inQuotes(as)}`}`;
}

const VERDICTS = { worse: 'Worse', better: 'Better', neither: 'No better or worse' } as const satisfies Record<
  TakenOtherwise['verdict'],
  string
>;

export function verdictInWords(verdict: TakenOtherwise['verdict']): string {
  return VERDICTS[verdict];
}

/** How many of the sample's messages would be taken otherwise, and whether any for the worse. */
export function effectInWords({ messages, otherwise }: Rehearsal): string {
  if (messages === 0) return 'There are no sample messages beside this bot, so I can’t say what else would change.';
  const sample = `${messages.toLocaleString('en-GB')} sample messages`;
  if (otherwise.length === 0) return `None of the ${sample} would be understood otherwise.`;
  const count = (verdict: TakenOtherwise['verdict']) => otherwise.filter((one) => one.verdict === verdict).length;
  const [worse, better, neither] = [count('worse'), count('better'), count('neither')];
  const said = [
    worse > 0 ? `${worse} for the worse` : '',
    better > 0 ? `${better} for the better` : '',
    neither > 0 ? `${neither} neither better nor worse` : '',
  ].filter((part) => part !== '');
  return `${otherwise.length} of the ${sample} would be understood otherwise: ${listed(said)}${worse === 0 ? '. None got worse.' : '.'}`;
}

/** What stands in a phrase's way, each in a sentence. */
export function warningsOf(
  found: Collisions & { readonly recognised: boolean; readonly now: Taken; readonly wanted: IntentName },
  terms: Terms,
): readonly string[] {
  const warnings: string[] = [];
  if (found.concern) {
    warnings.push(
      'These words set off one of my safety rules. The rule always comes first, so the phrase would never be used.',
    );
  }
  if (found.instruction) {
    warnings.push('These words read as an order to me. I never follow those, so the phrase would never be used.');
  }
  if (found.recognised) {
    warnings.push('I answer these very words in a way of their own already, so the phrase would never be used.');
  }
  if (found.schools.length > 0) {
    warnings.push(
      `There is a school in these words: ${listed(found.schools, 'or')}. A message with them is read as being about it.`,
    );
  }
  if (found.elsewhere.length > 0) {
    const [said] = found.elsewhere;
    const meanings = [...new Set(found.elsewhere.map(({ intent }) => inQuotes(meaning(intent, terms))))];
    warnings.push(
      `People say this and mean something else: ${listed(meanings, 'or')}, as in ${inQuotes(said?.text ?? '', 100)}.`,
    );
  }
  const [first] = found.now.intents;
  if (!found.now.concern && found.now.sure && first === found.wanted) {
    warnings.push('I understand these words so already. The phrase would do nothing until I am taught otherwise.');
  } else if (!found.now.concern && found.now.sure && first && first !== 'out_of_scope') {
    warnings.push(`Today I take these words for ${inQuotes(meaning(first, terms))} without asking.`);
  }
  return warnings;
}
