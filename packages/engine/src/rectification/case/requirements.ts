import { dayOf } from '../calendar.ts';
import type { Document } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { own } from './own.ts';

/** Where a requirement stands. */
export type RequirementStatus = 'missing' | 'submitted' | 'satisfied' | 'returned' | 'waived' | 'lapsed';

/** One requirement for reopening. Days are inclusive, in the procedure's zone. */
export interface Requirement {
  readonly status: RequirementStatus;
  readonly since: string | null;
  readonly evidence: readonly {
    readonly document: Document;
    readonly note?: string | undefined;
    readonly submittedAt: string;
  }[];
  readonly validUntil: string | null;
  /** Why it was returned, waived or lapsed. */
  readonly reason: string | null;
}

/** The requirements of the current cycle, by code. */
export type Requirements = Readonly<Record<string, Requirement>>;

const missing: Requirement = { status: 'missing', since: null, evidence: [], validUntil: null, reason: null };

/** All requirements of a procedure, missing. */
export function allMissing(procedure: Procedure): Requirements {
  return Object.fromEntries(procedure.requirements.map(({ code }) => [code, missing]));
}

/** The requirements of another procedure: what it asks for too stays as it is, the rest is missing. */
function carriedOver(requirements: Requirements, procedure: Procedure): Requirements {
  return Object.fromEntries(procedure.requirements.map(({ code }) => [code, own(requirements, code) ?? missing]));
}

/** The requirements after an event. `licenceLost`: the event took a held licence away while the mine is shut. */
export function requirementsAfter(
  requirements: Requirements,
  event: MineEvent,
  procedure: Procedure,
  licenceLost: boolean,
): Requirements {
  const at = event.occurredAt;
  switch (event.type) {
    case 'EvidenceSubmitted': {
      const { requirement, document, note } = event.data;
      const current = own(requirements, requirement) ?? missing;
      const evidence = [...current.evidence, { document, note, submittedAt: at }];
      const answered = current.status === 'satisfied' || current.status === 'waived';
      const next: Requirement = answered
        ? { ...current, evidence }
        : {
            ...current,
            evidence,
            status: 'submitted',
            since: submittedSince(current, at),
            reason: null,
            validUntil: null,
          };
      return { ...requirements, [requirement]: next };
    }
    case 'RequirementSatisfied':
      return change(requirements, event.data.requirement, {
        status: 'satisfied',
        since: at,
        validUntil: event.data.validUntil ?? null,
        reason: null,
      });
    case 'RequirementReturned':
      return change(requirements, event.data.requirement, { status: 'returned', since: at, reason: event.data.reason });
    case 'RequirementWaived': {
      const { requirement, reason, expiresOn } = event.data;
      return change(requirements, requirement, { status: 'waived', since: at, validUntil: expiresOn, reason });
    }
    case 'RequirementLapsed':
      return change(requirements, event.data.requirement, {
        status: 'lapsed',
        since: at,
        reason: event.data.reason ?? null,
      });
    case 'ProcedureMigrated':
      return carriedOver(requirements, event.procedure);
    default:
      return licenceLost ? lapseWithLicence(requirements, procedure, at) : requirements;
  }
}

/** More evidence for what waits for an answer already does not make it wait anew. */
function submittedSince({ status, since }: Requirement, at: string): string {
  return status === 'submitted' ? (since ?? at) : at;
}

/** Losing a licence while shut turns what depends on it from satisfied to lapsed; a waiver stands. */
function lapseWithLicence(requirements: Requirements, procedure: Procedure, at: string): Requirements {
  return procedure.requirements
    .filter(({ code, lapsesWithLicence }) => lapsesWithLicence && requirements[code]?.status === 'satisfied')
    .reduce((all, { code }) => change(all, code, { status: 'lapsed', since: at, reason: null }), requirements);
}

function change(requirements: Requirements, code: string, changes: Partial<Requirement>): Requirements {
  return { ...requirements, [code]: { ...(own(requirements, code) ?? missing), ...changes } };
}

/** Whether a requirement is satisfied or waived, and that valid on the day of an instant. */
export function isMet(requirement: Requirement | undefined, instant: string, zone: string): boolean {
  if (!requirement || (requirement.status !== 'satisfied' && requirement.status !== 'waived')) return false;
  return requirement.validUntil === null || dayOf(instant, zone) <= requirement.validUntil;
}
