import { unresolvedChecks } from '../case/checks.ts';
import { openFindings } from '../case/findings.ts';
import type { Mine } from '../case/mine.ts';
import { own } from '../case/own.ts';
import type { Reason } from '../reason.ts';
import { type Guards, when } from './guard.ts';

type InspectionEvent =
  | 'InspectionScheduled'
  | 'InspectionStarted'
  | 'InspectionAbandoned'
  | 'CheckRecorded'
  | 'FindingRaised'
  | 'FindingCleared'
  | 'InspectionFailed'
  | 'InspectionPassed'
  | 'RemediationDeclared'
  | 'ExtensionRequested'
  | 'ExtensionRefused'
  | 'RemediationExtended';

/** The conditions of inspecting and making good. */
export const inspectionGuards: Guards<InspectionEvent> = {
  InspectionScheduled: { fits: (mine, { inspectionId }) => unusedInspection(mine, inspectionId) },
  InspectionStarted: {
    fits: (mine, { inspectionId, inspectorsPresent }) => [
      ...unusedInspection(mine, inspectionId),
      ...when(inspectorsPresent !== undefined && inspectorsPresent < mine.procedure.minimumInspectors, () => ({
        code: 'too-few-inspectors',
        detail: `At least ${mine.procedure.minimumInspectors} inspectors have to be present.`,
        who: 'inspector',
        about: String(mine.procedure.minimumInspectors),
      })),
    ],
  },
  InspectionAbandoned: { fits: (mine, { inspectionId }) => theRunningInspection(mine, inspectionId) },
  CheckRecorded: {
    fits: (mine, { check, document }) => {
      const rule = mine.procedure.checks.find(({ code }) => code === check);
      return when(document !== undefined && rule?.takesDocument === false, () => ({
        code: 'check-takes-no-file',
        detail: `${rule?.title.en ?? check}: no file is kept, only a reference number and the office that holds it.`,
        who: 'inspector',
        about: check,
      }));
    },
  },
  FindingRaised: {
    fits: ({ inspections }, { findingId }) =>
      when(inspections.findingIds.includes(findingId), () => idTaken('finding', findingId, 'inspector')),
  },
  FindingCleared: {
    conditions: ({ inspections, findings }) => [
      ...when(!inspections.failed, () => ({
        code: 'not-a-reinspection',
        detail: 'Findings are cleared at a re-inspection, after the owner has declared them made good.',
        who: 'inspector',
      })),
      ...when(openFindings(findings).length === 0, noOpenFinding),
    ],
    fits: (mine, { findingId }) => anOpenFinding(mine, findingId),
  },
  InspectionFailed: {
    conditions: ({ findings }) => when(openFindings(findings).length === 0, noOpenFinding),
    fits: (mine, { inspectionId }) => theRunningInspection(mine, inspectionId),
  },
  InspectionPassed: {
    conditions: ({ findings, checks, procedure }) => [
      ...openFindings(findings).map(({ findingId, description }) => ({
        code: 'finding-open',
        detail: `Finding ${findingId} is open: ${description}`,
        who: 'inspector' as const,
        about: findingId,
      })),
      ...unresolvedChecks(checks, procedure).map(({ code, title, office }) => ({
        code: checks[code] ? 'check-failed' : 'check-missing',
        detail: `${title.en}: ${checks[code] ? 'the check failed and has to be passed' : 'the check has not been recorded'}.`,
        who: 'inspector' as const,
        office,
        about: code,
      })),
    ],
    fits: (mine, { inspectionId }) => theRunningInspection(mine, inspectionId),
  },
  RemediationDeclared: {
    conditions: ({ findings }) => when(openFindings(findings).length === 0, noOpenFinding),
    fits: (mine, { evidence }) => evidenceForExactlyTheOpenFindings(mine, evidence),
  },
  ExtensionRequested: {
    conditions: ({ findings, extensionRequests }) => {
      const open = openFindings(findings);
      if (open.length === 0) return [noOpenFinding()];
      const asked = open.filter(({ findingId }) => Object.hasOwn(extensionRequests, findingId));
      return asked.length < open.length ? [] : asked.map(({ findingId }) => extensionPending(findingId));
    },
    fits: (mine, { findingId, dueOn }) => [
      ...anOpenFinding(mine, findingId),
      ...laterThanDue(mine, findingId, dueOn, 'owner'),
      ...when(Object.hasOwn(mine.extensionRequests, findingId), () => extensionPending(findingId)),
    ],
  },
  ExtensionRefused: {
    conditions: ({ extensionRequests }) => when(Object.keys(extensionRequests).length === 0, noExtensionRequest),
    fits: ({ extensionRequests }, { findingId }) =>
      when(!Object.hasOwn(extensionRequests, findingId), noExtensionRequest),
  },
  RemediationExtended: {
    conditions: ({ findings }) => when(openFindings(findings).length === 0, noOpenFinding),
    fits: (mine, { findingId, dueOn }) => [
      ...anOpenFinding(mine, findingId),
      ...laterThanDue(mine, findingId, dueOn, 'supervisor'),
    ],
  },
};

