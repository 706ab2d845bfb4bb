import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import type { Asking } from '../../../src/core/feature.ts';
import { SchoolId } from '../../../src/core/ids.ts';
import type { Entities, IntentName, SchoolMention } from '../../../src/core/intent.ts';
import { personOf, schoolWrite } from '../../harness/records.ts';
import { heard, openWorld, refusalOf, type World } from '../../harness/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    people: [
      personOf('head', [['headteacher', 'school:alder']]),
      personOf('two-schools-head', [
        ['headteacher', 'school:alder'],
        ['headteacher', 'school:birch'],
      ]),
      personOf('deputy', [['deputy_headteacher', 'school:alder']]),
      personOf('adviser', [['adviser', 'area:north']]),
      personOf('officer', [['officer', 'authority']]),
    ],
    records: [
      schoolWrite('alder', { area: 'north' }),
      schoolWrite('birch', { area: 'north' }),
      schoolWrite('cedar', { area: 'south' }),
    ],
  });
});

const named = (fit: SchoolMention['fit'], ...ids: string[]): Partial<Entities> => ({
  schools: [{ text: 'a school', fit, candidates: ids.map((id) => ({ id: SchoolId.parse(id), name: id, score: 1 })) }],
});
const topic = (id: string): Partial<Asking> => ({ topic: { school: SchoolId.parse(id) } });
const meaning = (
  viewer: string | undefined,
  intent: IntentName,
  text: string,
  entities: Partial<Entities> = {},
  over: Partial<Asking> = {},
) => world.meaning(viewer, intent, heard(text, entities), over);
const show = (school: string, about: string) => ({ verb: 'categories.show', data: { school, about } });

