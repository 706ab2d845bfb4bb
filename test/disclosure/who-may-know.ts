/**
 * Who may know a school's level, written out by hand from the demo partnership and domain.md §22, so that the rule under test is
 * not its own judge.
 */
export const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  northcliffe: ['01', '08', '04', '06'],
  'hollin-lane': ['02', '04', '06'],
  stonepit: ['07', '04', '06'],
  thornbeck: ['04', '06'],
  moorbank: ['11', '04', '06'],
  'st-josephs-otterley': ['04', '06'],
  'st-josephs-wethermoor': ['04', '06'],
  beckwith: ['10', '05', '06'],
  quarrydale: ['03', '05', '06'],
  elmfield: ['05', '06'],
};

export const EVERYBODY = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '42'] as const;

export const SCHOOL_NAMES: Readonly<Record<string, string>> = {
  northcliffe: 'Northcliffe Primary School',
  'hollin-lane': 'Hollin Lane',
  stonepit: 'Stonepit Junior School',
  thornbeck: 'Thornbeck St Wilfrid’s',
  moorbank: 'Moorbank Infant School',
  'st-josephs-otterley': 'St Joseph’s Otterley',
  'st-josephs-wethermoor': 'St Joseph’s Wethermoor',
  beckwith: 'Beckwith High School',
  quarrydale: 'Quarrydale Academy',
  elmfield: 'Elmfield SILC',
};
