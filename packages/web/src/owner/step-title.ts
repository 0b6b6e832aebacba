import type { MineDetail } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import type { Step } from './steps.ts';

/** What a step is called. */
export function stepTitle(step: Step, { detail }: MineDetail, { t, words }: Speech): string {
  switch (step.kind) {
    case 'inspection':
      return t(detail.inspections.reinspection ? 'owner.step.inspection.titleAgain' : 'owner.step.inspection.title');
    case 'finding':
      return t('owner.step.finding.title', { description: step.finding.description });
    case 'requirement':
      return words.subject(step.requirement.requirement);
    default:
      return t(`owner.step.${step.kind}.title`);
  }
}
