/** A sample file's text, the same for the same states. */
export function sampleText(states: unknown): string {
  return `${JSON.stringify(states, null, 2)}\n`;
}
