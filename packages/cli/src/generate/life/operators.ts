import { act, after, type Course, type Process } from '../course.ts';
import { DAY } from '../durations.ts';

/** At some time another operator takes the mine over. */
export function* changeOfOperator(course: Course): Process {
  yield* after(course, course.chance.fraction() * 700 * DAY);
  if (course.mine().mine.decommissioned) return;
  const number = course.chance.whole(1, 900);
  yield* act(course, course.at('supervisor'), 'OperatorChanged', {
    operator: { id: `op-x${number}`, name: `Generated successor ${number}` },
    reason: 'The mine was sold.',
  });
}
