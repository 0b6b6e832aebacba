import type { ClosureAnswer, PreviewAnswer } from '../../api/answers.ts';
import { dayOfInstant, shiftDay } from '../../language/dates.ts';
import { daysText } from '../../language/durations.ts';
import type { Speech } from '../speech.ts';

/** Days at whose end a mine was shut, both included; `to` is null where it still is. */
interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** A day after every other. */
const NEVER = '9999-12-31';

/**
 * Which figures about all mines move with a preview that changes what is on record, as sentences: on which days one more or one fewer counts as shut, how
 * many closures there were, how long they lasted. Nothing where a fact is only added.
 */
export function figuresMoved({ changes, closures }: PreviewAnswer, speech: Speech): readonly string[] {
  if (changes.every(({ kind }) => kind === 'added')) return [];
  const eachClosure = closures.flatMap(({ before, after }) => [
    ...daysMoved(before, after).map(({ span, more }) => daysSaid(span, more, speech)),
    ...lengthMoved(before, after, speech),
  ]);
  return [...eachClosure, ...numberMoved(closures, speech)];
}

function daysMoved(before: ClosureAnswer | null, after: ClosureAnswer | null) {
  const [was, is] = [spanOf(before), spanOf(after)];
  return [
    ...without(is, was).map((span) => ({ span, more: true })),
    ...without(was, is).map((span) => ({ span, more: false })),
  ];
}

/** A mine that is closed and reopened on one day is shut at the end of none. */
function spanOf(closure: ClosureAnswer | null): Span | null {
  if (closure === null) return null;
  const from = dayOfInstant(closure.since);
  const to = closure.until === null ? null : shiftDay(dayOfInstant(closure.until), -1);
  return to !== null && to < from ? null : { from, to };
}

/** What there is of a span outside another one. */
function without(span: Span | null, other: Span | null): readonly Span[] {
  if (span === null) return [];
  if (other === null) return [span];
  const end = span.to ?? NEVER;
  const otherEnd = other.to ?? NEVER;
  if (otherEnd < span.from || other.from > end) return [span];
  return [
    ...(span.from < other.from ? [{ from: span.from, to: shiftDay(other.from, -1) }] : []),
    ...(end > otherEnd ? [{ from: shiftDay(otherEnd, 1), to: span.to }] : []),
  ];
}

function daysSaid({ from, to }: Span, more: boolean, { t, day }: Speech): string {
  const amount = more ? 'more' : 'fewer';
  if (to === null) return t(`case.correction.figures.from.${amount}`, { from: day(from) });
  return to === from
    ? t(`case.correction.figures.day.${amount}`, { day: day(from) })
    : t(`case.correction.figures.days.${amount}`, { from: day(from), to: day(to) });
}

function numberMoved(closures: PreviewAnswer['closures'], { t }: Speech): readonly string[] {
  const more = closures.filter(({ before }) => before === null).length;
  const fewer = closures.filter(({ after }) => after === null).length;
  if (more === fewer) return [];
  const count = Math.abs(more - fewer);
  return [t(`case.correction.figures.closures.${more > fewer ? 'more' : 'fewer'}`, { count })];
}

function lengthMoved(before: ClosureAnswer | null, after: ClosureAnswer | null, { t }: Speech): readonly string[] {
  if (!before || !after || before.days === after.days) return [];
  return [
    t('case.correction.figures.length', {
      cycle: after.cycle,
      before: daysText(before.days, t),
      after: daysText(after.days, t),
    }),
  ];
}
