import type { Document } from '../events/values.ts';
import type { MineEvent } from '../mine-event.ts';
import { own } from './own.ts';

/** One thing an inspection found wrong. Both the original and the latest due day are kept. */
export interface Finding {
  readonly findingId: string;
  readonly description: string;
  readonly check: string | null;
  readonly raisedAt: string;
  readonly dueOn: string;
  readonly originalDueOn: string;
  readonly clearedAt: string | null;
  /** Set when the cycle ended while the finding was open: nobody need make it good any more. */
  readonly settledAt: string | null;
  /** What the owner last declared as made good. */
  readonly evidence: { readonly document: Document; readonly note?: string | undefined } | null;
}

/** The findings of the current cycle at the current site, by id. */
export type Findings = Readonly<Record<string, Finding>>;

/** The findings that still have to be made good. */
export function openFindings(findings: Findings): Finding[] {
  return Object.values(findings).filter(({ clearedAt, settledAt }) => clearedAt === null && settledAt === null);
}

/** The findings after an event. */
export function findingsAfter(findings: Findings, event: MineEvent): Findings {
  switch (event.type) {
    case 'FindingRaised': {
      const { findingId, description, dueOn, check } = event.data;
      const raised: Finding = {
        findingId,
        description,
        check: check ?? null,
        raisedAt: event.occurredAt,
        dueOn,
        originalDueOn: dueOn,
        clearedAt: null,
        settledAt: null,
        evidence: null,
      };
      return { ...findings, [findingId]: raised };
    }
    case 'FindingCleared':
      return change(findings, event.data.findingId, { clearedAt: event.occurredAt });
    case 'RemediationExtended':
      return change(findings, event.data.findingId, { dueOn: event.data.dueOn });
    case 'RemediationDeclared':
      return event.data.evidence.reduce(
        (all, { findingId, document, note }) => change(all, findingId, { evidence: { document, note } }),
        findings,
      );
    default:
      return findings;
  }
}

/** The findings when the cycle ends: the open ones are settled. */
export function settled(findings: Findings, at: string): Findings {
  return openFindings(findings).reduce((all, { findingId }) => change(all, findingId, { settledAt: at }), findings);
}

function change(findings: Findings, findingId: string, changes: Partial<Finding>): Findings {
  const finding = own(findings, findingId);
  return finding ? { ...findings, [findingId]: { ...finding, ...changes } } : findings;
}
