import { z } from 'zod';
import { FOREVER } from '../as-of/knowledge.ts';
import { pointOf } from '../as-of/version-at.ts';
import { stateOf } from '../closures/stretches-table.ts';
import type { Source } from '../source.ts';
import type { CountedClosures } from './counted-closures.ts';
import type { CourseDay } from './course-answer.ts';
import type { Day } from './days-of.ts';

/** What a course tells of a day beside beginnings and ends: where those that went on stood, and how often one came there. */
export type DayStanding = Required<Pick<CourseDay, 'standing' | 'becameInspected' | 'becameLicensed'>>;

/** The same for each day: of all closures, and of those of a group. */
interface Standings {
  readonly all: readonly DayStanding[];
  of(group: string | null): readonly DayStanding[];
}

const whileShut = z.enum(['closed', 'inspected', 'licensed']);

/** So many closures came, at an instant in milliseconds, to stand where they had not stood; null: before they began, and after they ended. */
const move = z.object({
  name: z.string().nullable(),
  at: z.number(),
  was: whileShut.nullable(),
  came: whileShut.nullable(),
  closures: z.number(),
});

type Move = z.infer<typeof move>;

/** Where closures stood at the end of each day. From its beginning on a closure is *closed*, until its mine has passed an inspection. */
export function standingsOf(source: Source, closures: CountedClosures, days: readonly Day[]): Standings {
  const moves = movesOf(source, closures, days.at(-1)?.end ?? 0);
  const ofGroups = Map.groupBy(moves, ({ name }) => name);
  return { all: dayByDay(moves, days), of: (group) => dayByDay(ofGroups.get(group) ?? [], days) };
}

/** All that moved before an instant, in its order. What two facts say of one instant is what the one known later says. */
function movesOf({ database, instants }: Source, { from, where, name }: CountedClosures, before: number): Move[] {
  const { known } = pointOf(instants);
  const state = stateOf('s.');
  const query = `
    with counted as (select ${name} as name, c.mine_id, c.cycle, c.since, c.ends from ${from.sql} where ${where.sql}),
    stood as (
      select name, mine_id, cycle, since as at, 'closed' as standing, -1 as known from counted
      union all
      select name, mine_id, cycle, s.begun, iif(${state} in ('inspected', 'licensed'), ${state}, 'closed'), s.known_from
      from counted join stretches s using (mine_id)
      where s.begun >= since and (ends is null or s.begun < ends) and s.known_from <= ? and s.known_to > ?
      union all
      select name, mine_id, cycle, ends, null, ${FOREVER} from counted where ends is not null
    ),
    counting as (select *, max(known) from stood where at < ? group by mine_id, cycle, at),
    moved as (select name, at, standing as came, lag(standing) over (partition by mine_id, cycle order by at) as was from counting)
    select name, at, was, came, count(*) as closures from moved where came is not was group by 1, 2, 3, 4 order by at`;
  const params = [...from.params, ...where.params, known, known, before];
  return z.array(move).parse(database.db.prepare(query).all(...params));
}

function dayByDay(moves: readonly Move[], days: readonly Day[]): DayStanding[] {
  const standing = { closed: 0, inspected: 0, licensed: 0 };
  let next = 0;
  return days.map(({ start, end }) => {
    const became = { inspected: 0, licensed: 0 };
    for (let moved = moves[next]; moved && moved.at < end; moved = moves[++next]) {
      const { at, was, came, closures } = moved;
      if (was) standing[was] -= closures;
      if (came) standing[came] += closures;
      if (at >= start && (came === 'inspected' || came === 'licensed')) became[came] += closures;
    }
    return { standing: { ...standing }, becameInspected: became.inspected, becameLicensed: became.licensed };
  });
}
