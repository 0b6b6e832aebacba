import { assign, setup } from 'xstate';
import { evolve, registered } from './case/evolve.ts';
import type { Mine } from './case/mine.ts';
import { type ConditionName, guards } from './chart-conditions.ts';
import type { EventType } from './events/events.ts';
import type { MineEvent, MineEventOf } from './mine-event.ts';

/** What the chart's one action does: the event is put on the mine's file. */
export const record: (mine: Mine, event: MineEvent) => Mine = evolve;

/** The event is put on the file and the region stays where it is. */
const stays = { guard: 'met', actions: 'record' } as const;

/** A transition of the owning region: leads to a state and puts the event on the file. */
function to<T extends string>(target: T) {
  return { target, guard: 'met', actions: 'record' } as const;
}

function toIf<T extends string>(target: T, guard: ConditionName) {
  return { target, guard, actions: 'record' } as const;
}

/** A transition of a region that follows another's event: it records nothing, the owning region does. */
function follows<T extends string>(target: T, guard: ConditionName = 'met') {
  return { target, guard } as const;
}

function each<T extends EventType>(...types: T[]) {
  return Object.fromEntries(types.map((type) => [type, stays])) as Record<T, typeof stays>;
}

/** What may be put on the file of any mine that is not decommissioned. */
const runningOrShut = each(
  'LicenceApplied',
  'LicenceGranted',
  'LicenceRefused',
  'LicenceSuspended',
  'LicenceReinstated',
  'LicenceRevoked',
  'LicenceExpired',
  'LicenceSurrendered',
  'RequirementLapsed',
  'GuaranteeLetterDemanded',
  'GuaranteeLetterSigned',
  'GuaranteeLetterAccepted',
  'GuaranteeLetterBreached',
  'GuaranteeLetterDeclined',
  'GuaranteeLetterWithdrawn',
  'OperationResumed',
  'LostCapacityReported',
  'OwnerStatementFiled',
  'CaseAssigned',
  'CaseHandedOver',
  'OperatorChanged',
);

/** What may be put on the file of any mine, decommissioned ones too. */
const always = each(
  'DocumentAttached',
  'NoteAdded',
  'DeadlinePassed',
  'FactCorrected',
  'ApprovalRequested',
  'ApprovalGranted',
  'ApprovalDeclined',
  'ApprovalWithdrawn',
);

const whileShut = each(
  'OrderServed',
  'EvidenceSubmitted',
  'RequirementSatisfied',
  'RequirementWaived',
  'RequirementReturned',
  'LiftRequested',
  'LiftRefused',
  'ExtensionRequested',
  'ExtensionRefused',
  'ProcedureMigrated',
);

const moves = [
  toIf('#rectification.operation.closed', 'inside'),
  toIf('#rectification.operation.decommissioned', 'outside'),
];

/** How a running mine leaves its state. */
const whenRunning = {
  ...runningOrShut,
  ...always,
  ClosureOrdered: to('#rectification.operation.closed'),
  RelocationCompleted: moves,
  MineDecommissioned: to('#rectification.operation.decommissioned'),
};

const backToRunning = [
  toIf('#rectification.operation.closed', 'onNewSite'),
  toIf('#rectification.operation.reopened', 'wasReopened'),
  toIf('#rectification.operation.operating', 'neverReopened'),
];

/** What may happen to any shut mine. */
const whenShut = {
  ...runningOrShut,
  ...always,
  ...whileShut,
  ClosureWithdrawn: backToRunning,
  ClosureQuashed: backToRunning,
  RelocationCompleted: moves,
  MineDecommissioned: to('#rectification.operation.decommissioned'),
};

const losesLicence = [toIf('inspected', 'holdsLicence'), stays];

/** What ends an appeal's place in the current cycle: a new cycle begins. */
const newCycle = {
  ClosureOrdered: follows('#rectification.appeal.none'),
  ClosureWithdrawn: follows('#rectification.appeal.none', 'onNewSite'),
  ClosureQuashed: follows('#rectification.appeal.none', 'onNewSite'),
  RelocationCompleted: follows('#rectification.appeal.none', 'runningAndInside'),
};

