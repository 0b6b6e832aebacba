import { procedureName } from '@rectify/engine';
import { act, after, type Course, isShutIn, type Process } from '../course.ts';
import { DAY } from '../durations.ts';

/** A supervisor moves the open cycle to the version that came into force meanwhile. */
export function* migration(course: Course, cycle: number): Process {
  for (let tries = 0; tries < 6; tries++) {
    yield* after(course, 20 * DAY);
    if (!isShutIn(course, cycle)) return;
    const newest = course.newestProcedure();
    if (newest === procedureName(course.mine().mine.procedure)) continue;
    const data = { procedure: newest, reason: 'The new version is in force.' };
    yield* act(course, course.at('supervisor'), 'ProcedureMigrated', data);
    return;
  }
}
