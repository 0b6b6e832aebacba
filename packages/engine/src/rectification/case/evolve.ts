import type { MineEvent, MineEventOf } from '../mine-event.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { appealsAfter } from './appeals.ts';
import { approvalsAfter } from './approvals.ts';
import { type Boundary, boundary, isInside } from './boundary.ts';
import { checksAfter } from './checks.ts';
import { begun, closureAfter, ended } from './closure.ts';
import { documentsAfter } from './documents.ts';
import { findingsAfter, settled } from './findings.ts';
import { inspectionsAfter, noInspections, resetInspections } from './inspections.ts';
import { lettersAfter } from './letters.ts';
import { licencesAfter, losesLicence } from './licences.ts';
import type { Mine } from './mine.ts';
import { inOpenCycle } from './open-cycle.ts';
import { passedAfter } from './passed.ts';
import { noPower, powerAfter } from './power.ts';
import { extensionRequestsAfter, liftRequestAfter } from './requests.ts';
import { allMissing, requirementsAfter } from './requirements.ts';
import { lostCapacityAfter, statementsAfter } from './statements.ts';

/** The mine that a registration brings into being. */
export function registered(event: MineEventOf<'MineRegistered'>): Mine {
  const { mineId, name, region, operator, capacity, site, origin } = event.data;
  return {
    mineId,
    name,
    region,
    operator,
    capacity,
    site: site ?? null,
    origin: origin ?? null,
    procedure: event.procedure,
    cycle: 0,
    closure: null,
    earlierClosures: [],
    everReopened: false,
    decommissioned: false,
    siteInspected: true,
    inspections: noInspections,
    findings: {},
    checks: {},
    requirements: allMissing(event.procedure),
    licences: {},
    letters: [],
    power: noPower,
    appeals: [],
    liftRequest: null,
    extensionRequests: {},
    resumed: false,
    assignee: null,
    documents: [],
    statements: [],
    lostCapacity: [],
    approvals: {},
    passed: [],
  };
}

/**
 * The mine after an event: applies every subject's reducer and what the event does to the closure cycle. Pure, asks no
 * guard: the statechart uses it when deciding and the fold when replaying, so both see the same mine.
 */
export function evolve(mine: Mine, event: MineEvent): Mine {
  const does = boundary(mine, event);
  const remembered = remember(mine, event, does);
  switch (does) {
    case 'begins':
      return beginCycle(remembered, event);
    case 'ends':
      return endCycle(remembered, event);
    case 'ends-and-begins':
      return beginCycle(endCycle(remembered, event), event);
    case 'moves-site':
      return { ...remembered, ...freshStart(remembered, event, remembered.procedure) };
    default:
      return remembered;
  }
}

/** Every part anew, in a literal: copying so many parts with a spread takes the engine of JavaScript several times as long. */
function remember(mine: Mine, event: MineEvent, does: Boundary): Mine {
  const licenceLost = inOpenCycle(mine) && losesLicence(mine.licences, event);
  const decided =
    event.type === 'AppealDecided' ? mine.appeals.find(({ appealId }) => appealId === event.data.appealId) : undefined;
  const ofOrder = decided?.against === 'order' ? decided.cycle : null;
  const moved = event.type === 'RelocationCompleted' ? event.data : null;
  const movedInside = moved && isInside(mine, moved.region) ? moved : null;
  return {
    mineId: mine.mineId,
    name: mine.name,
    region: movedInside ? movedInside.region : mine.region,
    operator: event.type === 'OperatorChanged' ? event.data.operator : mine.operator,
    capacity: mine.capacity,
    site: movedInside ? movedInside.site : mine.site,
    origin: mine.origin,
    procedure: event.type === 'ProcedureMigrated' ? event.procedure : mine.procedure,
    cycle: mine.cycle,
    closure: closureAfter(mine.closure, event, ofOrder === mine.cycle),
    earlierClosures:
      ofOrder === null
        ? mine.earlierClosures
        : mine.earlierClosures.map((closure) => closureAfter(closure, event, ofOrder === closure.cycle)),
    everReopened: mine.everReopened || event.type === 'ReopeningAuthorised',
    decommissioned: mine.decommissioned || event.type === 'MineDecommissioned' || (moved !== null && !movedInside),
    siteInspected: event.type === 'InspectionPassed' || (mine.siteInspected && !movedInside),
    inspections: inspectionsAfter(mine.inspections, event),
    findings: findingsAfter(mine.findings, event),
    checks: checksAfter(mine.checks, event),
    requirements: requirementsAfter(mine.requirements, event, mine.procedure, licenceLost),
    licences: licencesAfter(mine.licences, event),
    letters: lettersAfter(mine.letters, event, mine.cycle),
    power: powerAfter(mine.power, event),
    appeals: appealsAfter(mine.appeals, event, mine.cycle, does !== null),
    liftRequest: liftRequestAfter(mine.liftRequest, event),
    extensionRequests: extensionRequestsAfter(mine.extensionRequests, event),
    resumed: mine.resumed || event.type === 'OperationResumed',
    assignee: event.type === 'CaseAssigned' || event.type === 'CaseHandedOver' ? event.data.assignee : mine.assignee,
    documents: documentsAfter(mine.documents, event),
    statements: statementsAfter(mine.statements, event),
    lostCapacity: lostCapacityAfter(mine.lostCapacity, event),
    approvals: approvalsAfter(mine.approvals, event),
    passed: passedAfter(mine, event),
  };
}

function beginCycle(mine: Mine, event: MineEvent): Mine {
  const cycle = mine.cycle + 1;
  return {
    ...mine,
    ...freshStart(mine, event, event.procedure),
    procedure: event.procedure,
    cycle,
    closure: begun(cycle, event, mine.power.direction !== null),
    earlierClosures: mine.closure ? [...mine.earlierClosures, mine.closure] : mine.earlierClosures,
    resumed: false,
  };
}

/** Ending a cycle in any way abandons a running inspection and settles open findings and pending requests. */
function endCycle(mine: Mine, event: MineEvent): Mine {
  return {
    ...mine,
    closure: mine.closure && ended(mine.closure, event),
    inspections: { ...mine.inspections, running: null, scheduled: null },
    findings: settled(mine.findings, event.occurredAt),
    liftRequest: null,
    extensionRequests: {},
  };
}

/** Findings, checks, requirements, inspections and the owner's requests as a new cycle or site starts with them. */
function freshStart({ inspections }: Mine, event: MineEvent, procedure: Procedure) {
  return {
    inspections: resetInspections(inspections, event),
    findings: {},
    checks: {},
    requirements: allMissing(procedure),
    liftRequest: null,
    extensionRequests: {},
  };
}
