import type { TryoutPerson } from '../../../src/channels/tryout/people.ts';

function person(number: string, id: string, name: string, role: string, starters: readonly string[]): TryoutPerson {
  return { id, name, role, aadObjectId: `00000000-0000-4000-8000-0000000000${number}`, starters };
}

const HEAD = ['What category are we?', 'How many visits have we left?', 'Who is our adviser?'];

/** A handful like the demonstration's, for tests: the ids are the demonstration's, the names are made up here. */
export const PEOPLE: readonly TryoutPerson[] = [
  person('01', 'head-northcliffe', 'Maya Okafor', 'Headteacher, Northcliffe Primary School', HEAD),
  person('02', 'head-hollin-lane', 'Tom Brearley', 'Headteacher, Hollin Lane Primary School', HEAD),
  person('04', 'adviser-north', 'Priya Nair', 'School improvement adviser, North', [
    'List my schools by visits still owed',
    'What category is Northcliffe?',
  ]),
  person('06', 'head-of-service', 'Helen Whitaker', 'Head of learning improvement', [
    'Which schools are in category 4?',
  ]),
  person('99', 'visitor', 'Sam Visitor', 'Not known to the partnership yet', ['What are the categories?']),
];
