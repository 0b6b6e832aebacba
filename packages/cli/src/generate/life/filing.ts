import { dayIn } from '../beijing.ts';
import { act, type Course, dayAfter, document, isShutIn, owner, type Process, perhapsLate, takes } from '../course.ts';

/** Somebody has the case; some hand it over. */
export function* caseWork(course: Course, cycle: number): Process {
  yield* takes(course, 'approval');
  if (!isShutIn(course, cycle)) return;
  const assignee = course.at('inspector').id;
  course.send(course.at('supervisor'), 'CaseAssigned', { assignee });
  if (!course.chance.happens(0.2)) return;
  yield* takes(course, 'withdrawal');
  if (!isShutIn(course, cycle)) return;
  const other = course.at('inspector', assignee).id;
  course.send(course.at('supervisor'), 'CaseHandedOver', { assignee: other, note: 'On leave' });
}

/** Notes and documents for the file. */
export function* notes(course: Course, cycle: number): Process {
  const { chance } = course;
  do {
    yield* takes(course, 'filing');
    if (!isShutIn(course, cycle)) return;
    const visibility = chance.happens(0.7) ? 'internal' : 'owner';
    const told = yield* perhapsLate(course);
    const who = course.at(chance.oneOf(['inspector', 'licensing', 'supervisor']));
    if (chance.happens(0.3))
      yield* act(course, who, 'DocumentAttached', { document: document(course, 'Photographs.pdf'), visibility }, told);
    else yield* act(course, who, 'NoteAdded', { text: 'Spoke to the operator by telephone.', visibility }, told);
  } while (chance.happens(0.4));
}

/** The owner says something for the file. */
export function* statement(course: Course, cycle: number): Process {
  yield* takes(course, 'compliance');
  if (isShutIn(course, cycle))
    course.send(owner(course), 'OwnerStatementFiled', { text: 'We have run within our figure at all times.' });
}

/** The owner reports what it lost. */
export function* lostCapacity(course: Course, cycle: number): Process {
  yield* takes(course, 'withdrawal');
  const { closure, capacity } = course.mine().mine;
  if (!isShutIn(course, cycle) || !closure) return;
  course.send(owner(course), 'LostCapacityReported', {
    amountPerDay: Math.round(capacity.amount * 24 * 10) / 10,
    approximate: course.chance.happens(0.5),
    unit: capacity.unit === 'MW' ? 'MWh' : capacity.unit,
    scope: 'mine',
    from: dayIn(Date.parse(closure.since)),
    ...(course.chance.happens(0.4) && { to: dayAfter(course, 0) }),
  });
}
