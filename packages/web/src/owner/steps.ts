import type { DeadlineAnswer, MineDetail } from '../api/answers.ts';

type Detail = MineDetail['detail'];

/** Who has to act on a step. `office` is null where it is not known which one. */
export type Turn =
  | { readonly party: 'owner' }
  | { readonly party: 'authority'; readonly office: string | null }
  | { readonly party: 'nobody' };

/** Something between the mine and running again, or already behind it. */
export type Step = { readonly key: string; readonly turn: Turn; readonly deadline: DeadlineAnswer | null } & (
  | {
      readonly kind: 'inspection';
      readonly stage: 'awaited' | 'planned' | 'running' | 'failed' | 'remade' | 'passed';
      readonly at: string | null;
    }
  | {
      readonly kind: 'finding';
      readonly finding: Detail['findings'][number];
      readonly request: Detail['extensionRequests'][number] | null;
      readonly answer: DeadlineAnswer | null;
    }
  | { readonly kind: 'requirement'; readonly requirement: Detail['requirements'][number] }
  | { readonly kind: 'letter'; readonly letter: Detail['letters'][number] }
  | { readonly kind: 'direction'; readonly direction: NonNullable<Detail['power']['direction']> }
  | { readonly kind: 'relocation'; readonly relocation: NonNullable<Detail['power']['relocation']> }
  | { readonly kind: 'lift'; readonly request: NonNullable<Detail['liftRequest']> }
  | { readonly kind: 'certification' | 'decision' }
);

/** What is still missing, in the order it is usually dealt with, and what is done. */
export interface Steps {
  readonly missing: readonly Step[];
  readonly done: readonly Step[];
}

const owner: Turn = { party: 'owner' };
const nobody: Turn = { party: 'nobody' };

/** Everything between a mine and running, for its owner: page.md, "Portal". A running mine has only what is asked of it. */
export function stepsOf(mine: MineDetail): Steps {
  const steps = [
    ...(mine.shut ? [inspectionOf(mine), ...findingsOf(mine), ...requirementsOf(mine)] : []),
    ...lettersOf(mine),
    ...powerOf(mine),
    ...(mine.shut ? endOf(mine) : []),
  ];
  return { missing: steps.filter((step) => !isDone(step)), done: steps.filter(isDone) };
}

/** Whether nothing more is needed for a step. What was sent but not accepted is not done, unless reopening does not wait for it. */
function isDone(step: Step): boolean {
  switch (step.kind) {
    case 'inspection':
      return step.stage === 'passed';
    case 'requirement':
      return ['satisfied', 'waived'].includes(step.requirement.status) && !step.requirement.expired;
    case 'letter':
      return step.letter.status === 'signed' || step.letter.status === 'accepted';
    case 'direction':
      return step.direction.verifiedAt !== null;
    default:
      return false;
  }
}

/** The deadline of a rule, about one thing if asked for. */
export function deadlineFor(mine: MineDetail, rule: string, subject?: string): DeadlineAnswer | null {
  const found = mine.detail.deadlines.find(
    (deadline) => deadline.rule === rule && (subject === undefined || deadline.subject === subject),
  );
  return found ?? null;
}

function inspectionOf(mine: MineDetail): Step {
  const { scheduled, running, lastFailedAt, remediationDeclaredAt } = mine.detail.inspections;
  const deadline = deadlineFor(mine, 'first-inspection') ?? deadlineFor(mine, 're-inspection');
  const step = { kind: 'inspection', key: 'inspection', deadline } as const;
  const unresolved = mine.detail.checks.find(({ outcome }) => outcome === null || outcome === 'fail');
  const turn: Turn = { party: 'authority', office: deadline?.office ?? unresolved?.office ?? mine.waitingOnOffice };
  switch (mine.state.operation) {
    case 'closed.inspecting':
      return { ...step, stage: 'running', at: running?.startedAt ?? null, turn };
    case 'closed.remediating':
      return { ...step, stage: 'failed', at: lastFailedAt, turn: owner };
    case 'closed.awaitingInspection':
      return scheduled
        ? { ...step, stage: 'planned', at: scheduled.scheduledFor, turn }
        : { ...step, stage: 'awaited', at: null, turn };
    case 'closed.awaitingReinspection':
      return scheduled
        ? { ...step, stage: 'planned', at: scheduled.scheduledFor, turn }
        : { ...step, stage: 'remade', at: remediationDeclaredAt, turn };
    default:
      return { ...step, stage: 'passed', at: null, turn: nobody };
  }
}

