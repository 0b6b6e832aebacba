import { act, after, type Course, isShutIn, owner, type Part, type Process, takes } from '../course.ts';
import { DAY } from '../durations.ts';

/** The owner appeals against the order: some with a stay, some late, some again after it was upheld. */
export function* appeal(course: Course, cycle: number): Process {
  if (course.mine().mine.closure?.cause !== 'order') return;
  yield* takes(course, 'appeal');
  if (!isShutIn(course, cycle)) return;
  const appealId = course.fresh('A');
  const lodged = yield* act(course, owner(course), 'AppealLodged', {
    appealId,
    grounds: course.chance.oneOf([
      'The figure registered was raised.',
      'The order names another site.',
      'Taxes were paid.',
    ]),
  });
  if (lodged !== 'done') return;
  if (course.chance.happens(0.2)) {
    yield* takes(course, 'answer');
    if (isPending(course, appealId)) course.send(owner(course), 'AppealWithdrawn', { appealId, reason: 'Settled.' });
    return;
  }
  if (course.chance.happens(0.4)) yield* stay(course, cycle, appealId);
  yield* takes(course, 'appeal decision');
  if (!isPending(course, appealId)) return;
  const decision = course.chance.oneOf(['upheld', 'upheld', 'upheld', 'varied', 'quashed']);
  yield* act(course, course.at('reviewer'), 'AppealDecided', {
    appealId,
    decision,
    reason: 'After looking at the file.',
  });
  if (decision === 'upheld' && course.chance.happens(0.1)) yield* appeal(course, cycle);
}

function* stay(course: Course, cycle: number, appealId: string): Part<void> {
  const reason = 'Machines without power are damaged by damp.';
  yield* after(course, DAY);
  if (!mayBeStayed(course, cycle, appealId, 'lodged.unstayed')) return;
  course.send(owner(course), 'StayRequested', { appealId, reason });
  yield* takes(course, 'answer');
  if (!mayBeStayed(course, cycle, appealId, 'lodged.unstayed')) return;
  if (course.chance.happens(0.55)) {
    course.send(course.at('reviewer'), 'StayRefused', { appealId, reason: 'No grave damage is to be seen.' });
    return;
  }
  course.send(course.at('reviewer'), 'StayGranted', { appealId, reason });
  if (!course.chance.happens(0.4)) return;
  yield* takes(course, 'answer');
  if (mayBeStayed(course, cycle, appealId, 'lodged.stayed'))
    course.send(course.at('reviewer'), 'StayEnded', { appealId, reason: 'The machines were moved.' });
}

function isPending(course: Course, appealId: string): boolean {
  return course.mine().mine.appeals.some((one) => one.appealId === appealId && one.status === 'pending');
}

function mayBeStayed(course: Course, cycle: number, appealId: string, state: string): boolean {
  return isPending(course, appealId) && isShutIn(course, cycle) && course.mine().value.appeal === state;
}
