import type { Speech } from '../case/speech.ts';
import { dueWords } from './due-words.ts';
import type { Step, Turn } from './steps.ts';

/** A step in one line: whose turn it is, and by when or how far it is. */
export interface StepBrief {
  readonly turn: string | null;
  readonly standing: string | null;
}

/** What an owner sees of a step before opening it. */
export function stepBrief(step: Step, speech: Speech): StepBrief {
  return { turn: turnText(step.turn, speech), standing: standingText(step, speech) };
}

/** Whose turn it is; null where it is nobody's. */
function turnText(turn: Turn, { t, words }: Speech): string | null {
  if (turn.party === 'nobody') return null;
  if (turn.party === 'owner') return t('owner.missing.you');
  return turn.office === null ? t('owner.missing.authority') : words.office(turn.office);
}

function standingText(step: Step, speech: Speech): string | null {
  const { t, time, near } = speech;
  switch (step.kind) {
    case 'inspection':
      if (step.stage === 'planned' && step.at !== null) {
        return t('owner.step.inspection.planned', { day: step.at.includes('T') ? time(step.at) : near(step.at) });
      }
      if (step.stage === 'failed') return t('owner.missing.makeGood');
      return step.deadline ? dueWords(step.deadline.dueOn, speech, 'theirs') : null;
    case 'finding':
      return step.turn.party === 'owner' ? dueWords(step.finding.dueOn, speech, 'yours') : null;
    case 'requirement':
      return requirementText(step, speech);
    case 'letter':
      return step.letter.status === 'demanded' ? dueWords(step.letter.dueOn, speech, 'yours') : null;
    case 'direction':
      return step.direction.curtailedTo ? null : dueWords(step.direction.dueOn, speech, 'yours');
    default:
      return step.deadline ? dueWords(step.deadline.dueOn, speech, 'theirs') : null;
  }
}

function requirementText(
  { requirement, deadline }: Extract<Step, { readonly kind: 'requirement' }>,
  speech: Speech,
): string | null {
  const { t } = speech;
  const { status, expired, provider } = requirement;
  if (expired) return t('owner.missing.renew');
  if (status === 'submitted') {
    return deadline
      ? t('owner.missing.sentAnswer', { due: dueWords(deadline.dueOn, speech, 'theirs') })
      : t('owner.missing.sent');
  }
  if (status === 'returned') return t('owner.missing.returned');
  if (status === 'lapsed') return t('owner.missing.renew');
  return t(provider === 'owner' ? 'owner.step.requirement.missing' : 'owner.step.requirement.missingAuthority');
}
