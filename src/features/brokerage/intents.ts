import type { Call, Feature } from '../../core/feature.ts';
import type { Heard } from '../../core/intent.ts';

/** Taking a request on, saying no to it and passing it on, in words: each shows its card, and a button does it. */
export function brokerageIntents(): Feature['hears'] {
  return {
    accept_request: (heard) => about(heard, (request) => ({ verb: 'support.show', data: { request } }), 'waiting'),
    decline_request: (heard) =>
      about(heard, (request) => ({ verb: 'brokerage.start-decline', data: { request } }), 'waiting'),
    reassign_request: (heard) =>
      about(heard, (request) => ({ verb: 'brokerage.start-reassign', data: { request, ...named(heard) } }), 'owned'),
  };
}

/** With no request named, those it could be. */
function about({ entities }: Heard, act: (request: string) => Call, which: string): Call {
  const [ref] = entities.requestRefs;
  return ref ? act(ref) : { verb: 'support.list', data: { which } };
}

function named({ entities }: Heard) {
  const [person] = entities.people;
  return person ? { named: person.slice(0, 200) } : {};
}
