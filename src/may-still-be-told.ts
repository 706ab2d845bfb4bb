import { londonDate } from './core/clock.ts';
import type { Fact, NeedToKnow } from './core/disclosure.ts';
import { SchoolId } from './core/ids.ts';
import { readPerson } from './core/read-person.ts';
import { School } from './core/school.ts';
import type { Store } from './core/store.ts';
import type { OutboxOptions } from './outbox/parts.ts';

/** Notices about a school carry its id in their data; to receive one, its reader must still be one who may know this. */
const A_NOTICE_ABOUT_A_SCHOOL: Fact = 'challenge';

/** Roles end while messages wait: a notice about a school goes only to somebody who may still know of it when it is sent. */
export function mayStillBeTold(store: Store, needToKnow: NeedToKnow): NonNullable<OutboxOptions['mayStillBeTold']> {
  return async (notice, now) => {
    const about = SchoolId.safeParse(notice.data.school);
    if (!about.success) return true;
    const [school, person] = await Promise.all([
      store.get({ partition: `school:${about.data}`, id: 'school' }),
      readPerson(store, notice.to),
    ]);
    if (!school || !person) return false;
    return needToKnow.may(person, A_NOTICE_ABOUT_A_SCHOOL, School.parse(school.body), londonDate(now));
  };
}
