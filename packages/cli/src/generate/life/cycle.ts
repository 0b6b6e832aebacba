import { after, type Course, isShutIn, owner, type Part, takes } from '../course.ts';
import { DAY } from '../durations.ts';
import { appeal } from './appealing.ts';
import { givingUp, liftRequest, withdrawal } from './asking.ts';
import { service } from './closing.ts';
import { correction } from './correcting.ts';
import { caseWork, lostCapacity, notes, statement } from './filing.ts';
import { inspection } from './inspecting.ts';
import { letter } from './letters.ts';
import { migration } from './migrating.ts';
import { direction } from './power.ts';
import { relocation } from './relocation.ts';
import { remediation } from './remediating.ts';
import { reopening } from './reopening.ts';
import { evidenceForAll } from './requirements.ts';

/** What may go on beside the way to reopening, and in what share of the cycles. Invented. */
const beside = [
  [service, 1],
  [caseWork, 0.3],
  [appeal, 0.2],
  [liftRequest, 0.08],
  [letter, 0.12],
  [direction, 0.12],
  [withdrawal, 0.06],
  [givingUp, 0.07],
  [relocation, 0.03],
  [migration, 0.8],
  [notes, 0.25],
  [statement, 0.06],
  [lostCapacity, 0.07],
  [correction, 0.09],
] as const;

/** A closure cycle from its beginning until the mine may run again, or is given up. */
export function* cycle(course: Course): Part<void> {
  const { cycle: number } = course.mine().mine;
  for (const [process, share] of beside) if (course.chance.happens(share)) course.fork(process(course, number));
  while (isShutIn(course, number)) yield* nextStep(course, number);
  const { value } = course.mine();
  if (value.operation !== 'reopened' && value.operation !== 'operating') return;
  if (course.chance.happens(0.3)) return;
  yield* takes(course, 'resumption');
  const { mine, value: now } = course.mine();
  const runs = now.operation === 'reopened' || now.operation === 'operating';
  if (runs && now.power !== 'relocating' && !mine.resumed) course.send(owner(course), 'OperationResumed', {});
}

function* nextStep(course: Course, number: number): Part<void> {
  switch (course.mine().value.operation) {
    case 'closed.awaitingInspection':
    case 'closed.awaitingReinspection':
      return yield* inspection(course, number);
    case 'closed.remediating':
      return yield* remediation(course, number);
    case 'inspected':
      return yield* evidenceForAll(course, number);
    case 'licensed':
      return yield* reopening(course, number);
    default:
      return yield* after(course, DAY);
  }
}
