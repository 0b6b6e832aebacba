import { addDays, dayOf, endOfDay } from '../calendar.ts';
import type { Closure } from '../case/closure.ts';
import type { DeadlineRule, Procedure } from '../procedures/procedure.ts';
import { remembered } from '../remembered.ts';
import { appealStart, type Clock, type MineWithCourse, runningClocks } from './clocks.ts';
import type { Deadline, Undated } from './deadline.ts';
import { isOfProcedure, type RuleName, ruleName } from './rules.ts';
import { CalendarNotCovered, workingDaysAfter } from './working-days.ts';

/** Computed once for each folded mine, which never changes: what is stored, listed and sent asks for it in turn. */
const computed = new WeakMap<MineWithCourse, readonly Deadline[]>();

/**
 * Everything that falls due for a mine as it stands, soonest first, then what has no day: domain.md, rule 6. Derived from facts and the
 * procedure; nothing here is stored, and a passed deadline changes nothing.
 */
export function deadlinesOf(folded: MineWithCourse): readonly Deadline[] {
  const known = computed.get(folded);
  if (known) return known;
  const { procedure } = folded.mine;
  const deadlines: Deadline[] = [];
  for (const rule of ruleName.options)
    for (const clock of runningClocks[rule](folded)) deadlines.push(deadline(rule, clock, procedure));
  deadlines.sort(byDay);
  computed.set(folded, deadlines);
  return deadlines;
}

/** Days are written so that their order is that of their text; what has none comes last. */
function byDay({ dueOn: a }: Deadline, { dueOn: b }: Deadline): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The last day on which an appeal against a closing order is in time; null where the calendar does not say. */
export function lastDayToAppeal(closure: Closure, procedure: Procedure): string | null {
  return dueDay('appeal', appealStart(closure).at, procedure).dueOn;
}

function deadline(rule: RuleName, { started, subject, cycle, named }: Clock, procedure: Procedure): Deadline {
  const counted = isOfProcedure(rule) && !named ? dueDay(rule, started.at, procedure) : null;
  const dueOn = counted ? counted.dueOn : (named?.dueOn ?? null);
  return {
    rule,
    dueOn,
    dueAt: dueOn === null ? null : endOfDay(dueOn, procedure.zone),
    originalDueOn: named?.originalDueOn ?? dueOn,
    undated: counted?.undated ?? null,
    started,
    ...responsible(rule, subject, procedure),
    subject,
    cycle,
  };
}

/** A due day, or why there is none. */
type DueDay = { readonly dueOn: string | null; readonly undated: Undated | null };

/** The due days of each procedure that were asked for before, by rule and start: a version never changes, and reckoning takes long. */
const dueDays = new WeakMap<Procedure, Map<string, DueDay>>();

/** The due day by the procedure: so many calendar or working days after the day of an instant in its zone, which does not count. */
function dueDay(rule: DeadlineRule, start: string, procedure: Procedure): DueDay {
  const known = dueDays.get(procedure) ?? new Map<string, DueDay>();
  dueDays.set(procedure, known);
  return remembered(known, `${rule} ${start}`, () => reckoned(rule, start, procedure));
}

function reckoned(rule: DeadlineRule, start: string, { deadlines, zone, calendar }: Procedure): DueDay {
  const { days, count } = deadlines[rule];
  const first = dayOf(start, zone);
  if (count === 'calendar') return { dueOn: addDays(first, days), undated: null };
  try {
    return { dueOn: workingDaysAfter(first, days, calendar), undated: null };
  } catch (error) {
    if (!(error instanceof CalendarNotCovered)) throw error;
    return { dueOn: null, undated: { code: 'uncovered-year', year: error.year } };
  }
}

/** Whose a deadline is: what an event names a day for is the owner's, the rest as the procedure says. */
function responsible(rule: RuleName, subject: string | null, procedure: Procedure): Pick<Deadline, 'party' | 'office'> {
  const whose = isOfProcedure(rule) ? procedure.deadlines[rule].responsible : 'owner';
  if (whose === 'owner') return { party: 'owner', office: null };
  if (whose !== 'office-of-requirement') return { party: 'authority', office: procedure.offices[whose] };
  const requirement = procedure.requirements.find(({ code }) => code === subject);
  return { party: 'authority', office: requirement?.office ?? null };
}
