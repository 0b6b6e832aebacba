import type { Mine } from '../case/mine.ts';
import { own } from '../case/own.ts';
import type { RequirementStatus } from '../case/requirements.ts';
import type { Reason } from '../reason.ts';
import { type Guards, when } from './guard.ts';

type RequirementEvent =
  | 'EvidenceSubmitted'
  | 'RequirementSatisfied'
  | 'RequirementReturned'
  | 'RequirementWaived'
  | 'RequirementLapsed';

/** The conditions of requirement events. Satisfying needs neither evidence nor a recorded licence. */
export const requirementGuards: Guards<RequirementEvent> = {
  EvidenceSubmitted: {},
  RequirementSatisfied: {},
  RequirementReturned: {
    conditions: (mine) => when(!anyIs(mine, ['submitted']), nothingSubmitted),
    fits: ({ requirements }, { requirement }) =>
      when(own(requirements, requirement)?.status !== 'submitted', nothingSubmitted),
  },
  RequirementWaived: {},
  RequirementLapsed: {
    conditions: (mine) => when(!anyIs(mine, ['satisfied', 'waived']), nothingToLapse),
    fits: ({ requirements }, { requirement }) => {
      const status = own(requirements, requirement)?.status;
      return when(status !== 'satisfied' && status !== 'waived', nothingToLapse);
    },
  },
};

function anyIs({ requirements }: Mine, statuses: readonly RequirementStatus[]): boolean {
  return Object.values(requirements).some(({ status }) => statuses.includes(status));
}

function nothingSubmitted(): Reason {
  return { code: 'nothing-submitted', detail: 'No evidence waits for an answer.', who: 'owner' };
}

function nothingToLapse(): Reason {
  return { code: 'nothing-to-lapse', detail: 'The requirement is neither satisfied nor waived.', who: 'licensing' };
}
