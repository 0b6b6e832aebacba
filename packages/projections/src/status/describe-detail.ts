import {
  dayOf,
  deadlinesOf,
  endingsOf,
  type FoldedMine,
  letterThatCounts,
  type Mine,
} from '@rectify/engine/rectification';
import { describeClosures } from '../closures/describe-closure.ts';
import { type Asked, instantOf } from '../instants.ts';
import { describeDeadline, describeMine } from './describe-mine.ts';
import type { MineDetail } from './mine-detail.ts';

type Detail = MineDetail['detail'];

/** A folded mine with everything about it; see {@link describeMine}. */
export function describeMineInDetail(folded: FoldedMine, asked: Asked): MineDetail {
  const { mine } = folded;
  const at = instantOf(asked);
  const today = dayOf(at, mine.procedure.zone);
  return {
    ...describeMine(folded, asked),
    detail: {
      site: mine.site,
      origin: mine.origin ?? null,
      offices: Object.fromEntries(mine.procedure.directory.map(({ code, title }) => [code, title])),
      checks: checksOf(mine),
      findings: findingsOf(mine, today),
      requirements: requirementsOf(mine, today),
      licences: Object.values(mine.licences).map((licence) => ({
        ...licence,
        expired: licence.status === 'granted' && isPast(licence.validUntil, today),
      })),
      letters: mine.letters.map((letter) => ({
        ...letter,
        counts: letter === letterThatCounts(mine.letters, mine.cycle),
      })),
      power: powerOf(mine),
      allowedPower: allowedPowerOf(folded),
      appeals: [...mine.appeals],
      liftRequest: mine.liftRequest,
      extensionRequests: Object.entries(mine.extensionRequests).map(([findingId, request]) => ({
        ...request,
        findingId,
      })),
      inspections: inspectionsOf(mine),
      deadlines: deadlinesOf(folded).map((deadline) => describeDeadline(deadline, folded, at)),
      endings: endingsOf(mine, at),
      documents: [...mine.documents],
      statements: [...mine.statements],
      lostCapacity: mine.lostCapacity.map(({ approximate, to, eventId: _, source: __, ...report }) => ({
        ...report,
        approximate: approximate ?? false,
        to: to ?? null,
      })),
      approvals: Object.values(mine.approvals),
      resumed: mine.resumed,
      earlierClosures: describeClosures(folded, at).slice(0, -1),
    },
  };
}

function checksOf({ checks, procedure }: Mine): Detail['checks'] {
  return procedure.checks.map(({ code, office, title, takesDocument }) => {
    const recorded = checks[code];
    return {
      check: code,
      office,
      title,
      takesDocument,
      outcome: recorded?.outcome ?? null,
      recordedAt: recorded?.recordedAt ?? null,
      document: recorded?.document ?? null,
      referenceNumber: recorded?.referenceNumber ?? null,
      heldBy: recorded?.heldBy ?? null,
      note: recorded?.note ?? null,
    };
  });
}

function findingsOf({ findings }: Mine, today: string): Detail['findings'] {
  return Object.values(findings).map((finding) => {
    const status = finding.clearedAt !== null ? 'cleared' : finding.settledAt !== null ? 'settled' : 'open';
    return { ...finding, status, overdue: status === 'open' && isPast(finding.dueOn, today) };
  });
}

function requirementsOf({ requirements, procedure }: Mine, today: string): Detail['requirements'] {
  return procedure.requirements.map(({ code, office, provider, title, evidence, issuedBy, example, standard }) => {
    const requirement = requirements[code];
    const {
      status = 'missing',
      since = null,
      validUntil = null,
      reason = null,
      evidence: sent = [],
    } = requirement ?? {};
    const isOver = isPast(validUntil, today);
    const expired = isOver && (status === 'satisfied' || status === 'waived');
    return {
      requirement: code,
      office,
      provider,
      title,
      evidenceWanted: evidence,
      issuedBy: issuedBy ?? null,
      example: example ?? null,
      standard: standard ?? null,
      status,
      since,
      validUntil,
      expired,
      ranOut: expired || (isOver && status === 'lapsed' && reason === null),
      reason,
      evidence: [...sent],
    };
  });
}

function powerOf({ power: { direction, relocation } }: Mine): Detail['power'] {
  return {
    direction: direction && { ...direction, alternatives: [...direction.alternatives] },
    relocation: relocation && {
      directionId: relocation.directionId,
      destination: relocation.destination,
      startedAt: relocation.startedAt,
    },
  };
}

/** What a curtailed mine may draw: the direction's cap, else what it curtailed to. */
function allowedPowerOf({ value, mine: { power } }: FoldedMine): Detail['allowedPower'] {
  return value.power === 'curtailed' ? (power.direction?.cap ?? power.direction?.curtailedTo ?? null) : null;
}

function inspectionsOf({ inspections }: Mine): Detail['inspections'] {
  const { scheduled, running, failed, lastFailedAt, remediationDeclaredAt } = inspections;
  return {
    scheduled,
    running: running && {
      inspectionId: running.inspectionId,
      startedAt: running.startedAt,
      reinspection: running.startedFrom === 'closed.awaitingReinspection',
    },
    reinspection: failed,
    lastFailedAt,
    remediationDeclaredAt,
  };
}

/** Whether an inclusive last day lies before today. */
function isPast(day: string | null, today: string): boolean {
  return day !== null && day < today;
}
