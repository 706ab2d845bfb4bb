import type { Framework, NationalVocabulary } from './framework.ts';
import { type Misfit, repeated, wrongOrder } from './misfits.ts';

/**
 * What must hold between the parts of one framework and no single field can tell: keys used once, keys that exist, dates in
 * order. Empty when all is well. Levels need not promise more visits the graver they are: the published ones do not
 * (domain.md §17 no. 2).
 *
 * `national` holds the sources a framework may cite beside its own.
 */
export function checkFramework(framework: Framework, national?: NationalVocabulary): readonly Misfit[] {
  return [
    ...checkKeys(framework),
    ...checkVocabulary(framework),
    ...checkCriterionIds(framework),
    ...checkReferences(framework),
    ...checkSources(framework, [...framework.sources, ...(national?.sources ?? [])]),
    ...wrongOrder(framework, ''),
    ...checkWords(framework),
  ];
}

/** The same for the national vocabulary on its own. */
export function checkNational(national: NationalVocabulary): readonly Misfit[] {
  return [...checkVocabulary(national), ...checkSources(national, national.sources)];
}

function checkKeys(framework: Framework): readonly Misfit[] {
  return [
    ...repeated(framework.levels, 'levels', 'key'),
    ...repeated(framework.groups, 'groups', 'key'),
    ...repeated(framework.meetings, 'meetings', 'key'),
    ...repeated(framework.referenceLists, 'referenceLists', 'key'),
    ...repeated(framework.conflicts, 'conflicts', 'id'),
    ...framework.levels.flatMap((level, i) => [
      ...repeated(level.receives, `levels[${i}].receives`, 'id'),
      ...repeated(level.purposes, `levels[${i}].purposes`, 'id'),
      ...repeated(level.expectedOf, `levels[${i}].expectedOf`, 'id'),
      ...repeated(level.reports, `levels[${i}].reports`, 'id'),
    ]),
  ];
}

function checkVocabulary(file: NationalVocabulary | Framework): readonly Misfit[] {
  return [
    ...repeated(file.sources, 'sources', 'key'),
    ...repeated(file.intervention, 'intervention', 'key'),
    ...repeated(file.inspectionSchemes, 'inspectionSchemes', 'key'),
    ...repeated(file.designations, 'designations', 'key'),
    ...repeated(file.externalInvolvement, 'externalInvolvement', 'key'),
    ...repeated(file.glossary, 'glossary', 'id'),
    ...file.intervention.flatMap((step, i) => wrongOrder(step, `intervention[${i}].`)),
    ...file.inspectionSchemes.flatMap((scheme, i) => wrongOrder(scheme, `inspectionSchemes[${i}].`)),
    ...file.designations.flatMap((title, i) => wrongOrder(title, `designations[${i}].`)),
    ...file.externalInvolvement.flatMap((other, i) => wrongOrder(other, `externalInvolvement[${i}].`)),
  ];
}

function checkCriterionIds(framework: Framework): readonly Misfit[] {
  const ids = framework.levels.flatMap((level, i) => [
    ...(level.gate ?? []).map((criterion, c) => ({ id: criterion.id, at: `levels[${i}].gate[${c}].id` })),
    ...level.criteria.items.map((criterion, c) => ({ id: criterion.id, at: `levels[${i}].criteria.items[${c}].id` })),
  ]);
  const signs = framework.concernIndicators.items.flatMap((sign, i) => [
    { id: sign.id, at: `concernIndicators.items[${i}].id` },
    ...(sign.parts ?? []).map((part, p) => ({ id: part.id, at: `concernIndicators.items[${i}].parts[${p}].id` })),
  ]);
  const first = new Map<string, string>();
  return [...ids, ...signs].flatMap(({ id, at }) => {
    const earlier = first.get(id.toLowerCase());
    if (earlier === undefined) {
      first.set(id.toLowerCase(), at);
      return [];
    }
    return [
      {
        path: at,
        problem: `the criterion id "${id}" is already used at ${earlier}`,
        remedy: 'Give every criterion an id of its own, because reasons on record point to it.',
      },
    ];
  });
}

function checkReferences(framework: Framework): readonly Misfit[] {
  const levels = framework.levels.map((level) => level.key);
  const groups = framework.groups.map((group) => group.key);
  return [
    ...unknown(levels, framework.sharedReview?.additionalVisitsFor ?? [], 'sharedReview.additionalVisitsFor', 'level'),
    ...framework.termlyFocus.flatMap((focus, i) =>
      unknown(levels, focus.levels ?? [], `termlyFocus[${i}].levels`, 'level'),
    ),
    ...framework.conflicts.flatMap((conflict, i) =>
      unknown(levels, conflict.levels, `conflicts[${i}].levels`, 'level'),
    ),
    ...unknown(groups, framework.assignment.overseenBy, 'assignment.overseenBy', 'group'),
    ...framework.levels.flatMap((level, i) =>
      level.jointReviewGroup.setUp !== 'no' && framework.jointReviewGroup === null
        ? [
            {
              path: `levels[${i}].jointReviewGroup.setUp`,
              problem: `"${level.jointReviewGroup.setUp}" needs a jointReviewGroup, and this framework has none`,
              remedy: 'Describe the group under jointReviewGroup, or write "no" here.',
            },
          ]
        : [],
    ),
  ];
}

function unknown(known: readonly string[], used: readonly string[], path: string, what: string): readonly Misfit[] {
  return used.flatMap((key, i) =>
    known.includes(key)
      ? []
      : [
          {
            path: `${path}[${i}]`,
            problem: `there is no ${what} "${key}"`,
            remedy: `Use one of: ${known.length > 0 ? known.join(', ') : `(this framework has no ${what}s)`}.`,
          },
        ],
  );
}

/** Every `source.document` in the whole file must be one of `sources`. */
function checkSources(file: unknown, sources: Framework['sources']): readonly Misfit[] {
  const known = sources.map((source) => source.key);
  return citedDocuments(file, '').flatMap(({ path, document }) =>
    known.includes(document)
      ? []
      : [
          {
            path,
            problem: `there is no source "${document}"`,
            remedy: `Add it to sources, or use one of: ${known.join(', ')}.`,
          },
        ],
  );
}

function citedDocuments(value: unknown, path: string): readonly { path: string; document: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => citedDocuments(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return key === 'document' && typeof inner === 'string'
      ? [{ path: at, document: inner }]
      : citedDocuments(inner, at);
  });
}

/** "In category" speaks of Ofsted; a level answering to it would tell people the wrong thing (domain.md §18). */
function checkWords(framework: Framework): readonly Misfit[] {
  return framework.levels.flatMap((level, i) =>
    level.aliases.flatMap((alias, a) =>
      /^in (a )?category$/i.test(alias.trim())
        ? [
            {
              path: `levels[${i}].aliases[${a}]`,
              problem: `"${alias}" means an Ofsted category of concern to a headteacher`,
              remedy: 'Take this alias out.',
            },
          ]
        : [],
    ),
  );
}
