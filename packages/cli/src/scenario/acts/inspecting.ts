import { defaultProcedure, type EventData } from '@rectify/engine';
import { document } from '../story/documents.ts';
import { at, clockFrom } from '../story/moments.ts';
import type { People } from '../story/people.ts';
import { type Act, inspector, owner, type Sending, sends } from '../story/story.ts';

type Check = 'TAX' | 'REAL_NAME_PRODUCERS' | 'REAL_NAME_CUSTOMERS';
type Outcome = EventData<'CheckRecorded'>['outcome'];

/** A finding as an inspection raises it: what is wrong, and by which day of the year it is to be made good. */
export interface Raised {
  readonly id: string;
  readonly wrong: string;
  readonly due: string;
  readonly check?: Check;
}

/** What an inspection did besides passing all it looked at. */
interface Course {
  /** Outcomes that are not a pass; a re-inspection names only what it looks at again. */
  readonly checks?: Partial<Record<Check, Outcome>>;
  readonly clears?: readonly string[];
  readonly raises?: readonly Raised[];
  readonly summary?: string;
  readonly ownerSide?: EventData<'InspectionPassed'>['ownerSide'];
}

const allPass: Readonly<Record<Check, Outcome>> = {
  TAX: 'pass',
  REAL_NAME_PRODUCERS: 'pass',
  REAL_NAME_CUSTOMERS: 'pass',
};

/** An inspection is announced for a day of 2018. */
export function scheduled(moment: string, inspectionId: string, day: string): Act {
  return inspector(moment, 'InspectionScheduled', { inspectionId, scheduledFor: `2018-${day}` });
}

/** A first inspection that finds nothing wrong. */
export function inspectionPassed(moment: string, inspectionId: string, course: Course = {}): Act {
  return inspected('InspectionPassed', moment, inspectionId, { ...course, checks: { ...allPass, ...course.checks } });
}

/** A first inspection that finds something wrong. */
export function inspectionFailed(
  moment: string,
  inspectionId: string,
  raises: readonly Raised[],
  course: Course = {},
): Act {
  const failing = Object.fromEntries(raises.flatMap(({ check }) => (check ? [[check, 'fail']] : [])));
  const checks = { ...allPass, ...failing, ...course.checks };
  return inspected('InspectionFailed', moment, inspectionId, { ...course, raises, checks });
}

/** A re-inspection that clears findings, and passes the checks that had failed. */
export function reinspectionPassed(
  moment: string,
  inspectionId: string,
  clears: readonly string[],
  ...checks: readonly Check[]
): Act {
  const passed = Object.fromEntries(checks.map((check) => [check, 'pass']));
  return inspected('InspectionPassed', moment, inspectionId, { clears, checks: passed });
}

/** An inspection that is under way: the inspectors have come and looked at nothing, or at some things. */
export function inspectionUnderWay(moment: string, inspectionId: string, ...checks: readonly Check[]): Act {
  const passed = Object.fromEntries(checks.map((check) => [check, 'pass']));
  return inspected(undefined, moment, inspectionId, { checks: passed });
}

/** The owner declares findings made good, with a document for each. */
export function madeGood(moment: string, ...findingIds: readonly string[]): Act {
  return ({ owner, mineId }) => [
    sends(owner, at(moment), 'RemediationDeclared', {
      evidence: findingIds.map((findingId) => ({
        findingId,
        document: document(mineId, `Finding ${findingId} made good.pdf`),
      })),
    }),
  ];
}

/** The owner asks for more time. */
export function moreTimeAsked(moment: string, findingId: string, dueOn: string, reason: string): Act {
  return owner(moment, 'ExtensionRequested', { findingId, dueOn, reason });
}

function inspected(
  result: 'InspectionPassed' | 'InspectionFailed' | undefined,
  moment: string,
  inspectionId: string,
  { checks = {}, clears = [], raises = [], summary, ownerSide = 'signed' }: Course,
): Act {
  return (people) => {
    const { inspector } = people;
    const later = clockFrom(at(moment));
    return [
      sends(inspector, later(0), 'InspectionStarted', { inspectionId, inspectorsPresent: 2 }),
      ...Object.entries(checks).map(([check, outcome]) => checked(people, later(35), inspectionId, check, outcome)),
      ...clears.map((findingId) => sends(inspector, later(10), 'FindingCleared', { findingId })),
      ...raises.map(({ id, wrong, due, check }) =>
        sends(inspector, later(10), 'FindingRaised', {
          findingId: id,
          description: wrong,
          dueOn: `2018-${due}`,
          ...(check ? { check } : {}),
        }),
      ),
      ...(result ? [sends(inspector, later(20), result, { inspectionId, summary, ownerSide })] : []),
    ];
  };
}

/** Of a real-name check only a reference number and the office that holds it are kept. */
function checked(people: People, instant: string, inspectionId: string, check: string, outcome: Outcome): Sending {
  const takesDocument = defaultProcedure.checks.find(({ code }) => code === check)?.takesDocument ?? false;
  if (takesDocument) return sends(people.inspector, instant, 'CheckRecorded', { check, outcome });
  const referenceNumber = `DEMO-${people.mineId}-${inspectionId}-${check.endsWith('PRODUCERS') ? 'P' : 'C'}`;
  const heldBy = people.publicSecurity.office;
  return sends(people.publicSecurity, instant, 'CheckRecorded', { check, outcome, referenceNumber, heldBy });
}
