import { act, type Course, isShutIn, owner, type Process, takes } from '../course.ts';

/** The owner asks for the closure to be lifted; a supervisor refuses, or withdraws the order. */
export function* liftRequest(course: Course, cycle: number): Process {
  yield* takes(course, 'appeal');
  if (!isShutIn(course, cycle) || course.mine().mine.liftRequest !== null) return;
  course.send(owner(course), 'LiftRequested', { reason: 'What the order says was made good.' });
  yield* takes(course, 'answer');
  if (!isShutIn(course, cycle) || course.mine().mine.liftRequest === null) return;
  const supervisor = course.at('supervisor');
  const hasOrder = course.mine().mine.closure?.cause === 'order';
  if (hasOrder && course.chance.happens(0.2))
    course.send(supervisor, 'ClosureWithdrawn', { reason: 'What the order says was made good.' });
  else course.send(supervisor, 'LiftRefused', { reason: 'The inspection is still to come.' });
}

/** A supervisor withdraws the order. */
export function* withdrawal(course: Course, cycle: number): Process {
  yield* takes(course, 'withdrawal');
  if (isShutIn(course, cycle) && course.mine().mine.closure?.cause === 'order')
    yield* act(course, course.at('supervisor'), 'ClosureWithdrawn', { reason: 'The grounds have fallen away.' });
}

/** The mine is given up while it is shut, and leaves the register. */
export function* givingUp(course: Course, cycle: number): Process {
  yield* takes(course, 'giving up');
  if (!isShutIn(course, cycle)) return;
  const reason = course.chance.oneOf(['Sold for scrap', 'The lease of the site ended', 'The operator gave up']);
  yield* act(course, course.at('supervisor'), 'MineDecommissioned', { reason });
}
