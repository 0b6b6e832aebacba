import { registered } from '../../case/evolve.ts';
import { decide, initialValue, type Standing } from '../../decide.ts';
import type { EventData, EventType } from '../../events/events.ts';
import { NOT_STATED } from '../../events/values.ts';
import type { MineEvent, MineEventOf } from '../../mine-event.ts';
import type { Procedure } from '../procedure.ts';
import type { ProcedureFault } from './fault.ts';
import { either, officesIn, peopleIn, sendersUnder } from './people.ts';

/**
 * Whether a mine that is closed under a procedure can ever be reopened: the shortest course is taken through the statechart itself,
 * and each of its steps needs somebody in the directory who may take it.
 */
export function reopeningFaults(procedure: Procedure): ProcedureFault[] {
  const course = shortestCourse(procedure);
  const untaken = [...new Set(course.map(({ type }) => type))].filter((type) => !somebodyMay(procedure, type));
  const barred = firstRefusal(procedure, course);
  if (untaken.length === 0 && barred === undefined) return [];
  const why = [
    ...untaken.map((type) => `nobody in the directory may send ${type} (${either(sendersUnder(procedure, type))})`),
    ...(barred === undefined ? [] : [barred]),
  ];
  return [
    {
      pointer: '',
      code: 'reopening-unreachable',
      detail: `lets no mine be reopened once it is closed: ${why.join('; ')}; give the offices of the directory people of those roles`,
    },
  ];
}

function somebodyMay(procedure: Procedure, type: EventType): boolean {
  const offices = officesIn(procedure);
  const rule = procedure.fourEyes[type];
  if (!rule) return peopleIn(offices, sendersUnder(procedure, type)) > 0;
  const able = [rule.request, rule.grant].every((roles) => peopleIn(offices, roles) > 0);
  return able && peopleIn(offices, [...new Set([...rule.request, ...rule.grant])]) > 1;
}

type Step = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

function shortestCourse({ checks, requirements, minimumInspectors }: Procedure): Step[] {
  const inspectionId = 'I1';
  return [
    { type: 'ClosureOrdered', data: { grounds: NOT_STATED, authority: NOT_STATED, legalBasis: NOT_STATED } },
    { type: 'InspectionStarted', data: { inspectionId, inspectorsPresent: minimumInspectors } },
    ...checks.map(({ code: check }): Step => ({ type: 'CheckRecorded', data: { check, outcome: 'pass' } })),
    { type: 'InspectionPassed', data: { inspectionId } },
    ...requirements.map(({ code: requirement }): Step => ({ type: 'RequirementSatisfied', data: { requirement } })),
    { type: 'RequirementsCertified', data: {} },
    { type: 'ReopeningAuthorised', data: {} },
  ];
}

/** Why the chart refuses the first step that it refuses; undefined when it takes them all. */
function firstRefusal(procedure: Procedure, course: readonly Step[]): string | undefined {
  let standing: Standing = { value: initialValue, mine: registered(registration(procedure)) };
  for (const step of course) {
    const decision = decide(standing, happening(step, procedure));
    if (!decision.accepted) return `${step.type} is refused: ${decision.reasons.map(({ detail }) => detail).join(' ')}`;
    standing = decision.standing;
  }
  return standing.value.operation === 'reopened' ? undefined : `the course ends ${standing.value.operation}`;
}

/** When and by whom does not matter to the course: guards read no clock, and who may send is asked apart. */
function happening(step: Step, procedure: Procedure): MineEvent {
  return { ...step, ...circumstances, procedure };
}

function registration(procedure: Procedure): MineEventOf<'MineRegistered'> {
  const [region = ''] = procedure.regions;
  const data = {
    mineId: 'M1',
    name: NOT_STATED,
    region,
    operator: { id: 'O1', name: NOT_STATED },
    capacity: { amount: 1, unit: 'MW' },
  };
  return { type: 'MineRegistered', data, ...circumstances, procedure };
}

const circumstances = {
  eventId: '00000000-0000-4000-8000-000000000000',
  occurredAt: '2018-11-05T00:00:00Z',
  occurredAtPrecision: 'instant',
  decidedAt: '2018-11-05T00:00:00Z',
  actor: { id: 'anyone', role: 'system', office: 'system' },
} as const;
