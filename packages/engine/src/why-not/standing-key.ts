import { alreadyQuashed, pendingAppeal } from '../rectification/case/appeals.ts';
import { unresolvedChecks } from '../rectification/case/checks.ts';
import { openFindings } from '../rectification/case/findings.ts';
import type { Letters } from '../rectification/case/letters.ts';
import { inOpenCycle } from '../rectification/case/open-cycle.ts';
import { isMet } from '../rectification/case/requirements.ts';
import type { Standing } from '../rectification/decide.ts';
import { procedureName } from '../rectification/procedures/procedure.ts';

/**
 * What two standings have in common if every event is as far away from the one as from the other at an instant: how many findings, checks and
 * requirements are outstanding and not which, how things stand and not since when, by whom or under which id.
 */
export function standingKey({ value, mine }: Standing, now: string): string {
  const { findings, extensionRequests, checks, procedure, closure, appeals, cycle, power, licences, approvals } = mine;
  const open = openFindings(findings);
  const appeal = pendingAppeal(appeals, cycle);
  return JSON.stringify([
    value.operation,
    value.appeal,
    value.power,
    procedureName(procedure),
    mine.region,
    cycle > 0,
    inOpenCycle(mine),
    closure && [closure.cause, closure.served !== null],
    mine.siteInspected,
    mine.inspections.failed,
    open.length,
    open.filter(({ findingId }) => Object.hasOwn(extensionRequests, findingId)).length,
    Object.keys(extensionRequests).length,
    unresolvedChecks(checks, procedure).length,
    requirements({ value, mine }, now),
    Object.values(licences)
      .map(({ status }) => status)
      .filter(first)
      .sort(),
    lettersThatCount(mine.letters, cycle),
    mine.letters
      .map(({ status }) => status)
      .filter(first)
      .sort(),
    power.direction && [
      power.direction.alternatives.includes('curtail'),
      power.direction.curtailedTo !== null,
      power.direction.verifiedAt !== null,
    ],
    power.relocation?.startedFrom,
    appeal?.stay,
    alreadyQuashed(appeals, cycle),
    appeals.some(({ status }) => status === 'pending'),
    mine.liftRequest !== null,
    mine.resumed,
    Object.keys(approvals).length > 0,
  ]);
}

function requirements({ mine }: Standing, now: string): string[] {
  const { requirements: rules, zone } = mine.procedure;
  return rules
    .map(({ code, lapsesWithLicence }) => {
      const requirement = mine.requirements[code];
      return `${requirement?.status ?? 'missing'} ${isMet(requirement, now, zone)} ${lapsesWithLicence}`;
    })
    .sort();
}

/** The statuses of the current cycle's letters from the latest that was not withdrawn back to one that is in order. */
function lettersThatCount(letters: Letters, cycle: number): string[] {
  const counting = letters
    .filter((letter) => letter.cycle === cycle && letter.status !== 'withdrawn')
    .map(({ status }) => status)
    .reverse();
  const inOrder = counting.findIndex((status) => status === 'signed' || status === 'accepted');
  return inOrder < 0 ? counting : counting.slice(0, inOrder + 1);
}

function first<T>(value: T, index: number, values: readonly T[]): boolean {
  return values.indexOf(value) === index;
}
