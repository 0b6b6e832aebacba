import { act, type Course, dayAfter, document, isShutIn, owner, type Process, takes } from '../course.ts';

/** A guarantee letter is demanded; it is signed, or declined and then withdrawn. A few are breached. */
export function* letter(course: Course, cycle: number): Process {
  const { chance } = course;
  yield* takes(course, 'withdrawal');
  if (!isShutIn(course, cycle)) return;
  const letterId = course.fresh('G');
  const demander = course.at(chance.happens(0.5) ? 'inspector' : 'supervisor');
  const demanded = yield* act(course, demander, 'GuaranteeLetterDemanded', {
    letterId,
    text: 'The operator guarantees to keep to the power supply plan.',
    dueOn: dayAfter(course, 14),
    reason: 'Installed capacity above the figure registered',
  });
  yield* takes(course, 'compliance');
  if (demanded !== 'done' || statusOf(course, letterId) !== 'demanded' || isGone(course)) return;
  const isDeclined = chance.happens(0.15);
  if (isDeclined) {
    course.send(owner(course), 'GuaranteeLetterDeclined', { letterId, reason: 'It guarantees what the grid decides.' });
    yield* takes(course, 'answer');
    if (!isGone(course))
      course.send(course.at('supervisor'), 'GuaranteeLetterWithdrawn', { letterId, reason: 'Not needed.' });
    return;
  }
  course.send(owner(course), 'GuaranteeLetterSigned', {
    letterId,
    document: document(course, `Letter ${letterId}.pdf`),
  });
  yield* takes(course, 'answer');
  if (isGone(course)) return;
  if (chance.happens(0.8)) course.send(course.at('inspector'), 'GuaranteeLetterAccepted', { letterId });
  if (!chance.happens(0.15)) return;
  yield* takes(course, 'relocation');
  if (isGone(course)) return;
  course.send(course.at('inspector'), 'GuaranteeLetterBreached', {
    letterId,
    reason: 'More machines ran than reported.',
  });
  yield* takes(course, 'answer');
  if (!isGone(course)) course.send(course.at('supervisor'), 'GuaranteeLetterWithdrawn', { letterId, reason: 'Spent.' });
}

function statusOf(course: Course, letterId: string): string | undefined {
  return course.mine().mine.letters.find((one) => one.letterId === letterId)?.status;
}

function isGone(course: Course): boolean {
  return course.mine().mine.decommissioned;
}
