import type { DeadlineAnswer, EventAnswer, MineDetail } from '../src/api/answers.ts';
import { aMine, aRequirement } from './a-mine.ts';

type Detail = MineDetail['detail'];
type State = Partial<MineDetail['state']>;

/** A mine that waits for its first inspection, with one requirement, as its owner is answered on 11 November 2018. */
export const closedMine: MineDetail = aMine({
  requirements: [aRequirement('LICENCES', 'licensing')],
  deadlines: [
    deadline('first-inspection', '2018-11-19', 'tax'),
    { ...deadline('appeal', '2018-12-05', null), party: 'owner' },
  ],
});

/** The same mine where it stands elsewhere in the chart, with other answers and other details. */
export function closedMineBut(
  { state = {}, ...answers }: Partial<Omit<MineDetail, 'detail' | 'state'>> & { readonly state?: State } = {},
  details: Partial<Detail> = {},
): MineDetail {
  return {
    ...closedMine,
    ...answers,
    state: { ...closedMine.state, ...state },
    detail: { ...closedMine.detail, ...details },
  };
}

/** The mine after its inspection: shut still, with its one requirement as given. */
export function inspectedMine(requirement: Partial<Detail['requirements'][number]>, details: Partial<Detail> = {}) {
  const requirements = closedMine.detail.requirements.map((one) => ({ ...one, ...requirement }));
  const answers = { status: 'inspected', state: { operation: 'inspected' } } as const;
  return closedMineBut(answers, { requirements, deadlines: [], ...details });
}

/** A deadline of an office. */
export function deadline(
  rule: DeadlineAnswer['rule'],
  dueOn: string,
  office: string | null,
  subject: string | null = null,
) {
  return {
    rule,
    dueOn,
    dueAt: `${dueOn}T23:59:59.999+08:00`,
    originalDueOn: dueOn,
    undated: null,
    started: { type: 'ClosureOrdered', at: '2018-11-05T00:00:00+08:00' },
    party: 'authority',
    office,
    subject,
    cycle: 1,
    overdue: false,
    daysLate: 0,
  } as const;
}

/** A guarantee letter that reopening depends on. */
export function aLetter(status: Detail['letters'][number]['status']): Detail['letters'][number] {
  return {
    letterId: 'G1',
    status,
    since: '2018-11-08T10:00:00+08:00',
    cycle: 1,
    counts: true,
    text: 'We keep to the rules.',
    dueOn: '2018-11-16',
    onBehalfOf: null,
    legalBasis: null,
    demandedFor: null,
    document: null,
    reason: null,
  };
}

/** An event of the mine. */
export function anEvent(
  type: EventAnswer['type'],
  occurredAt: string,
  revision: number,
  more: Partial<EventAnswer> = {},
): EventAnswer {
  return {
    eventId: `e-${revision}`,
    mineId: 'XJ-0004',
    type,
    revision,
    position: String(revision),
    data: {},
    occurredAt,
    occurredAtPrecision: 'instant',
    recordedAt: occurredAt,
    actor: { role: 'inspector', office: 'tax' },
    transition: null,
    commandId: null,
    causationId: null,
    correlationId: null,
    procedure: 'rectification@1',
    ...more,
  };
}
