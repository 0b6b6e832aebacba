import { after, type Course, owner, type Part, type Process, takes } from '../course.ts';
import { DAY } from '../durations.ts';
import { drawnRegion, OUTSIDE } from '../regions.ts';

/** At some time the mine moves of its own accord. */
export function* relocation(course: Course): Process {
  yield* after(course, course.chance.fraction() * 300 * DAY);
  if (course.mine().mine.decommissioned || course.mine().value.power === 'relocating') return;
  yield* moving(course);
}

/** A move to another site: within the jurisdiction, out of it, or given up. */
export function* moving(course: Course, directionId?: string): Part<void> {
  const { chance } = course;
  course.send(owner(course), 'RelocationStarted', {
    destination: 'A site nearer to the substation',
    ...(directionId !== undefined && { directionId }),
  });
  yield* takes(course, 'relocation');
  if (course.mine().value.power !== 'relocating') return;
  if (chance.happens(0.2)) {
    course.send(owner(course), 'RelocationAbandoned', { reason: 'The lease fell through.' });
    return;
  }
  const site = `Generated site ${course.mineId}-${course.fresh('S')}`;
  const isLeaving = chance.happens(0.2);
  const successor = isLeaving ? { successor: `SUCCESSOR-${course.mineId}` } : {};
  const { region } = course.mine().mine;
  const to = isLeaving ? OUTSIDE : chance.happens(0.7) ? region : drawnRegion(chance);
  course.send(course.at('inspector'), 'RelocationCompleted', { site, region: to, ...successor });
}
