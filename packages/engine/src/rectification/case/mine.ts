import type { EventData } from '../events/events.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Appeals } from './appeals.ts';
import type { PendingApproval } from './approvals.ts';
import type { Checks } from './checks.ts';
import type { Closure } from './closure.ts';
import type { FiledDocument } from './documents.ts';
import type { Findings } from './findings.ts';
import type { Inspections } from './inspections.ts';
import type { Letters } from './letters.ts';
import type { Licences } from './licences.ts';
import type { PassedDeadline } from './passed.ts';
import type { Power } from './power.ts';
import type { PendingRequest } from './requests.ts';
import type { Requirements } from './requirements.ts';
import type { LostCapacity, Statement } from './statements.ts';

/** All that is remembered of a mine besides where it stands in the chart: plain data, one part per subject. */
export interface Mine {
  readonly mineId: string;
  readonly name: string;
  readonly region: string;
  readonly operator: { readonly id: string; readonly name: string };
  readonly capacity: { readonly amount: number; readonly unit: string };
  readonly site: string | null;
  readonly origin: EventData<'MineRegistered'>['origin'] | null;
  /** The procedure version that the current or last closure cycle is pinned to. */
  readonly procedure: Procedure;
  /** The ordinal of the current or last closure cycle; 0 before the first. */
  readonly cycle: number;
  /** The current closure cycle while shut, else the last one; null before the first. */
  readonly closure: Closure | null;
  readonly earlierClosures: readonly Closure[];
  readonly everReopened: boolean;
  readonly decommissioned: boolean;
  /** False from a relocation until an inspection passed at the new site. */
  readonly siteInspected: boolean;
  readonly inspections: Inspections;
  readonly findings: Findings;
  readonly checks: Checks;
  readonly requirements: Requirements;
  readonly licences: Licences;
  readonly letters: Letters;
  readonly power: Power;
  readonly appeals: Appeals;
  /** The owner's pending request to lift the closure. */
  readonly liftRequest: PendingRequest | null;
  /** The owner's pending requests for more time, by finding. */
  readonly extensionRequests: Readonly<Record<string, PendingRequest>>;
  /** Whether the owner said that operation resumed in this cycle. */
  readonly resumed: boolean;
  readonly assignee: string | null;
  readonly documents: readonly FiledDocument[];
  readonly statements: readonly Statement[];
  readonly lostCapacity: readonly LostCapacity[];
  readonly approvals: Readonly<Record<string, PendingApproval>>;
  /** Every deadline put on record as passed, of all cycles, oldest first. */
  readonly passed: readonly PassedDeadline[];
}
