import type { MineStatus } from '@rectify/engine/rectification';
import { amountText, lateBy } from '@rectify/words';
import type { MineDetail } from '../api/answers.ts';
import type { Speech } from '../case/speech.ts';
import { daysText } from '../language/durations.ts';

/** The figures of a replay, in the order they are shown. */
export const figureNames = [
  'status',
  'mayRun',
  'days',
  'waitingOn',
  'checks',
  'findings',
  'requirements',
  'deadline',
] as const;

/** A figure of a replay. */
export type FigureName = (typeof figureNames)[number];

/** The figures of a mine as a reader reads them. `status` stays a code: it is shown as a mark. */
export type Figures = Readonly<Record<Exclude<FigureName, 'status'>, string>> & { readonly status: MineStatus };

/** The figures of a mine as of the instant it was asked for. */
export function figuresOf(mine: MineDetail, speech: Speech): Figures {
  const { t, words, near } = speech;
  const { closure, detail, nextDeadline } = mine;
  const nothing = t('common.nothing');
  const met = detail.requirements.filter(
    ({ status, expired }) => (status === 'satisfied' || status === 'waived') && !expired,
  );
  const checked = detail.checks.filter(({ outcome }) => outcome === 'pass' || outcome === 'not-applicable');
  return {
    status: mine.status,
    mayRun: !mine.mayOperate
      ? t('common.no')
      : detail.allowedPower
        ? t('replay.upTo', { limit: amountText(detail.allowedPower) })
        : t('common.yes'),
    days: closure?.ongoing ? daysText(closure.days, t) : nothing,
    waitingOn:
      mine.waitingOn === 'nobody'
        ? nothing
        : mine.waitingOn === 'owner'
          ? t('domain.party.owner')
          : words.office(mine.waitingOnOffice ?? 'not stated'),
    checks: mine.shut ? t('common.countOf', { done: checked.length, of: detail.checks.length }) : nothing,
    findings: mine.shut ? String(mine.openFindings) : nothing,
    requirements: mine.shut ? t('common.countOf', { done: met.length, of: detail.requirements.length }) : nothing,
    deadline: nextDeadline
      ? [
          t('replay.deadline', { what: words.deadline(nextDeadline.rule), day: near(nextDeadline.dueOn) }),
          ...[lateBy(nextDeadline.dueOn, speech)].filter((late) => late !== null),
        ].join(t('common.list.clauses'))
      : nothing,
  };
}
