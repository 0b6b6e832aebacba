import { act, type Course, dayAfter, owner, type Part, type Process, takes } from '../course.ts';
import { moving } from './relocation.ts';

/** A direction to curtail power, or to relocate: met, breached, withdrawn, ended. */
export function* direction(course: Course): Process {
  const { chance } = course;
  yield* takes(course, 'service');
  if (course.mine().mine.decommissioned || course.mine().value.power !== 'none') return;
  const { capacity } = course.mine().mine;
  const amount = Math.max(0.1, Math.round(capacity.amount * 4) / 10);
  const directionId = course.fresh('P');
  yield* act(course, course.at('supervisor'), 'PowerDirectionIssued', {
    directionId,
    alternatives: chance.happens(0.4) ? ['relocate', 'curtail'] : ['curtail'],
    dueOn: dayAfter(course, 10),
    cap: { amount, unit: capacity.unit },
  });
  yield* takes(course, 'compliance');
  if (!isOrdered(course, directionId)) return;
  if (chance.happens(0.15)) return yield* moving(course, directionId);
  if (chance.happens(0.12)) {
    course.send(course.at('powerInspector'), 'PowerDirectionBreached', { directionId, reason: 'Load above the cap.' });
    yield* takes(course, 'compliance');
    if (!isOrdered(course, directionId)) return;
  }
  if (chance.happens(0.12)) {
    course.send(course.at('supervisor'), 'PowerDirectionWithdrawn', { directionId, reason: 'The grid is stable.' });
    return;
  }
  yield* curtailing(course, directionId, { amount: Math.max(0.1, amount / 2), unit: capacity.unit });
}

function* curtailing(course: Course, directionId: string, to: { amount: number; unit: string }): Part<void> {
  course.send(owner(course), 'PowerCurtailed', { directionId, to });
  yield* takes(course, 'answer');
  if (course.mine().value.power !== 'curtailed') return;
  course.send(course.at('powerInspector'), 'CurtailmentVerified', { directionId });
  yield* takes(course, 'relocation');
  if (course.mine().value.power !== 'curtailed') return;
  course.send(course.at('supervisor'), 'CurtailmentEnded', { directionId, reason: 'The winter is over.' });
}

function isOrdered(course: Course, directionId: string): boolean {
  const { mine, value } = course.mine();
  return value.power === 'ordered' && mine.power.direction?.directionId === directionId && !mine.decommissioned;
}