function findingsOf(mine: MineDetail): Step[] {
  const { findings, extensionRequests } = mine.detail;
  const remediating = mine.state.operation === 'closed.remediating';
  const again = deadlineFor(mine, 're-inspection');
  return findings
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map((finding): Step => {
      const { findingId } = finding;
      return {
        kind: 'finding',
        key: `finding-${findingId}`,
        finding,
        deadline: deadlineFor(mine, 'remediation', findingId),
        request: extensionRequests.find((request) => request.findingId === findingId) ?? null,
        answer: deadlineFor(mine, 'extension-answer', findingId),
        turn: remediating ? owner : again ? { party: 'authority', office: again.office } : nobody,
      };
    });
}

function requirementsOf(mine: MineDetail): Step[] {
  return mine.detail.requirements.map((requirement): Step => {
    const { requirement: code, status, expired, provider, office } = requirement;
    const settled = (status === 'satisfied' || status === 'waived') && !expired;
    const waits = status === 'submitted' || provider === 'authority';
    return {
      kind: 'requirement',
      key: `requirement-${code}`,
      requirement,
      deadline: deadlineFor(mine, 'evidence-answer', code),
      turn: settled ? nobody : waits ? { party: 'authority', office } : owner,
    };
  });
}

function lettersOf(mine: MineDetail): Step[] {
  const letter = mine.detail.letters.find(({ counts }) => counts);
  if (!letter || (!mine.shut && letter.status !== 'demanded' && letter.status !== 'breached')) return [];
  const { letterId, status } = letter;
  const refused = status === 'declined' || status === 'breached';
  const turn: Turn = status === 'demanded' ? owner : refused ? { party: 'authority', office: null } : nobody;
  return [{ kind: 'letter', key: 'letter', letter, deadline: deadlineFor(mine, 'letter', letterId), turn }];
}

function powerOf(mine: MineDetail): Step[] {
  const { direction, relocation } = mine.detail.power;
  const moving: Step[] = relocation
    ? [{ kind: 'relocation', key: 'relocation', relocation, deadline: null, turn: owner }]
    : [];
  if (!direction) return moving;
  const { directionId, curtailedTo, verifiedAt } = direction;
  const turn: Turn = !curtailedTo ? owner : verifiedAt ? nobody : { party: 'authority', office: null };
  const deadline = deadlineFor(mine, 'direction', directionId);
  return [{ kind: 'direction', key: 'direction', direction, deadline, turn }, ...moving];
}

/** What comes after all else: the confirmation, the decision; and a request of the owner that is not answered. */
function endOf(mine: MineDetail): Step[] {
  const { liftRequest } = mine.detail;
  const lifting = deadlineFor(mine, 'lift-decision');
  const lift: Step[] = liftRequest
    ? [
        {
          kind: 'lift',
          key: 'lift',
          request: liftRequest,
          deadline: lifting,
          turn: { party: 'authority', office: lifting?.office ?? null },
        },
      ]
    : [];
  if (mine.status === 'licensed') {
    const deadline = deadlineFor(mine, 'reopening-decision');
    const turn: Turn = { party: 'authority', office: deadline?.office ?? null };
    return [{ kind: 'decision', key: 'decision', deadline, turn }, ...lift];
  }
  const complete = mine.detail.requirements.every(
    ({ status, expired }) => (status === 'satisfied' || status === 'waived') && !expired,
  );
  if (mine.status !== 'inspected' || !complete) return lift;
  const turn: Turn = { party: 'authority', office: mine.waitingOn === 'authority' ? mine.waitingOnOffice : null };
  return [{ kind: 'certification', key: 'certification', deadline: null, turn }, ...lift];
}
