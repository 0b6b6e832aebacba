import type { DeadlineAnswer, MineDetail } from '../api/answers.ts';
import { dayOfInstant } from '../language/dates.ts';
import { deadlineFor } from './steps.ts';

/** What happens next: the sentence to say, the day in it if there is one, and what is due from whom. */
export interface NextStep {
  readonly sentence:
    | 'inspectionAwaited'
    | 'inspectionPlanned'
    | 'inspectionMissed'
    | 'inspecting'
    | 'remediating'
    | 'reinspectionAwaited'
    | 'moving'
    | 'ownerSends'
    | 'ownerSigns'
    | 'ownerPower'
    | 'officesAnswer'
    | 'certifying'
    | 'verifying'
    | 'letterBlocks'
    | 'deciding'
    | 'stayed'
    | 'resume'
    | 'runningPower'
    | 'runningLetter'
    | 'nothing'
    | 'gone'
    | 'goneAppealing';
  readonly day: string | null;
  readonly deadline: DeadlineAnswer | null;
}

/** The one thing that an owner should know of what comes: the next act of the case, whoever has to do it. */
export function nextStep(mine: MineDetail): NextStep {
  const { status, state, shut, mayOperate, detail } = mine;
  const say = (sentence: NextStep['sentence'], deadline: DeadlineAnswer | null = null): NextStep => ({
    sentence,
    deadline,
    day: null,
  });
  if (status === 'decommissioned') {
    return say(state.appeal === 'none' ? 'gone' : 'goneAppealing', deadlineFor(mine, 'appeal-decision'));
  }
  if (state.power === 'relocating') return say('moving');
  if (shut && mayOperate) return say('stayed', deadlineFor(mine, 'appeal-decision'));
  const letter = detail.letters.find(({ counts }) => counts);
  if (!shut) {
    if (state.power === 'ordered') return say('runningPower', deadlineFor(mine, 'direction'));
    if (letter?.status === 'demanded') return say('runningLetter', deadlineFor(mine, 'letter'));
    return say(status === 'reopened' && !detail.resumed ? 'resume' : 'nothing');
  }
  const { scheduled } = detail.inspections;
  switch (state.operation) {
    case 'closed.awaitingInspection':
    case 'closed.awaitingReinspection': {
      if (scheduled) {
        const day = scheduled.scheduledFor;
        const passed = dayOfInstant(day) < dayOfInstant(mine.asOf);
        return { sentence: passed ? 'inspectionMissed' : 'inspectionPlanned', day, deadline: null };
      }
      const first = state.operation === 'closed.awaitingInspection';
      return first
        ? say('inspectionAwaited', deadlineFor(mine, 'first-inspection'))
        : say('reinspectionAwaited', deadlineFor(mine, 're-inspection'));
    }
    case 'closed.inspecting':
      return say('inspecting');
    case 'closed.remediating':
      return say('remediating', deadlineFor(mine, 'remediation'));
    default:
      return afterInspection(mine, letter, say);
  }
}

function afterInspection(
  mine: MineDetail,
  letter: MineDetail['detail']['letters'][number] | undefined,
  say: (sentence: NextStep['sentence'], deadline?: DeadlineAnswer | null) => NextStep,
): NextStep {
  const open = mine.detail.requirements.filter(
    ({ status, expired }) => (status !== 'satisfied' && status !== 'waived') || expired,
  );
  if (open.some(({ status, provider }) => provider === 'owner' && status !== 'submitted')) return say('ownerSends');
  if (letter?.status === 'demanded') return say('ownerSigns', deadlineFor(mine, 'letter'));
  if (mine.state.power === 'ordered') return say('ownerPower', deadlineFor(mine, 'direction'));
  if (open.length > 0) return say('officesAnswer', deadlineFor(mine, 'evidence-answer'));
  if (mine.status === 'inspected') return say('certifying');
  if (letter?.status === 'declined' || letter?.status === 'breached') return say('letterBlocks');
  const { direction } = mine.detail.power;
  if (direction?.curtailedTo && !direction.verifiedAt) return say('verifying');
  return say('deciding', deadlineFor(mine, 'reopening-decision'));
}