/** An id was used before in this mine; ids are never reused. */
export function idTaken(what: string, id: string, who: Reason['who']): Reason {
  return { code: 'id-taken', detail: `There is a ${what} ${id} already; choose another id.`, who, about: id };
}

function noOpenFinding(): Reason {
  return { code: 'no-open-finding', detail: 'No finding is open.', who: 'inspector' };
}

function extensionPending(findingId: string): Reason {
  return {
    code: 'extension-request-pending',
    detail: `A request for more time for finding ${findingId} waits for an answer already.`,
    who: 'supervisor',
    about: findingId,
  };
}

function noExtensionRequest(): Reason {
  return { code: 'no-extension-request', detail: 'The owner has not asked for more time.', who: 'owner' };
}

function unusedInspection({ inspections }: Mine, inspectionId: string): Reason[] {
  const scheduled = inspections.scheduled?.inspectionId === inspectionId;
  return when(!scheduled && inspections.ids.includes(inspectionId), () =>
    idTaken('inspection', inspectionId, 'inspector'),
  );
}

function theRunningInspection({ inspections }: Mine, inspectionId: string): Reason[] {
  const { running } = inspections;
  return when(running !== null && running.inspectionId !== inspectionId, () => ({
    code: 'not-the-running-inspection',
    detail: `The inspection under way is ${running?.inspectionId}, not ${inspectionId}.`,
    who: 'inspector',
    about: inspectionId,
  }));
}

function anOpenFinding({ findings }: Mine, findingId: string): Reason[] {
  return when(!openFindings(findings).some((finding) => finding.findingId === findingId), () => ({
    code: 'finding-not-open',
    detail: `There is no open finding ${findingId}.`,
    who: 'inspector',
    about: findingId,
  }));
}

function laterThanDue({ findings }: Mine, findingId: string, dueOn: string, who: Reason['who']): Reason[] {
  const finding = own(findings, findingId);
  return when(finding !== undefined && dueOn <= finding.dueOn, () => ({
    code: 'not-later',
    detail: `The new due day has to be later than ${finding?.dueOn}.`,
    who,
    about: findingId,
  }));
}

function evidenceForExactlyTheOpenFindings(
  { findings }: Mine,
  evidence: readonly { readonly findingId: string }[],
): Reason[] {
  const open = openFindings(findings).map(({ findingId }) => findingId);
  const given = evidence.map(({ findingId }) => findingId);
  return [
    ...open
      .filter((id) => !given.includes(id))
      .map((id) => ({
        code: 'evidence-missing',
        detail: `Evidence that finding ${id} was made good is missing.`,
        who: 'owner' as const,
        about: id,
      })),
    ...given
      .filter((id, index) => !open.includes(id) || given.indexOf(id) !== index)
      .map((id) => ({
        code: open.includes(id) ? 'evidence-twice' : 'finding-not-open',
        detail: open.includes(id) ? `Finding ${id} is named twice.` : `There is no open finding ${id}.`,
        who: 'owner' as const,
        about: id,
      })),
  ];
}
