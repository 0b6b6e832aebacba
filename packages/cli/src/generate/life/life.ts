import { isShut } from '@rectify/engine';
import { after, type Course, type Process, takes } from '../course.ts';
import { DAY } from '../durations.ts';
import { nextCause } from '../seasons.ts';
import { closing } from './closing.ts';
import { cycle } from './cycle.ts';
import { licences } from './licences.ts';
import { changeOfOperator } from './operators.ts';
import { relocation } from './relocation.ts';

/** The life of a mine from its registration on: it runs until there is cause to close it, is shut for a while, and runs again. */
export function* life(course: Course): Process {
  const { chance, campaigns } = course;
  if (chance.happens(0.25)) course.fork(licences(course));
  if (chance.happens(0.03)) course.fork(changeOfOperator(course));
  if (chance.happens(0.02)) course.fork(relocation(course));
  for (;;) {
    const { mine, value } = course.mine();
    if (mine.decommissioned) return;
    if (isShut(value.operation)) {
      yield* cycle(course);
      continue;
    }
    const cause = nextCause(course.now(), mine.region, campaigns, chance);
    yield* after(course, cause.at - course.now());
    if (course.mine().mine.decommissioned || isShut(course.mine().value.operation)) continue;
    const done = yield* closing(course, cause);
    if (done !== 'done' && chance.happens(0.5)) yield* after(course, 30 * DAY);
    else if (done !== 'done') yield* takes(course, 'filing');
  }
}
