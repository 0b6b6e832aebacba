import { endOfDay, milliseconds } from '../rectification/calendar.ts';
import type { Mine } from '../rectification/case/mine.ts';
import { hasPassed } from '../rectification/case/passed.ts';
import type { MineWithCourse } from '../rectification/deadlines/clocks.ts';
import { type DatedDeadline, isDated } from '../rectification/deadlines/deadline.ts';
import { deadlinesOf } from '../rectification/deadlines/deadlines-of.ts';
import { deadlineRules } from '../rectification/deadlines/rules.ts';
import type { EventData } from '../rectification/events/events.ts';
import type { Person } from '../rectification/roles.ts';

/** Who records what time alone brings about: no person. The same on every node, so that a key of it has one effect. */
export const theSystem: Person = { id: 'system', role: 'system', office: 'system', regions: 'all', mines: [] };

/** Something that the system puts on record, under a key that is the same on every node and at every attempt. */
export type SystemEvent = { readonly commandId: string } & {
  [T in 'DeadlinePassed' | 'LicenceExpired' | 'RequirementLapsed']: { readonly type: T; readonly data: EventData<T> };
}['DeadlinePassed' | 'LicenceExpired' | 'RequirementLapsed'];

/**
 * What time alone has brought about for a mine as it stands at an instant and is not on record yet, earliest first: deadlines that
 * passed, licences and met requirements past their last day. Pure; sending it flags and notifies, and moves no operation state.
 */
export function dueFor(folded: MineWithCourse, now: string): SystemEvent[] {
  const instant = milliseconds(now);
  return foreseen(folded).flatMap(({ after, event }) => (instant > after ? [event] : []));
}

/** The instant, in milliseconds, after which {@link dueFor} has more to say, if nothing else happens before; null if never. */
export function dueAfter(folded: MineWithCourse): number | null {
  return foreseen(folded)[0]?.after ?? null;
}

interface Foreseen {
  readonly after: number;
  readonly event: SystemEvent;
}

function foreseen(folded: MineWithCourse): Foreseen[] {
  const { mine } = folded;
  const deadlines = deadlinesOf(folded)
    .filter(isDated)
    .filter((deadline) => deadlineRules[deadline.rule].recorded && !hasPassed(mine, deadline))
    .map((deadline) => ({ after: milliseconds(deadline.dueAt), event: passed(mine, deadline) }));
  const ends = mine.decommissioned ? [] : [...requirementsEnding(mine), ...licencesEnding(mine)];
  return [...deadlines, ...ends].sort((a, b) => a.after - b.after);
}

function passed(mine: Mine, { rule, subject, dueOn, office, party, cycle }: DatedDeadline): SystemEvent {
  const ofCycle = [...mine.earlierClosures, mine.closure].find((closure) => closure?.cycle === cycle);
  return {
    type: 'DeadlinePassed',
    data: { rule, dueOn, who: office ?? party, ...(subject === null ? {} : { subject }) },
    commandId: keyOf('deadline', ofCycle?.eventId, rule, subject, dueOn),
  };
}

function licencesEnding({ licences, procedure }: Mine): Foreseen[] {
  return Object.values(licences).flatMap(({ licenceId, status, validUntil }): Foreseen[] => {
    if (validUntil === null || (status !== 'granted' && status !== 'suspended')) return [];
    return [
      {
        after: milliseconds(endOfDay(validUntil, procedure.zone)),
        event: {
          type: 'LicenceExpired',
          data: { licenceId },
          commandId: keyOf('licence', licenceId, validUntil),
        },
      },
    ];
  });
}

function requirementsEnding({ requirements, procedure }: Mine): Foreseen[] {
  return Object.entries(requirements).flatMap(([requirement, { status, validUntil, since }]): Foreseen[] => {
    if (validUntil === null || (status !== 'satisfied' && status !== 'waived')) return [];
    return [
      {
        after: milliseconds(endOfDay(validUntil, procedure.zone)),
        event: {
          type: 'RequirementLapsed',
          data: { requirement },
          commandId: keyOf('requirement', requirement, since, validUntil),
        },
      },
    ];
  });
}

/** A key that names what it is about; the mine is its scope. */
function keyOf(...parts: readonly (string | null | undefined)[]): string {
  return parts.map((part) => part ?? '-').join('/');
}
