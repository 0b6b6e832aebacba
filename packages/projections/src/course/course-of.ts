import { defaultProcedure, milliseconds } from '@rectify/engine/rectification';
import { z } from 'zod';
import { beginningsAt, beginningsTable } from '../as-of/lengths.ts';
import { pointOf } from '../as-of/version-at.ts';
import { compareGroups } from '../closures/case-groups.ts';
import { closureOutcome } from '../closures/closure-answer.ts';
import { type Asked, instantOf } from '../instants.ts';
import type { Source } from '../source.ts';
import { type CountedClosures, closuresThatFit } from './counted-closures.ts';
import type { CourseAnswer, CourseDay } from './course-answer.ts';
import type { CourseQuery } from './course-query.ts';
import { CourseTooLong, type Day, daysOf } from './days-of.ts';
import { type DayStanding, standingsOf } from './standings-of.ts';

/** So many days, of all groups together, are answered at most. */
const MOST_DAYS_OF_GROUPS = 100_000;

type Question = Omit<CourseQuery, 'asOf' | 'knownAt'>;

/** What happened to closures of one group on one day, the first being 0. */
const happened = z.object({
  day: z.number(),
  name: z.string().nullable(),
  what: z.enum(['closed', ...closureOutcome.options]),
  closures: z.number(),
});

type Happened = z.infer<typeof happened>;

/**
 * The course of the closures that fit: how many went on at the end of each day, and how many began or ended on it. Everything that filters and groups say of
 * mines is as of the instant of the answer.
 * @throws CourseTooLong
 */
export function courseOf(
  source: Source,
  { from, to, groupBy, standing, ...filters }: Question,
  asked: Asked,
): Omit<CourseAnswer, 'position' | 'asOf' | 'knownAt'> {
  const { zone } = defaultProcedure;
  const at = instantOf(asked);
  const days = daysOf(from, to, at, zone);
  const [first] = days;
  if (!first) return { zone, days: [], ...(groupBy && { groupBy, groups: [] }) };
  const closures = closuresThatFit(source, filters, groupBy, milliseconds(at));
  const before = shutBefore(source, closures, first.start);
  const events = [...beginnings(source, closures, days), ...endings(source, closures, days)];
  const names = new Set([...before.keys(), ...events.map(({ name }) => name)]);
  if (groupBy && names.size * days.length > MOST_DAYS_OF_GROUPS) throw tooLong(names.size);
  const standings = standing ? standingsOf(source, closures, days) : undefined;
  const shutAtAll = [...before.values()].reduce((total, shut) => total + shut, 0);
  return {
    zone,
    days: counted(days, shutAtAll, events, standings?.all),
    ...(groupBy && {
      groupBy,
      groups: [...names].sort(compareGroups).map((group) => ({
        group,
        days: counted(
          days,
          before.get(group) ?? 0,
          events.filter(({ name }) => name === group),
          standings?.of(group),
        ),
      })),
    }),
  };
}

function tooLong(groups: number): CourseTooLong {
  const most = Math.max(1, Math.floor(MOST_DAYS_OF_GROUPS / groups));
  return new CourseTooLong(
    `For ${groups} groups at most ${most} days are answered at once. Ask for fewer days, or fewer groups.`,
  );
}

/** How many went on when a day began, by group. */
function shutBefore(
  { database, instants }: Source,
  { from, where, name }: CountedClosures,
  start: number,
): Map<string | null, number> {
  const { known } = pointOf(instants);
  const lengths = beginningsTable(beginningsAt(Math.min(start - 1, known), start - 1));
  const query = `
    select ${name} as name, count(*) as closures from ${lengths.sql} cross join ${from.sql}
    where c.open_for = k.key and c.since > k.value ->> 0 and c.since <= k.value ->> 1 and (${where.sql}) and (c.ends is null or c.ends >= ?)
    group by 1`;
  const rows = database.db.prepare(query).all(...lengths.params, ...from.params, ...where.params, start);
  const shape = z.array(happened.pick({ name: true, closures: true }));
  return new Map(shape.parse(rows).map((row) => [row.name, row.closures]));
}

function beginnings(source: Source, closures: CountedClosures, days: readonly Day[]): Happened[] {
  return onDays(source, closures, days, 'c.since', "'closed'");
}

function endings(source: Source, closures: CountedClosures, days: readonly Day[]): Happened[] {
  return onDays(source, closures, days, 'c.ends', 'c.outcome');
}

/** Counts closures by the day in which an instant of theirs falls: an index finds those of each day. */
function onDays(
  { database }: Source,
  { from, where, name }: CountedClosures,
  days: readonly Day[],
  instant: string,
  what: string,
): Happened[] {
  const query = `
    select d.key as day, ${name} as name, ${what} as what, count(*) as closures
    from json_each(?) d cross join ${from.sql}
    where ${instant} >= d.value ->> 0 and ${instant} < d.value ->> 1 and (${where.sql}) group by 1, 2, 3`;
  const bounds = JSON.stringify(days.map(({ start, end }) => [start, end]));
  return z.array(happened).parse(database.db.prepare(query).all(bounds, ...from.params, ...where.params));
}

function counted(
  days: readonly Day[],
  shutBefore: number,
  events: readonly Happened[],
  standings: readonly DayStanding[] | undefined,
): CourseDay[] {
  const onDay = Map.groupBy(events, ({ day }) => day);
  let shut = shutBefore;
  return days.map(({ day, at }, index) => {
    const today = onDay.get(index) ?? [];
    const of = (wanted: Happened['what']) =>
      today.reduce((total, { what, closures }) => (what === wanted ? total + closures : total), 0);
    const ended = {
      reopened: of('reopened'),
      withdrawn: of('withdrawn'),
      quashed: of('quashed'),
      decommissioned: of('decommissioned'),
    };
    const closed = of('closed');
    shut += closed - Object.values(ended).reduce((total, closures) => total + closures, 0);
    return { day, at, shut, closed, ...ended, ...standings?.[index] };
  });
}
