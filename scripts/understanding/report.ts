import { IntentName } from '../../src/core/intent.ts';
import type { Scored } from './score.ts';

/** The one JSON object in which a scored file ends. Shares from 0 to 1; null where the file holds nothing to measure. */
export function summary(scored: readonly Scored[]) {
  const share = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(4)));
  const direct = scored.filter((one) => one.direct);
  const named = scored.filter((one) => one.school !== undefined);
  const dated = scored.filter((one) => one.date !== undefined);
  const verdicts = (verdict: string) => share(named.filter((one) => one.school === verdict).length, named.length);
  const times = scored.map((one) => one.ms).sort((a, b) => a - b);
  return {
    messages: scored.length,
    top1: share(scored.filter((one) => one.first).length, scored.length),
    top3: share(scored.filter((one) => one.three).length, scored.length),
    answeredDirectly: share(direct.length, scored.length),
    directPrecision: share(direct.filter((one) => one.first).length, direct.length),
    served: share(scored.filter((one) => one.served).length, scored.length),
    schoolRight: verdicts('right'),
    schoolAsked: verdicts('asked'),
    schoolWrong: verdicts('wrong'),
    dates: share(dated.filter((one) => one.date).length, dated.length),
    p99Ms: Number((times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? 0).toFixed(3)),
  };
}

export function perIntent(scored: readonly Scored[]): string {
  const percent = (part: number, whole: number) => (whole === 0 ? '-' : String(Math.round((100 * part) / whole)));
  const rows = IntentName.options.flatMap((intent) => {
    const own = scored.filter((one) => one.labelled.intent === intent);
    if (own.length === 0) return [];
    const direct = own.filter((one) => one.direct);
    return [
      [
        intent,
        String(own.length),
        percent(own.filter((one) => one.first).length, own.length),
        percent(own.filter((one) => one.three).length, own.length),
        percent(direct.length, own.length),
        percent(direct.filter((one) => one.first).length, direct.length),
        percent(own.filter((one) => one.served).length, own.length),
      ],
    ];
  });
  const head = ['intent', 'messages', 'top1 %', 'top3 %', 'direct %', 'direct right %', 'served %'];
  return table([head, ...rows]);
}

export function confusions(scored: readonly Scored[]): string {
  const counts = new Map<string, number>();
  for (const one of scored) {
    if (one.first) continue;
    const key = `${one.labelled.intent} heard as ${one.understanding.asks[0]?.intents[0]?.name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 15)
    .map(([key, count]) => `${String(count).padStart(4)}  ${key}`)
    .join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
