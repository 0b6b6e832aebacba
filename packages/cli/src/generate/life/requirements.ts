import { act, type Course, dayAfter, document, isShutIn, owner, type Part, shortly, takes } from '../course.ts';
import type { Desk } from '../people.ts';

const desks: Readonly<Record<string, Desk>> = {
  POWER_SUPPLY_PROCEDURE: 'powerLicensing',
  SOCIAL_SECURITY: 'socialSecurity',
};

/** The owner shows that the requirements are met, each to its office; when all are, the licensing office certifies it. */
export function* evidenceForAll(course: Course, cycle: number): Part<void> {
  yield* takes(course, 'evidence');
  for (const { code } of course.mine().mine.procedure.requirements) {
    yield* shortly(course);
    if (!isInspected(course, cycle)) return;
    if (!isMissing(course, code)) continue;
    const name = `${code}.pdf`;
    course.send(owner(course), 'EvidenceSubmitted', { requirement: code, document: document(course, name) });
  }
  yield* takes(course, 'evidence answer');
  for (const { code } of course.mine().mine.procedure.requirements) {
    yield* shortly(course);
    if (!isInspected(course, cycle)) return;
    answer(course, code);
  }
  yield* takes(course, 'certificate');
  const { requirements } = course.mine().mine;
  const isMet = Object.values(requirements).every(
    ({ status, validUntil }) =>
      (status === 'satisfied' || status === 'waived') && (validUntil === null || validUntil >= dayAfter(course, 0)),
  );
  if (isMet && isInspected(course, cycle)) yield* act(course, course.at('licensing'), 'RequirementsCertified', {});
}

function answer(course: Course, requirement: string): void {
  const { chance } = course;
  if (course.mine().mine.requirements[requirement]?.status !== 'submitted') return;
  const office = course.at(desks[requirement] ?? 'licensing');
  const drawn = chance.fraction();
  if (drawn < 0.08) course.send(office, 'RequirementReturned', { requirement, reason: 'Pages are missing.' });
  else if (drawn < 0.1) {
    const expiresOn = dayAfter(course, chance.whole(20, 120));
    course.send(course.at('supervisor'), 'RequirementWaived', { requirement, reason: 'The office moves.', expiresOn });
  } else {
    const validUntil = chance.happens(0.15) && { validUntil: dayAfter(course, chance.whole(10, 180)) };
    course.send(office, 'RequirementSatisfied', { requirement, ...validUntil });
  }
}

function isMissing(course: Course, requirement: string): boolean {
  const status = course.mine().mine.requirements[requirement]?.status;
  return status !== 'satisfied' && status !== 'waived' && status !== 'submitted';
}

function isInspected(course: Course, cycle: number): boolean {
  return course.mine().value.operation === 'inspected' && isShutIn(course, cycle);
}
