import { isInside } from './case/boundary.ts';
import type { Mine } from './case/mine.ts';
import { inOpenCycle } from './case/open-cycle.ts';
import { own } from './case/own.ts';
import { reasonsAgainst } from './guards/guards.ts';
import type { MineEvent } from './mine-event.ts';

/** What a transition asks of mine and event beyond that no reason stands against the event: which way it goes, whether a region follows. */
export type ChartCondition = (mine: Mine, event: MineEvent) => boolean;

const inside = (mine: Mine, event: MineEvent) =>
  event.type === 'RelocationCompleted' && isInside(mine, event.data.region);
const outside = (mine: Mine, event: MineEvent) =>
  event.type === 'RelocationCompleted' && !isInside(mine, event.data.region);
const holdsLicence = (mine: Mine, event: MineEvent) =>
  (event.type === 'LicenceSuspended' || event.type === 'LicenceRevoked' || event.type === 'LicenceSurrendered') &&
  own(mine.licences, event.data.licenceId)?.status === 'granted';
const onNewSite = (mine: Mine) => !mine.siteInspected;
const wasReopened = (mine: Mine) => mine.siteInspected && mine.everReopened;
const neverReopened = (mine: Mine) => mine.siteInspected && !mine.everReopened;
const shut = (mine: Mine) => inOpenCycle(mine);
const runningAndInside = (mine: Mine, event: MineEvent) => !inOpenCycle(mine) && inside(mine, event);
const fromAwaitingInspection = ({ inspections }: Mine) =>
  inspections.running?.startedFrom === 'closed.awaitingInspection';
const fromAwaitingReinspection = ({ inspections }: Mine) =>
  inspections.running?.startedFrom === 'closed.awaitingReinspection';
const movedFrom = (state: 'none' | 'ordered' | 'curtailed') => (mine: Mine) =>
  mine.power.relocation?.startedFrom === state;
const ofThisCycle = (mine: Mine, event: MineEvent) =>
  (event.type === 'AppealDecided' || event.type === 'AppealWithdrawn') &&
  mine.appeals.some(({ appealId, cycle }) => appealId === event.data.appealId && cycle === mine.cycle);
const ofAnEarlierCycle = (mine: Mine, event: MineEvent) => !ofThisCycle(mine, event);

/** The conditions by the names that the chart calls them by; `met` asks nothing further. */
export const chartConditions = {
  met: () => true,
  inside,
  outside,
  holdsLicence,
  onNewSite,
  wasReopened,
  neverReopened,
  shut,
  runningAndInside,
  fromAwaitingInspection,
  fromAwaitingReinspection,
  movedFromNone: movedFrom('none'),
  movedFromOrdered: movedFrom('ordered'),
  movedFromCurtailed: movedFrom('curtailed'),
  ofThisCycle,
  ofAnEarlierCycle,
} satisfies Record<string, ChartCondition>;

/** The name of a condition, as the chart gives it for a transition's guard. */
export type ConditionName = keyof typeof chartConditions;

/** Whether a name is a condition's. */
export function isConditionName(name: unknown): name is ConditionName {
  return typeof name === 'string' && Object.hasOwn(chartConditions, name);
}

/** The chart's guards, by the same names: no reason stands against the event, and the condition holds. */
export const guards = Object.fromEntries(
  Object.entries<ChartCondition>(chartConditions).map(([name, holds]) => [
    name,
    ({ context, event }: { readonly context: Mine; readonly event: MineEvent }) =>
      reasonsAgainst(context, event).length === 0 && holds(context, event),
  ]),
) as Record<ConditionName, (asked: { context: Mine; event: MineEvent }) => boolean>;
