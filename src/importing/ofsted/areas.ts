/** The areas of a report card: our key and the file's heading, which is what people are shown. */
export const REPORT_CARD_AREAS = [
  ['inclusion', 'Inclusion'],
  ['curriculum', 'Curriculum and teaching'],
  ['achievement', 'Achievement'],
  ['attendance', 'Attendance and behaviour'],
  ['personal', 'Personal development and wellbeing'],
  ['earlyYears', 'Early years (where applicable)'],
  ['sixthForm', 'Post-16 provision (where applicable)'],
  ['leadership', 'Leadership and governance'],
] as const;

/** What stood beside the overall grade from September 2019. */
export const OEIF_AREAS = [
  ['quality', 'Quality of education'],
  ['behaviour', 'Behaviour and attitudes'],
  ['personal', 'Personal development'],
  ['leadership', 'Effectiveness of leadership and management'],
  ['earlyYears', 'Early years provision (where applicable)'],
  ['sixthForm', 'Sixth form provision (where applicable)'],
] as const;

/** And before it. */
export const LEGACY_AREAS = [
  ['leadership', 'Effectiveness of leadership and management'],
  ['teaching', 'Quality of teaching, learning and assessment'],
  ['personal', 'Personal development, behaviour and welfare'],
  ['outcomes', 'Outcomes for pupils'],
  ['earlyYears', 'Early years provision (where applicable)'],
  ['sixthForm', '16 to 19 study programmes'],
] as const;

export type AreaKey =
  | (typeof REPORT_CARD_AREAS)[number][0]
  | (typeof OEIF_AREAS)[number][0]
  | (typeof LEGACY_AREAS)[number][0];

export type Areas = readonly (readonly [key: AreaKey, heading: string])[];
