import type { ConversionEvidence, ConversionProposal } from '../../core/conversion.ts';

/** A proposal and what speaks for it, a line each. */
export function describeProposal({
  id,
  fromUrn,
  fromName,
  toUrn,
  toName,
  evidence,
}: ConversionProposal): readonly string[] {
  return [`${id}  ${fromName} (${fromUrn}) → ${toName} (${toUrn})`, ...evidence.map((each) => `    ${inWords(each)}`)];
}

function inWords(evidence: ConversionEvidence): string {
  switch (evidence.kind) {
    case 'register_link': {
      const since = evidence.establishedOn === undefined ? '' : ` since ${evidence.establishedOn}`;
      return `the register links them as predecessor and successor${since}`;
    }
    case 'same_laestab':
      return `both have the number ${evidence.laestab}`;
    case 'closed_and_opened':
      return `the first closed on ${evidence.closedOn}, the second opened on ${evidence.openedOn}`;
    case 'reason_closed':
      return `the register’s reason for closing: ${evidence.text}`;
  }
}
