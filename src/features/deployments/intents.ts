import type { Call, Feature } from '../../core/feature.ts';
import type { Heard } from '../../core/intent.ts';

/** What was done and what changed, in words: to the form of the work it fits. */
export function deploymentIntents(): Feature['hears'] {
  return {
    record_visit: (heard) => record('visit', heard),
    record_impact: (heard) => record('impact', heard),
  };
}

function record(what: 'visit' | 'impact', { entities, text }: Heard): Call {
  const [request] = entities.requestRefs;
  const [date] = entities.dates;
  const schools = entities.schools.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  const midpoint = MIDPOINT.test(text) ? true : FINISHED.test(text) ? false : undefined;
  return {
    verb: 'deployments.record',
    data: {
      what,
      ...(request === undefined ? {} : { request }),
      ...(schools.length === 0 ? {} : { schools: schools.slice(0, 20) }),
      ...(date === undefined ? {} : { date: date.from }),
      ...(entities.halfDays === undefined ? {} : { halfDays: Math.round(entities.halfDays) }),
      ...(midpoint === undefined ? {} : { midpoint }),
    },
  };
}

const MIDPOINT = /\b(mid[- ]?(point|term|way)|half ?way)\b/i;
const FINISHED = /\b(finish|complet|clos|final|ended|over|done)/i;

/** "What has worked for phonics?", "what worked with attendance": never a question about one's own school. */
export function recognisePractice(text: string): Call | undefined {
  const said = text.trim().replace(/[?.!\s]+$/, '');
  const about =
    /^what(?:['’]?s|\s+has|\s+have\s+you\s+seen)?\s+(?:worked|helped|made\s+a\s+difference)(?:\s+elsewhere|\s+in\s+other\s+schools)?(?:\s+(?:for|with|in|on)\s+(.{2,100}))?$/i.exec(
      said,
    );
  return about ? { verb: 'deployments.practice', data: about[1] === undefined ? {} : { about: about[1] } } : undefined;
}
