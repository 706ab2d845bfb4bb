import type { LiveRegister } from '../register/live-register.ts';
import type { Understand } from './interpret.ts';
export function stopgap(register: LiveRegister): Understand {
  return (text) => {
    const t = text.toLowerCase();
    const schools = register.directory
      .all()
      .filter((s) => s.aliases.some((a) => t.includes(a.toLowerCase())) || t.includes(s.name.toLowerCase()));
    const jo =
      t.includes('joseph') && schools.length === 0
        ? register.directory.all().filter((s) => s.name.includes('Joseph'))
        : schools;
    const name =
      /hi|hello/.test(t) && t.length < 7
        ? 'greeting'
        : /why/.test(t)
          ? 'explain_category'
          : /visit/.test(t)
            ? 'entitlement_visits'
            : /adviser/.test(t)
              ? 'who_is_adviser'
              : /receive|expect/.test(t)
                ? 'expectations'
                : /criteria/.test(t)
                  ? 'list_criteria'
                  : /wrong|challenge/.test(t)
                    ? 'challenge_category'
                    : /warning/.test(t)
                      ? 'warning_notice_info'
                      : /review group/.test(t)
                        ? 'review_group_remit'
                        : /help/.test(t)
                          ? 'help'
                          : 'ask_category';
    const lv = [...t.matchAll(/category (\d)/g)].map((m) => m[1] ?? '');
    return {
      asks: [
        {
          text,
          sure: true,
          intents: [{ name, confidence: 0.9 }],
          entities: {
            schools: jo.length
              ? [
                  {
                    text: '',
                    fit: jo.length > 1 ? 'several' : 'one',
                    candidates: jo.map((s) => ({ id: s.id, name: s.name, score: 1 })),
                  },
                ]
              : [],
            own: /\b(we|our|us)\b/.test(t),
            ...(/my schools/.test(t) ? { scope: 'my_schools' as const } : {}),
            levels: lv,
            dates: [],
            requestRefs: [],
            reviewGroups: [],
            alliances: [],
            focuses: [],
            people: [],
            criteria: [],
            yearGroups: [],
          },
        },
      ],
      followsOn: false,
    };
  };
}
