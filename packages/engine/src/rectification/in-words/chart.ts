import type { ChartRegion } from '../catalogue.ts';
import type { ConditionName } from '../chart-conditions.ts';
import type { ChartValue } from '../chart-value.ts';

/** What each region of the statechart is about. */
export const regionsInWords: Readonly<Record<ChartRegion, string>> = {
  operation: 'Whether the mine runs or is shut, and how far it has come towards reopening.',
  appeal: 'Whether an appeal of the current cycle is pending, and whether the order is stayed meanwhile.',
  power: 'Whether power is directed or curtailed, or the site is moving.',
};

/** What each state means. */
export const statesInWords: {
  readonly [R in ChartRegion]: Readonly<Record<ChartValue[R], string>>;
} = {
  operation: {
    operating: 'The mine runs. It was never reopened after a closure.',
    'closed.awaitingInspection': 'Shut; an inspection of the site has to come next.',
    'closed.inspecting': 'Shut; inspectors are at the site.',
    'closed.remediating': 'Shut; an inspection failed, and the owner has to make good what it found.',
    'closed.awaitingReinspection':
      'Shut; the owner has declared the findings made good, and they have to be looked at again.',
    inspected: 'Still shut; the inspection passed, and the requirements have to be certified.',
    licensed: 'Still shut; all requirements were certified, and reopening has to be decided.',
    reopened: 'The mine runs again, after at least one closure.',
    decommissioned: 'The mine has left the register for good; pending appeals may still be decided.',
  },
  appeal: {
    none: 'No appeal of the current cycle is pending.',
    'lodged.unstayed': 'An appeal is pending; the order takes effect meanwhile.',
    'lodged.stayed': 'An appeal is pending and the order is stayed: the mine may run although it is shut.',
  },
  power: {
    none: 'No power direction is in force.',
    ordered: 'A power direction is in force and was not complied with yet, or was breached.',
    curtailed: 'The owner has curtailed power as directed.',
    relocating: 'The site is moving; the mine may not run.',
  },
};

/** What decides between the ways an event can lead, as the end of "to …, if …"; empty where there is only one. */
export const chartConditionsInWords: Readonly<Record<ConditionName, string>> = {
  met: '',
  inside: 'the new site lies in the jurisdiction',
  outside: 'the new site lies outside the jurisdiction',
  holdsLicence: 'the licence was held, that is, granted',
  onNewSite: 'the site is a new one that no inspection has passed',
  wasReopened: 'the mine was ever reopened',
  neverReopened: 'the mine was never reopened',
  shut: 'the mine is shut',
  runningAndInside: 'the mine runs and the new site lies in the jurisdiction',
  fromAwaitingInspection: 'the inspection started there',
  fromAwaitingReinspection: 'the inspection started there',
  movedFromNone: 'the move started there, or the direction was withdrawn meanwhile',
  movedFromOrdered: 'the move started there',
  movedFromCurtailed: 'the move started there',
  ofThisCycle: 'the appeal is of the current cycle',
  ofAnEarlierCycle: 'the appeal is of an earlier cycle',
};
