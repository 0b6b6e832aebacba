import type { Role } from '@rectify/engine/rectification';
import { lateBy, say } from '@rectify/words';
import type { WorkItemAnswer } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';

/** What a line of the queue says of an item, ready to be shown; null where there is nothing to say. */
export interface WorkWords {
  /** What there is to do. */
  readonly what: string;
  /** Where it comes from: who asked, or that one is only told. */
  readonly origin: string | null;
  /** The day since when it needs them. */
  readonly since: string;
  readonly due: string | null;
  readonly late: string | null;
}

/** An item of the queue in words, for a person of a role. */
export function wordsOfWork(item: WorkItemAnswer, role: Role, speech: Speech): WorkWords {
  const { dueOn, overdue } = item;
  return {
    what: whatIn(item, role, speech),
    origin: originOf(item, speech),
    since: speech.near(item.since),
    due: dueOn === null ? null : speech.t('due.on', { day: speech.near(dueOn) }),
    late: dueOn === null || !overdue ? null : lateBy(dueOn, speech),
  };
}

function whatIn({ kind, rule, event, office, subject }: WorkItemAnswer, role: Role, speech: Speech): string {
  const { t, words, inSentence } = speech;
  const name = rule ?? '';
  switch (kind) {
    case 'approval':
      return t('work.what.approval', { verb: inSentence(words.verb(event ?? '')) });
    case 'deadline': {
      const what = say(t, `work.what.deadline.${name}`, words.deadline(name));
      return rule === 'evidence-answer' && subject !== null
        ? t('work.what.about', { what, subject: inSentence(words.subject(subject)) })
        : what;
    }
    case 'notice': {
      const what = words.deadline(name);
      return office === null
        ? t('work.what.noticeOfNoOffice', { what })
        : t('work.what.notice', { what, office: words.office(office) });
    }
    case 'step':
      // What is licensed waits for an inspector only where power still has to be verified.
      return name === 'licensed' && role === 'inspector'
        ? t('work.what.verify')
        : say(t, `work.what.step.${name}`, words.state('operation', name));
  }
}

function originOf({ kind, requestedByRole }: WorkItemAnswer, { t }: Speech): string | null {
  if (kind === 'notice') return t('work.toldOnly');
  return requestedByRole === null ? null : say(t, `work.askedBy.${requestedByRole}`, '');
}
