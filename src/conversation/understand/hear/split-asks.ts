/**
 * Where a message may turn from one wish to another, as whole ways of cutting it in two or three. Only a proposal: whether each
 * part is a wish of its own is for the classifier to say.
 */
export function waysToSplit(text: string): readonly (readonly string[])[] {
  const sentences = text
    .split(/(?<=[?!])\s+|(?<=[.;])\s+(?=[A-Za-z])|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ways: string[][] = [];
  if (sentences.length >= 2 && sentences.length <= 3) ways.push(sentences);
  for (const joint of JOINTS) {
    for (const match of text.matchAll(joint)) {
      const before = text.slice(0, match.index).trim();
      const after = text.slice(match.index + match[0].length).trim();
      const cut = [before, after].map((part) => part.replace(/^[,;:\s-]+|[,;:\s-]+$/g, ''));
      if (cut.every((part) => part.split(/\s+/).length >= 2)) ways.push(cut);
    }
  }
  return ways;
}

const ASKING =
  "(?:who|what|when|where|which|how|whens|whats|whos|can|could|would|do|does|is|are|has|have|may|please|pls)(?:'s)?";
const DOING =
  '(?:accept|decline|reject|withdraw|cancel|close|pass|reassign|move|show|list|mute|remind|log|record|export|send|add|put|tell|find|book|share|post|publish|delete|stop|turn)';

const JOINTS: readonly RegExp[] = [
  /[,;.!?]?\s+(?:and )?also[,:]?\s+/gi,
  new RegExp(`[,;]?\\s+(?:and|&|\\+|plus|then|and then|but)\\s+(?=${ASKING}\\b)`, 'gi'),
  new RegExp(`[,;]?\\s+(?:and|&|\\+|plus|then|and then|but)\\s+(?=${DOING}\\b)`, 'gi'),
  new RegExp(`[,;]\\s+(?=(?:${DOING}|${ASKING})\\b)`, 'gi'),
  new RegExp(`(?<=\\d)\\s+(?=${DOING}\\b)`, 'gi'),
  /\s+[-–—]\s+/g,
];