/**
 * The statechart of one mine: statechart.md, "Transitions", as an XState machine.
 *
 * It is pure: only `on`, targets, guards and `assign`; no delays, no spawned actors, nothing raised. Guards read no clock. Each
 * event is recorded by its owning region alone; the other regions only follow.
 */
export const rectification = setup({
  types: {} as { context: Mine; events: MineEvent; input: MineEventOf<'MineRegistered'> },
  actions: { record: assign(({ context, event }) => record(context, event)) },
  guards,
}).createMachine({
  id: 'rectification',
  type: 'parallel',
  context: ({ input }) => registered(input),
  states: {
    operation: {
      initial: 'operating',
      states: {
        operating: { on: whenRunning },
        closed: {
          initial: 'awaitingInspection',
          on: whenShut,
          states: {
            awaitingInspection: {
              on: { InspectionScheduled: stays, InspectionStarted: to('inspecting') },
            },
            inspecting: {
              on: {
                CheckRecorded: stays,
                FindingRaised: stays,
                FindingCleared: stays,
                InspectionAbandoned: [
                  toIf('awaitingInspection', 'fromAwaitingInspection'),
                  toIf('awaitingReinspection', 'fromAwaitingReinspection'),
                ],
                InspectionFailed: to('remediating'),
                InspectionPassed: to('#rectification.operation.inspected'),
              },
            },
            remediating: {
              on: { RemediationExtended: stays, RemediationDeclared: to('awaitingReinspection') },
            },
            awaitingReinspection: {
              on: { InspectionScheduled: stays, RemediationExtended: stays, InspectionStarted: to('inspecting') },
            },
          },
        },
        inspected: {
          on: { ...whenShut, RequirementsCertified: to('licensed') },
        },
        licensed: {
          on: {
            ...whenShut,
            LicenceSuspended: losesLicence,
            LicenceRevoked: losesLicence,
            LicenceSurrendered: losesLicence,
            ReopeningAuthorised: to('reopened'),
          },
        },
        reopened: { on: whenRunning },
        decommissioned: { on: always },
      },
    },
    appeal: {
      initial: 'none',
      states: {
        none: {
          on: { AppealLodged: to('lodged'), AppealDecided: stays, AppealWithdrawn: stays },
        },
        lodged: {
          initial: 'unstayed',
          on: {
            AppealDecided: [toIf('none', 'ofThisCycle'), { ...stays, guard: 'ofAnEarlierCycle' }],
            AppealWithdrawn: [toIf('none', 'ofThisCycle'), { ...stays, guard: 'ofAnEarlierCycle' }],
            ...newCycle,
          },
          states: {
            unstayed: {
              on: { StayRequested: stays, StayRefused: stays, StayGranted: to('stayed') },
            },
            stayed: {
              on: {
                StayEnded: to('unstayed'),
                ReopeningAuthorised: follows('unstayed'),
                ClosureWithdrawn: [newCycle.ClosureWithdrawn, follows('unstayed')],
                ClosureQuashed: [newCycle.ClosureQuashed, follows('unstayed')],
                RelocationCompleted: [newCycle.RelocationCompleted, follows('unstayed', 'shut')],
                MineDecommissioned: follows('unstayed', 'shut'),
              },
            },
          },
        },
      },
    },
    power: {
      initial: 'none',
      on: { MineDecommissioned: follows('.none') },
      states: {
        none: {
          on: { PowerDirectionIssued: to('ordered'), RelocationStarted: to('relocating') },
        },
        ordered: {
          on: {
            PowerCurtailed: to('curtailed'),
            RelocationStarted: to('relocating'),
            PowerDirectionWithdrawn: to('none'),
            PowerDirectionBreached: stays,
          },
        },
        curtailed: {
          on: {
            CurtailmentVerified: stays,
            CurtailmentEnded: to('none'),
            PowerDirectionWithdrawn: to('none'),
            PowerDirectionBreached: to('ordered'),
            PowerDirectionIssued: to('ordered'),
            RelocationStarted: to('relocating'),
          },
        },
        relocating: {
          on: {
            RelocationAbandoned: [
              toIf('none', 'movedFromNone'),
              toIf('ordered', 'movedFromOrdered'),
              toIf('curtailed', 'movedFromCurtailed'),
            ],
            PowerDirectionWithdrawn: stays,
            RelocationCompleted: follows('none'),
          },
        },
      },
    },
  },
});
