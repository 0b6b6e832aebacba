import { letterThatCounts } from '@rectify/engine';
import { act, after, type Course, dayAfter, isShutIn, type Part, takes } from '../course.ts';
import { DAY } from '../durations.ts';

/** Two supervisors let the mine run again, once nothing speaks against it; a requirement that is no longer valid is satisfied again. */
export function* reopening(course: Course, cycle: number): Part<void> {
  yield* takes(course, 'reopening');
  if (!isLicensed(course, cycle)) return;
  const { letters, power, requirements } = course.mine().mine;
  for (const [requirement, { status, validUntil }] of Object.entries(requirements)) {
    if (status === 'lapsed' || (validUntil !== null && validUntil < dayAfter(course, 5)))
      course.send(course.at('licensing'), 'RequirementSatisfied', { requirement, validUntil: dayAfter(course, 365) });
  }
  const letter = letterThatCounts(letters, course.mine().mine.cycle);
  const isBound = letter !== undefined && letter.status !== 'signed' && letter.status !== 'accepted';
  const isUnmet = power.relocation !== null || (power.direction !== null && power.direction.verifiedAt === null);
  if (isBound || isUnmet) yield* after(course, 5 * DAY);
  else yield* act(course, course.at('supervisor'), 'ReopeningAuthorised', {});
}

function isLicensed(course: Course, cycle: number): boolean {
  return course.mine().value.operation === 'licensed' && isShutIn(course, cycle);
}
