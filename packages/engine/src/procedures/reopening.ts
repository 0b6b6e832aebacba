import { registered } from '../rectification/case/evolve.ts';
import { usualSenders } from '../rectification/catalogue.ts';
import { decide, initialValue, type Standing } from '../rectification/decide.ts';
import { type EventType, eventTypes } from '../rectification/events/events.ts';
import { NOT_STATED } from '../rectification/events/values.ts';
import type { ProcedureFault } from '../rectification/procedures/faults/fault.ts';
import { either, officesIn, peopleIn, sendersUnder } from '../rectification/procedures/faults/people.ts';
import { type Procedure, procedureName } from '../rectification/procedures/procedure.ts';
import { proceduresAfter } from '../rectification/procedures/procedures.ts';
import { officials } from '../rectification/roles.ts';
import { wayTo } from '../why-not/why-not.ts';

/**
 * Whether a mine that is closed under a procedure can ever be reopened: a way is searched by the statechart itself, of steps that
 * somebody in the directory may take. Owners and the system need no office. A waiver is an exception: it makes no way.
 */
export function reopeningFaults(procedure: Procedure, now: string): ProcedureFault[] {
  const barred = eventTypes.filter((type) => !somebodyMay(procedure, type));
  const possible = withoutEvents(procedure, barred);
  const standing = closedUnder(possible, now);
  const procedures = proceduresAfter(new Map(), {
    type: 'ProcedurePublished',
    data: { procedure: possible },
    occurredAt: now,
  });
  const way = standing && wayTo({ goal: 'ReopeningAuthorised', standing, present: { now, procedures } });
  if (way && way.pathSearch !== 'none') return [];
  const missing = barred.filter((type) => usualWay.has(type));
  const why = missing.map((type) => `nobody there may send ${type} (${either(sendersUnder(procedure, type))})`);
  return [
    {
      pointer: '',
      code: 'reopening-unreachable',
      detail: `lets no mine be reopened once it is closed: ${why.join('; ') || 'no course of events leads there'}; give the offices of the directory people of those roles`,
    },
  ];
}

/** The steps that are taken where nothing goes wrong. */
const usualWay: ReadonlySet<EventType> = new Set<EventType>([
  'InspectionStarted',
  'CheckRecorded',
  'InspectionPassed',
  'RequirementSatisfied',
  'RequirementsCertified',
  'ReopeningAuthorised',
]);

function somebodyMay(procedure: Procedure, type: EventType): boolean {
  const offices = officesIn(procedure);
  const rule = procedure.fourEyes[type];
  if (!rule) {
    const senders = usualSenders(type);
    return senders.some((role) => !officials.includes(role)) || peopleIn(offices, senders) > 0;
  }
  const able = [rule.request, rule.grant].every((roles) => peopleIn(offices, roles) > 0);
  return able && peopleIn(offices, [...new Set([...rule.request, ...rule.grant])]) > 1;
}

/** The same procedure, under which nobody may send some events. */
function withoutEvents(procedure: Procedure, types: readonly EventType[]): Procedure {
  const fourEyes = { ...procedure.fourEyes };
  for (const type of types) fourEyes[type] = { request: [], grant: [] };
  return { ...procedure, fourEyes };
}

/** A mine that was just closed; by whom does not matter to what follows. */
function closedUnder(procedure: Procedure, now: string): Standing | undefined {
  const [region = ''] = procedure.regions;
  const circumstances = {
    eventId: procedureName(procedure),
    occurredAt: now,
    occurredAtPrecision: 'instant',
    decidedAt: now,
    actor: { id: 'anyone', role: 'system', office: 'system' },
    procedure,
  } as const;
  const mine = registered({
    type: 'MineRegistered',
    data: {
      mineId: 'M1',
      name: NOT_STATED,
      region,
      operator: { id: 'O1', name: NOT_STATED },
      capacity: { amount: 1, unit: 'MW' },
    },
    ...circumstances,
  });
  const order = { grounds: NOT_STATED, authority: NOT_STATED, legalBasis: NOT_STATED };
  const closing = decide({ value: initialValue, mine }, { type: 'ClosureOrdered', data: order, ...circumstances });
  return closing.accepted ? closing.standing : undefined;
}
