import type { Reply } from '../../core/feature.ts';
import type { Rehearsal } from '../../core/phrases.ts';
import type { JsonObject } from '../../core/store.ts';
import type { Parts } from './parts.ts';
import { effectInWords, inQuotes, takenInWords, verdictInWords } from './words.ts';

/** As many messages as an officer reads before deciding. */
const SHOWN = 10;

export interface Trial {
  readonly title: string;
  /** Said before anything else: what has changed since it was asked for. */
  readonly lead?: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly rehearsal: Rehearsal;
  readonly warnings: readonly string[];
  readonly confirm: { readonly label: string; readonly verb: string; readonly data: JsonObject };
  readonly instead: { readonly label: string; readonly verb: string; readonly data: JsonObject };
}

/** What a change would do, before anything is changed. */
export function trialCard({ framework: { terms } }: Pick<Parts, 'framework'>, trial: Trial): Reply {
  const { otherwise } = trial.rehearsal;
  const rest = otherwise.length - SHOWN;
  const effect = effectInWords(trial.rehearsal);
  const lead = trial.lead ?? '';
  return {
    card: 'phrases/trial',
    data: {
      title: trial.title,
      lead,
      hasLead: lead !== '',
      facts: trial.facts,
      warnings: trial.warnings.map((text) => ({ text })),
      hasWarnings: trial.warnings.length > 0,
      effect,
      rows: otherwise.slice(0, SHOWN).map(({ text, before, after, verdict }) => ({
        text: inQuotes(text),
        change: `${takenInWords(before, terms)} → ${takenInWords(after, terms)}`,
        verdict: verdictInWords(verdict),
        isWorse: verdict === 'worse',
      })),
      rest: rest > 0 ? `And ${rest} more.` : '',
      hasRest: rest > 0,
      confirm: trial.confirm,
      instead: trial.instead,
    },
    summary: [
      `${trial.title}.`,
      lead,
      ...trial.facts.map(({ title, value }) => `${title}: ${value}.`),
      ...trial.warnings,
      effect,
      NOTHING_YET,
    ]
      .filter((part) => part !== '')
      .join(' '),
    sensitivity: 'restricted',
  };
}

const NOTHING_YET = 'Nothing has changed yet.';
