import type { ClosureAnswer, PreviewAnswer } from '../../api/answers.ts';
import { daysText, exactDuration } from '../../language/durations.ts';
import { millisecondsOf } from '../iso-duration.ts';
import { valueText } from '../said-of-data.ts';
import type { Speech } from '../speech.ts';
import { type Referred, saidOfEvent } from '../timeline/said-of-event.ts';

type Standing = PreviewAnswer['before'];
type Change = PreviewAnswer['changes'][number];
type Event = NonNullable<Change['before']>;

/** One thing before and after. */
export interface Row {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A fact that changes: what it is, and either in a word what becomes of it, or the values that do. */
export interface SaidChange {
  readonly eventId: string;
  readonly fact: string;
  readonly becomes: string | null;
  readonly rows: readonly Row[];
}

/** What a preview says, in words: only what would be otherwise. */
export interface SaidOfPreview {
  readonly facts: readonly SaidChange[];
  /** The facts of which nothing is said and which lead elsewhere, as a sentence. */
  readonly elsewhere: string | null;
  readonly closures: readonly { readonly eventId: string; readonly title: string; readonly rows: readonly Row[] }[];
  readonly standing: readonly Row[];
  readonly deadlines: readonly Row[];
}

/** Says what an event would change. `referred` says what ids in the history stand for. */
export function saidOfPreview(preview: PreviewAnswer, speech: Speech, referred: Referred): SaidOfPreview {
  const { changes, closures, before, after } = preview;
  const ledElsewhere = changes.filter(({ kind }) => kind === 'led-elsewhere');
  const { t, words } = speech;
  return {
    facts: changes
      .filter(({ kind }) => kind !== 'led-elsewhere')
      .map((change) => saidOfChange(change, speech, referred)),
    elsewhere:
      ledElsewhere.length === 0
        ? null
        : t('case.correction.elsewhere', {
            count: ledElsewhere.length,
            facts: words.list([...new Set(ledElsewhere.map(({ type }) => speech.inSentence(words.fact(type))))]),
          }),
    closures: closures
      .map(({ eventId, before: was, after: is }) => ({
        eventId,
        title: t('case.correction.closure', { cycle: (is ?? was)?.cycle ?? 0 }),
        rows: closureRows(was, is, speech),
      }))
      .filter(({ rows }) => rows.length > 0),
    standing: after ? standingRows(before, after, speech) : [],
    deadlines: after ? deadlineRows(before, after, speech) : [],
  };
}

/** An event of a preview as a line of the history: what happened, and when. */
export function factAndTime(event: Event, speech: Speech, referred: Referred): string {
  const fact = saidOfEvent({ event, data: event.data }, speech, referred).title;
  return speech.t('case.correction.option', { time: timeOf(event, speech), fact });
}

function saidOfChange({ eventId, kind, type, before, after }: Change, speech: Speech, referred: Referred): SaidChange {
  const shown = before ?? after;
  const fact = shown ? factAndTime(shown, speech, referred) : speech.words.fact(type);
  if (kind === 'corrected' && before && after)
    return { eventId, fact, becomes: null, rows: correctedRows(before, after, speech) };
  const becomes = kind === 'corrected' || kind === 'led-elsewhere' ? null : speech.t(`case.correction.becomes.${kind}`);
  return { eventId, fact, becomes, rows: [] };
}

function correctedRows(before: Event, after: Event, speech: Speech): Row[] {
  const { t, words } = speech;
  const names = [...new Set([...Object.keys(before.data), ...Object.keys(after.data)])];
  const told = (event: Event, name: string) => valueText(name, event.data[name] ?? null, speech);
  return differing([
    { label: t('case.correction.when'), before: timeOf(before, speech), after: timeOf(after, speech) },
    ...names.map((name) => ({
      label: words.field(name, before.type),
      before: told(before, name),
      after: told(after, name),
    })),
  ]);
}

function closureRows(was: ClosureAnswer | null, is: ClosureAnswer | null, speech: Speech): Row[] {
  const { t } = speech;
  if (!was || !is) {
    const told = (closure: ClosureAnswer | null) =>
      closure ? closureInShort(closure, speech) : t('case.correction.noClosure');
    return [{ label: t('case.clock.shut'), before: told(was), after: told(is) }];
  }
  const [notAllowed, notAllowedAfter] = [was, is].map(({ notAllowedToRun }) => millisecondsOf(notAllowedToRun) ?? 0);
  const stayed = notAllowed !== was.milliseconds || notAllowedAfter !== is.milliseconds;
  return differing([
    { label: t('case.correction.number'), before: String(was.cycle), after: String(is.cycle) },
    { label: t('case.clock.shutSince'), before: sinceOf(was, speech), after: sinceOf(is, speech) },
    { label: t('case.correction.until'), before: untilOf(was, speech), after: untilOf(is, speech) },
    {
      label: t('case.correction.lasted'),
      ...spans([was.days, is.days], [was.milliseconds, is.milliseconds], speech),
    },
    ...(stayed
      ? [{ label: t('case.clock.notAllowed'), ...spans([0, 0], [notAllowed ?? 0, notAllowedAfter ?? 0], speech) }]
      : []),
  ]);
}

/** Two lengths in days; exactly where the days are the same. */
function spans(
  [days, daysAfter]: readonly [number, number],
  [exact, exactAfter]: readonly [number, number],
  { t }: Speech,
): Omit<Row, 'label'> {
  return days === daysAfter
    ? { before: exactDuration(exact, t), after: exactDuration(exactAfter, t) }
    : { before: daysText(days, t), after: daysText(daysAfter, t) };
}

function closureInShort(closure: ClosureAnswer, speech: Speech): string {
  const { t } = speech;
  const span = { since: sinceOf(closure, speech), days: daysText(closure.days, t) };
  return closure.until === null
    ? t('case.correction.closureOpen', span)
    : t('case.correction.closureInShort', { ...span, until: untilOf(closure, speech) });
}

function sinceOf({ since, sincePrecision }: ClosureAnswer, { time }: Speech): string {
  return time(since, sincePrecision);
}

function untilOf({ until, outcome }: ClosureAnswer, { t, time }: Speech): string {
  if (until === null) return t('case.correction.stillShut');
  const ended = outcome === null ? '' : t(`domain.outcome.${outcome}`);
  return t('case.correction.ended', { until: time(until), outcome: ended });
}

function standingRows(before: Standing, after: Standing, speech: Speech): Row[] {
  const { t, words } = speech;
  const regions = (['operation', 'appeal', 'power'] as const).map(
    (region): Told => [t(`chart.region.${region}`), ({ state }) => words.state(region, state[region])],
  );
  const codes = [...new Set([...Object.keys(before.requirements), ...Object.keys(after.requirements)])];
  const told: readonly Told[] = [
    ...regions,
    [t('case.correction.mayRun'), ({ mayOperate }) => t(mayOperate ? 'common.yes' : 'common.no')],
    [t('case.clock.waitingOn'), (standing) => waitingOn(standing, speech)],
    [t('case.correction.openFindings'), ({ openFindings }) => String(openFindings)],
    ...codes.map(
      (code): Told => [
        words.subject(code),
        ({ requirements }) => {
          const status = requirements[code];
          return status ? t(`domain.requirementStatus.${status}`) : t('common.nothing');
        },
      ],
    ),
    [
      t('case.correction.attention'),
      ({ flags }) => words.list(flags.map((flag) => t(`domain.flag.${flag}`))) || t('common.nothing'),
    ],
  ];
  return differing(told.map(([label, of]) => ({ label, before: of(before), after: of(after) })));
}

type Told = readonly [label: string, of: (standing: Standing) => string];

function waitingOn({ waitingOn: party, waitingOnOffice }: Standing, { t, words }: Speech): string {
  if (party === 'nobody') return t('domain.party.nobody');
  return party === 'owner' ? t('domain.party.owner') : words.office(waitingOnOffice ?? 'not stated');
}

function deadlineRows(before: Standing, after: Standing, speech: Speech): Row[] {
  const [was, is] = [dueDays(before, speech), dueDays(after, speech)];
  const none = speech.t('case.correction.notDue');
  return differing(
    [...new Map([...was, ...is])].map(([key, { label }]) => ({
      label,
      before: was.get(key)?.due ?? none,
      after: is.get(key)?.due ?? none,
    })),
  );
}

function dueDays({ deadlines }: Standing, { t, words, day }: Speech) {
  return new Map(
    deadlines.map(({ rule, subject, dueOn }) => {
      const fact = words.deadline(rule);
      const about = subject === null ? null : words.subject(subject);
      // A code or a short number says something to a reader; the ids of requests do not.
      const label = about === null || about.length > 30 ? fact : t('history.about', { fact, about });
      return [`${rule}/${subject}`, { label, due: dueOn === null ? t('due.noDay') : day(dueOn) }];
    }),
  );
}

function differing(rows: readonly Row[]): Row[] {
  return rows.filter(({ before, after }) => before !== after);
}

function timeOf({ occurredAt, occurredAtPrecision }: Event, { time }: Speech): string {
  return time(occurredAt, occurredAtPrecision);
}
