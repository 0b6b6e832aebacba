import type { EventAnswer, MineDetail } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import { dueWords } from './due-words.ts';
import { deadlineFor } from './steps.ts';

/** What is sent in to be accepted, with the deadline by which it is answered; null where none is counted. */
const sentIn: Readonly<Record<string, string | null>> = {
  EvidenceSubmitted: 'evidence-answer',
  RemediationDeclared: 're-inspection',
  GuaranteeLetterSigned: null,
  PowerCurtailed: null,
  LicenceApplied: null,
};

/** What is asked for, with the deadline by which it is decided. */
const askedFor: Readonly<Record<string, string>> = {
  ExtensionRequested: 'extension-answer',
  LiftRequested: 'lift-decision',
  AppealLodged: 'appeal-decision',
  StayRequested: 'stay-answer',
};

/** What has to be known after sending: that it is neither accepted nor decided yet, and who answers until when. */
export function afterSending(
  { type, data }: Pick<EventAnswer, 'type' | 'data'>,
  mine: MineDetail,
  speech: Speech,
): string {
  const { t, words } = speech;
  const rule = sentIn[type] ?? askedFor[type];
  if (rule === undefined) return t(type in sentIn ? 'owner.form.notAcceptedAuthority' : 'owner.form.recorded');
  const about = data.requirement ?? data.findingId;
  const deadline = deadlineFor(mine, rule, typeof about === 'string' ? about : undefined);
  if (!deadline?.office) return t('owner.form.notAcceptedAuthority');
  return t(type in sentIn ? 'owner.form.notAccepted' : 'owner.form.notDecided', {
    office: words.office(deadline.office),
    due: dueWords(deadline.dueOn, speech, 'theirs'),
  });
}
