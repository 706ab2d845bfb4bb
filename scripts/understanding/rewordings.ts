/** The same message as somebody else might have typed it, by what was changed. `random` gives numbers from 0 to 1. */
export const REWORDINGS: Readonly<Record<string, (text: string, random: () => number) => string>> = {
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'with a capital first': (text) => text.replace(/^./, (letter) => letter.toUpperCase()),
  'with spaces before, after and doubled between': (text) => `  ${text.replaceAll(' ', '  ')} \n`,
  'without its commas and stops': (text) => text.replace(/[.,;!?]+(?=\s|$)/g, ''),
  'with curly quotes': (text) => text.replaceAll("'", '’'),
  'with thanks after it': (text) => `${text} thanks`,
  'with a hello before it': (text) => `Hiya, ${text}`,
  'wrapped in courtesy': (text) => `Good morning, sorry to bother you, ${text}. Many thanks`,
  'with one slip of the thumb': slipped,
};

/** Two neighbouring letters swapped, one left out or one doubled, in a word long enough to stay readable. */
function slipped(text: string, random: () => number): string {
  const words = [...text.matchAll(/[a-z]{5,}/gi)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return text;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
  const [here, next] = [text[at] ?? '', text[at + 1] ?? ''];
  const slips = [`${next}${here}`, next, `${here}${here}${next}`];
  return text.slice(0, at) + slips[Math.floor(random() * slips.length)] + text.slice(at + 2);
}
