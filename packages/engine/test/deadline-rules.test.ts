import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  type Deadline,
  deadlineRules,
  deadlinesOf,
  defaultProcedure,
  type EventType,
  fold,
  type Procedure,
  type RuleName,
  ruleName,
} from '../src/index.ts';
import { beforeResumed, beforeStart, lets, running, runningFor, to } from './deadline-stories.ts';
import { givenAMine, type MineUnderTest, publishes, supervisor } from './given.ts';
import { movesInOrder, tries } from './histories.ts';

async function clock(mine: MineUnderTest, rule: RuleName): Promise<Deadline | undefined> {
  return deadlinesOf(await mine.now()).find((deadline) => deadline.rule === rule);
}

const rows = ruleName.options.map((rule) => ({ rule, ...deadlineRules[rule] }));
const each = (column: 'starts' | 'resumes' | 'extends' | 'satisfies' | 'cancels') =>
  rows.flatMap((row) => row[column].map((type) => [row.rule, type] as const));

describe('by the table of deadlines', () => {
  test.each(each('starts'))('%s is started by %s', async (rule, type) => {
    const mine = await givenAMine();
    await beforeStart[`${rule} ${type}`]?.(mine);
    expect((await clock(mine, rule))?.started.type).not.toBe(type);
    await lets(mine, rule, type);
    const at = (await mine.facts()).findLast((fact) => fact.type === type)?.occurredAt ?? '';
    const started = (await clock(mine, rule))?.started;
    expect(started?.type).toBe(type);
    // An order is served when its record says so, not when that is filed.
    if (type !== 'OrderServed') expect(started?.at).toBe(at);
  });

  test.each(each('resumes'))('%s is brought back as it was by %s', async (rule, type) => {
    const mine = await givenAMine();
    await beforeResumed[`${rule} ${type}`]?.(mine);
    const before = await clock(mine, rule);
    await lets(mine, rule, type);
    const resumed = await clock(mine, rule);
    expect(resumed).toBeDefined();
    expect(resumed?.subject ?? rule).not.toBe(before?.subject);
    const atFirst = (await mine.facts()).find((fact) => fact.type === resumed?.started.type);
    expect(resumed?.started).toEqual({ type: atFirst?.type, at: atFirst?.occurredAt });
  });

  test.each(each('extends'))('%s is moved, and counted from where it was, by %s', async (rule, type) => {
    const mine = await givenAMine();
    await running[rule](mine);
    const before = await clock(mine, rule);
    await lets(mine, rule, type);
    const after = await clock(mine, rule);
    expect(after).toEqual({ ...before, dueOn: after?.dueOn, dueAt: after?.dueAt });
    expect((after?.dueOn ?? '') > (before?.dueOn ?? '')).toBe(true);
  });

  test.each([...each('satisfies'), ...each('cancels')])('%s ends with %s', async (rule, type) => {
    const mine = await givenAMine();
    await (runningFor[`${rule} ${type}`] ?? running[rule])(mine);
    const before = await clock(mine, rule);
    expect(before).toBeDefined();
    await lets(mine, rule, type);
    expect((await all(mine, rule)).filter((after) => isSame(after, before))).toEqual([]);
  });

  test.each(rows)(
    '$rule is counted anew by another procedure if by any: its day is given by the $dueBy',
    async ({ rule, dueBy }) => {
      const mine = await givenAMine();
      await (rule === 'approval-answer' || rule === 'direction' ? to('closed', running[rule]) : running[rule])(mine);
      const before = await clock(mine, rule);
      await publishes(mine, slower, '2018-11-20T00:00:00Z');
      await mine.does(supervisor, 'ProcedureMigrated', { procedure: 'slower@1' });
      const days = dueBy === 'procedure' ? 1 : 0;
      expect(await clock(mine, rule)).toMatchObject({
        dueOn: addDays(before?.dueOn ?? '', days),
        started: before?.started,
      });
    },
  );

  test('nothing else starts, moves or ends a deadline, whatever happens to a mine', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(movesInOrder, async (moves) => {
        const mine = await givenAMine();
        for (const move of moves) await tries(mine, move);
        const facts = await mine.facts();
        let before: readonly Deadline[] = [];
        for (const [index, { type }] of facts.entries()) {
          const folded = fold(facts.slice(0, index + 1));
          const after = folded ? deadlinesOf(folded) : [];
          const unexplained = changesBetween(before, after).filter(
            ({ rule, by }) => !by(deadlineRules[rule]).includes(type),
          );
          changes += changesBetween(before, after).length;
          expect(unexplained.map(({ rule, what }) => `${rule} ${what} with ${type}`)).toEqual([]);
          before = after;
        }
      }),
      { numRuns: Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10), interruptAfterTimeLimit: 60_000 },
    );
    expect(changes).toBeGreaterThan(20);
  });
});

/** A procedure that gives a day more for everything. */
const slower: Procedure = {
  ...defaultProcedure,
  id: 'slower',
  deadlines: {
    ...defaultProcedure.deadlines,
    ...Object.fromEntries(
      Object.entries(defaultProcedure.deadlines).map(([rule, { days, ...rest }]) => [
        rule,
        { ...rest, days: days + 1 },
      ]),
    ),
  },
};

async function all(mine: MineUnderTest, rule: RuleName): Promise<Deadline[]> {
  return deadlinesOf(await mine.now()).filter((deadline) => deadline.rule === rule);
}

/** Whether two deadlines are one, seen before and after an event. */
function isSame(a: Deadline, b: Deadline | undefined): boolean {
  return a.rule === b?.rule && a.subject === b.subject && a.cycle === b.cycle && a.started.at === b.started.at;
}

interface Change {
  readonly rule: RuleName;
  readonly what: 'starts' | 'ends' | 'moves';
  /** The event types that may do it. */
  readonly by: (rule: (typeof deadlineRules)[RuleName]) => readonly EventType[];
}

function changesBetween(before: readonly Deadline[], after: readonly Deadline[]): Change[] {
  return [
    ...after
      .filter((deadline) => !before.some((other) => isSame(deadline, other)))
      .map(({ rule }): Change => ({ rule, what: 'starts', by: ({ starts, resumes }) => [...starts, ...resumes] })),
    ...before
      .filter((deadline) => !after.some((other) => isSame(deadline, other)))
      .map(
        ({ rule }): Change => ({
          rule,
          what: 'ends',
          by: ({ satisfies, cancels, starts }) => [...satisfies, ...cancels, ...starts],
        }),
      ),
    ...after
      .filter((deadline) => before.some((other) => isSame(deadline, other) && deadline.dueOn !== other.dueOn))
      .map(({ rule }): Change => ({ rule, what: 'moves', by: ({ extends: moves }) => moves })),
  ];
}
