import { mineStatus } from '@rectify/engine';
import type { BottleneckAnalysis, Figures, StatisticsAnswer } from '../src/index.ts';

/** A figure, and the query that is said to count the same. */
export type Counted = readonly [name: string, figure: number, query: string | null | undefined];

type Rows = Pick<NonNullable<Figures['explain']>['survival'], 'survival'> | undefined;

/** What figures count of closures. */
export function countedIn(name: string, figures: Figures): Counted[] {
  const { explain, total, ongoing, ended, byOutcome, waitingOn, lateByOffice, perState, survival, endedOnly } = figures;
  return [
    [`${name} total`, total, explain?.total],
    [`${name} ongoing`, ongoing, explain?.ongoing],
    [`${name} ended`, ended, explain?.ended],
    ...Object.entries(byOutcome).map(([outcome, count]): Counted => {
      const query = Object.entries(explain?.byOutcome ?? {}).find(([key]) => key === outcome);
      return [`${name} ${outcome}`, count, query?.[1]];
    }),
    [`${name} owner`, waitingOn.owner, explain?.waitingOn.owner],
    [`${name} authority`, waitingOn.authority, explain?.waitingOn.authority],
    [`${name} nobody`, waitingOn.nobody, explain?.waitingOn.nobody],
    ...Object.entries(waitingOn.byOffice).map(([office, count]): Counted => {
      return [`${name} ${office}`, count, explain?.waitingOn.byOffice[office]];
    }),
    ...Object.entries(lateByOffice).map(([office, count]): Counted => {
      return [`${name} late ${office}`, count, explain?.lateByOffice[office]];
    }),
    [`${name} observed`, survival.n, explain?.survival.n],
    [`${name} events`, survival.events, explain?.survival.events],
    [`${name} censored`, survival.censored, explain?.survival.censored],
    ...survival.outcomes.map(({ outcome, events }): Counted => {
      const query = Object.entries(explain?.survival.outcomes ?? {}).find(([key]) => key === outcome);
      return [`${name} ends by ${outcome}`, events, query?.[1]];
    }),
    ...countedOnDays(name, survival, explain?.survival),
    [`${name} ran again`, endedOnly.count, explain?.endedOnly.count],
    [`${name} not counted`, endedOnly.notCounted, explain?.endedOnly.notCounted],
    [`${name} decommissioned only`, endedOnly.decommissioned, explain?.endedOnly.decommissioned],
    ...Object.entries(perState).map(([state, { now }]): Counted => {
      const query = Object.entries(explain?.inStateNow ?? {}).find(([key]) => key === state);
      return [`${name} ${state}`, now, query?.[1]];
    }),
    ...Object.entries(perState).map(([state, { closures }]): Counted => {
      const query = Object.entries(explain?.beenInState ?? {}).find(([key]) => key === state);
      return [`${name} been ${state}`, closures, query?.[1]];
    }),
    ...Object.entries(perState).map(([state, { stays }]): Counted => {
      const query = Object.entries(explain?.staysInState ?? {}).find(([key]) => key === state);
      return [`${name} stays in ${state}`, stays, query?.[1]];
    }),
    ...Object.entries(perState).map(([state, { staysGoingOn }]): Counted => {
      const query = Object.entries(explain?.staysGoingOn ?? {}).find(([key]) => key === state);
      return [`${name} stays going on in ${state}`, staysGoingOn, query?.[1]];
    }),
  ];
}

/** What statistics count of mines. */
export function countedMines({ mines, byStatus, explainMines }: StatisticsAnswer): Counted[] {
  return [
    ['mines', mines, explainMines?.mines],
    ...mineStatus.options.map((status): Counted => [status, byStatus[status], explainMines?.byStatus[status]]),
  ];
}

/** What the rows of a survival count. */
function countedOnDays(name: string, { survival }: Pick<Figures['survival'], 'survival'>, explain: Rows) {
  return survival.flatMap(({ time, atRisk, events, censored }, index): Counted[] => {
    const row = explain?.survival?.[index];
    return [
      [`${name} at risk on day ${time}`, atRisk, row?.atRisk],
      [`${name} events up to day ${time}`, events, row?.events],
      [`${name} censored up to day ${time}`, censored, row?.censored],
    ];
  });
}

/** What statistics count of reported losses. */
export function countedLosses({ lostCapacity, explainLostCapacity }: StatisticsAnswer): Counted[] {
  const { byUnit, disagreeing, ofCampaigns, left } = lostCapacity ?? never();
  return [
    ...byUnit.flatMap(({ unit, closures, reports }, index): Counted[] => [
      [`closures that lost ${unit}`, closures, explainLostCapacity?.byUnit[index]?.closures],
      [`reports of ${unit}`, reports, explainLostCapacity?.byUnit[index]?.reports],
    ]),
    ['disagreeing', disagreeing.length + left.disagreeing, explainLostCapacity?.disagreeing],
    ['of campaigns', ofCampaigns.length + left.ofCampaigns, explainLostCapacity?.ofCampaigns],
  ];
}

function never(): never {
  throw new Error('Statistics were answered without reported losses.');
}

/** What is counted of where closures are held up. */
export function countedBottlenecks({ closures, explain, states, parties }: BottleneckAnalysis): Counted[] {
  return [
    ['held up', closures, explain?.closures],
    ...states.flatMap((one): Counted[] => [
      [`held up in ${one.state}`, one.closures, one.explain?.closures],
      [`now in ${one.state}`, one.now, one.explain?.now],
      [`stays in ${one.state}`, one.stays, one.explain?.stays],
      [`stays going on in ${one.state}`, one.staysGoingOn, one.explain?.staysGoingOn],
      ...countedOnDays(`stays in ${one.state}`, one.lengths, one.explain?.lengths),
    ]),
    ...parties.flatMap((one): Counted[] => [
      [`waiting for ${one.party} ${one.office}`, one.now, one.explain?.now],
      [`late of ${one.party} ${one.office}`, one.late, one.explain?.late],
    ]),
  ];
}
