import { act, after, type Course, dayAfter, document, owner, type Part, type Process, takes } from '../course.ts';
import { DAY } from '../durations.ts';

const kind = 'Generated operating licence';

/** The licences of a mine, one after the other: applied for, granted for some time, and what becomes of each; now and then renewed. */
export function* licences(course: Course): Process {
  const { chance } = course;
  yield* takes(course, 'filing');
  do {
    if (course.mine().mine.decommissioned) return;
    const licenceId = course.fresh('L');
    if (chance.happens(0.8)) {
      course.send(owner(course), 'LicenceApplied', {
        licenceId,
        kind,
        ...(chance.happens(0.5) && { document: document(course, 'Application.pdf') }),
      });
      yield* takes(course, 'licensing');
      if (course.mine().mine.decommissioned) return;
      if (chance.happens(0.1)) {
        course.send(course.at('licensing'), 'LicenceRefused', { licenceId, reason: 'No plan of the site.' });
        continue;
      }
    }
    const days = chance.oneOf([180, 365, 365, 730, 1095]);
    const granted = yield* act(course, course.at('licensing'), 'LicenceGranted', {
      licenceId,
      kind,
      number: `GEN-${course.mineId}-${licenceId}`,
      ...(chance.happens(0.85) && { validUntil: dayAfter(course, days) }),
    });
    if (granted === 'done') yield* held(course, licenceId, days);
    else yield* after(course, 30 * DAY);
  } while (chance.happens(0.7));
}

function* held(course: Course, licenceId: string, days: number): Part<void> {
  const { chance } = course;
  yield* after(course, chance.fraction() * days * DAY);
  const reason = chance.oneOf(['Taxes unpaid', 'Load above the licence', 'Another operator runs the site']);
  const drawn = chance.fraction();
  if (drawn < 0.07 && isHeld(course, licenceId)) {
    course.send(course.at('licensing'), 'LicenceSuspended', { licenceId, reason });
    yield* takes(course, 'licensing');
    if (isHeld(course, licenceId, 'suspended') && chance.happens(0.7))
      course.send(course.at('licensing'), 'LicenceReinstated', { licenceId, reason: 'Made good' });
  } else if (drawn < 0.11 && isHeld(course, licenceId)) {
    course.send(course.at('licensing'), 'LicenceRevoked', { licenceId, reason });
  } else if (drawn < 0.15 && isHeld(course, licenceId)) {
    course.send(owner(course), 'LicenceSurrendered', { licenceId, reason: 'Replaced by another' });
  }
  yield* after(course, days * DAY);
}

function isHeld(course: Course, licenceId: string, status = 'granted'): boolean {
  const { mine } = course.mine();
  return !mine.decommissioned && mine.licences[licenceId]?.status === status;
}