describe('Which school a question is about', () => {
  it('the speaker’s own, when none is named', async () => {
    expect(await meaning('head', 'ask_category', 'what category are we?', { own: true })).toEqual(
      show('alder', 'level'),
    );
    expect(await meaning('head', 'entitlement_visits', 'visits left??')).toEqual(show('alder', 'visits'));
  });

  it('the one just spoken of, when none is named', async () => {
    expect(await meaning('adviser', 'entitlement_visits', 'and visits?', {}, topic('birch'))).toEqual(
      show('birch', 'visits'),
    );
  });

  it('the speaker’s own again, when they say “we”, whatever was spoken of', async () => {
    expect(await meaning('head', 'ask_category', 'and us?', { own: true }, topic('cedar'))).toEqual(
      show('alder', 'level'),
    );
  });

  it('the one named, whoever may know of it: the use case refuses', async () => {
    expect(await meaning('head', 'ask_category', 'what is Cedar?', named('one', 'cedar'))).toEqual(
      show('cedar', 'level'),
    );
  });

  it('of several that fit, the only one the speaker may know about', async () => {
    expect(await meaning('head', 'ask_category', 'what is it?', named('several', 'alder', 'cedar'))).toEqual(
      show('alder', 'level'),
    );
  });

  it('asked back among those the speaker may know about, and no others', async () => {
    const call = await meaning('adviser', 'ask_category', 'what is it?', named('several', 'birch', 'cedar', 'alder'));
    expect(call).toEqual({
      verb: 'general.which',
      data: {
        options: [
          { label: 'Birch School', ...show('birch', 'level') },
          { label: 'Alder School', ...show('alder', 'level') },
        ],
      },
    });
  });

  it('asked back when two were named together', async () => {
    const both = { schools: [...(named('one', 'alder').schools ?? []), ...(named('one', 'birch').schools ?? [])] };
    expect(await meaning('adviser', 'ask_category', 'Alder and Birch?', both)).toMatchObject({ verb: 'general.which' });
  });

  it('asked back of somebody who leads two', async () => {
    expect(await meaning('two-schools-head', 'entitlement_visits', 'visits left?', { own: true })).toMatchObject({
      verb: 'general.which',
    });
  });

  it.each([
    ['no school there is', named('none')],
    ['several that are not theirs', named('several', 'cedar', 'birch')],
  ])('sent on to be refused like any other: %s', async (_, entities) => {
    const call = await meaning('head', 'ask_category', 'what category is it?', entities);
    const refused = await refusalOf(world.run('head', call.verb, call.data));
    expect(refused.sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('asked for by an example the speaker may know of, when they work with many', async () => {
    const refused = await refusalOf(meaning('adviser', 'entitlement_visits', 'visits left?'));
    expect(refused.sentence).toBe(
      'Which school do you mean? Tell me its name, part of it, or its URN: for example, “visits left at Alder School”.',
    );
  });

  it.each(['officer', undefined])('not asked of somebody with no school to ask about: %s', async (viewer) => {
    expect((await refusalOf(meaning(viewer, 'ask_category', 'what category are we?', { own: true }))).sentence).toBe(
      NOT_YOURS_TO_KNOW,
    );
  });
});

describe('What is asked about a level', () => {
  it.each([
    ['Are we in category?', 'ofsted'],
    ['are we in special measures', 'ofsted'],
    ['what did Ofsted give us', 'ofsted'],
    ['so is it official then, category 1?', 'level'],
    ['are we still a cat 2', 'level'],
  ])('“%s” is about %s', async (text, about) => {
    expect(await meaning('head', 'ask_category', text, { own: true })).toEqual(show('alder', about));
  });

  it('“in category” has an answer for a deputy, who may not know the level', async () => {
    const call = await meaning('deputy', 'ask_category', 'Are we in category? Ofsted just rang', { own: true });
    expect(call).toEqual(show('alder', 'ofsted'));
    expect((await world.run('deputy', call.verb, call.data)).summary).toContain('I hold nothing from Ofsted');
  });

  it.each([
    ['which of mine are 3 or 4', { scope: 'my_schools', levels: ['3', '4'] }],
    ['who is in 3 or 4?', { levels: ['3', '4'] }],
  ] as const)('“%s”, from an adviser, is their list', async (text, entities) => {
    expect(await meaning('adviser', 'ask_category', text, entities)).toEqual({
      verb: 'categories.caseload',
      data: { by: 'level', levels: ['3', '4'], page: 0 },
    });
  });

  it('a list is for somebody known only', async () => {
    expect((await refusalOf(meaning(undefined, 'ask_category', 'all schools', { scope: 'all' }))).sentence).toBe(
      NOT_YOURS_TO_KNOW,
    );
  });

  it('what a level is, asked by nobody’s head, is in the strategy', async () => {
    expect(await meaning(undefined, 'ask_category', 'what is category 3', { levels: ['3'] })).toMatchObject({
      verb: 'guide.level',
    });
  });
});

describe('Why', () => {
  it('is about one’s own school, or the one just spoken of', async () => {
    expect(await meaning('head', 'explain_category', 'why are we a 3?', { own: true, levels: ['3'] })).toEqual(
      show('alder', 'reasons'),
    );
    expect(await meaning('adviser', 'explain_category', 'why 3?', { levels: ['3'] }, topic('birch'))).toEqual(
      show('birch', 'reasons'),
    );
  });

  it('of a level in general is in the strategy, for anyone', async () => {
    for (const viewer of ['head', 'adviser', undefined]) {
      expect(await meaning(viewer, 'explain_category', 'what does cat 2 mean', { levels: ['2'] })).toEqual({
        verb: 'guide.level',
        data: { level: '2', about: 'criteria' },
      });
    }
  });

  it('of two levels sets them side by side', async () => {
    expect(await meaning('head', 'explain_category', 'difference between 3 and 4', { levels: ['3', '4'] })).toEqual({
      verb: 'guide.levels',
      data: { only: ['3', '4'] },
    });
  });

  it('of a criterion shows that criterion', async () => {
    expect(
      await meaning('head', 'explain_category', 'does attendance count towards it', { criteria: ['xii'] }),
    ).toEqual({
      verb: 'guide.signs',
      data: { ids: ['xii'] },
    });
  });
});

describe('Visits and what to expect', () => {
  it.each([
    ['which of my schools are still owed visits?', 'owed'],
    ['visits left across my patch', 'owed'],
    ['total half days used across my patch since sept', 'last_visit'],
    ['who have I not been to the longest', 'last_visit'],
  ])('“%s” lists %s', async (text, by) => {
    expect(await meaning('adviser', 'entitlement_visits', text, { scope: 'my_schools' })).toMatchObject({
      verb: 'categories.caseload',
      data: { by },
    });
  });

  it.each([
    ['entitlement_visits', 'how many visits does a cat 2 get', 'visits'],
    ['expectations', 'what do schools in cat 4 receive?', 'receives'],
  ] as const)('of a level in general are in the strategy: %s', async (intent, text, about) => {
    expect(await meaning('head', intent, text, { levels: ['2'] })).toEqual({
      verb: 'guide.level',
      data: { level: '2', about },
    });
  });

  it('with no level and no school to ask about, all the levels', async () => {
    expect(await meaning(undefined, 'expectations', 'what would we receive?')).toEqual({
      verb: 'guide.levels',
      data: {},
    });
    expect(await meaning('head', 'expectations', 'what will we receive?')).toEqual(show('alder', 'expect'));
  });
});

describe('The adviser', () => {
  it('of one’s own school', async () => {
    expect(await meaning('deputy', 'who_is_adviser', 'who’s our SIA?', { own: true })).toEqual(
      show('alder', 'adviser'),
    );
  });

  it('for somebody unlinked, is a person to turn to', async () => {
    expect(await meaning(undefined, 'who_is_adviser', 'who’s our SIA?')).toEqual({ verb: 'general.handoff', data: {} });
  });
});

describe('Something is wrong', () => {
  it.each([
    ['That’s wrong, we were never RI', 'factual_accuracy'],
    ['How do I appeal the category decision', 'review'],
    ['we’d like someone independent to look at it', 'review'],
    ['I don’t accept this', 'review'],
  ])('“%s” starts a %s', async (text, kind) => {
    expect(await meaning('head', 'challenge_category', text, { own: true })).toMatchObject({
      verb: 'categories.start-challenge',
      data: { school: 'alder', kind },
    });
  });

  it('a short wish starts from nothing; a long one need not be typed twice', async () => {
    const short = await meaning('head', 'challenge_category', 'this is wrong, I want to challenge it');
    expect(short.data.text).toBe('');
    const said = 'not happy with the attendance figure in the note, ours is 94.1 and it says 93.1';
    expect((await meaning('head', 'challenge_category', said)).data.text).toBe(said);
  });

  it('asks which school of somebody who works with many', async () => {
    const both = named('several', 'alder', 'birch');
    const call = await meaning('adviser', 'challenge_category', 'record a challenge', both);
    expect(call).toMatchObject({
      verb: 'general.which',
      data: { options: [{ verb: 'categories.start-challenge', data: { school: 'alder' } }, {}] },
    });
  });
});

describe('What waits to be shared', () => {
  const recognised = async (viewer: string, text: string) => {
    const asking = await world.asking(viewer);
    return world.features.map((feature) => feature.recognises?.(text, asking)).find((call) => call !== undefined);
  };

  it('is recognised from those who may know', async () => {
    expect(await recognised('adviser', 'what is proposed but not yet shared?')).toEqual({
      verb: 'categories.pending',
      data: {},
    });
  });

  it('is not taken for that from a head who has not been told their own', async () => {
    expect(await recognised('head', 'we haven’t been told our category')).toBeUndefined();
  });
});
