import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  apply,
  closuresOf,
  createEngine,
  type EventStore,
  effectiveHistory,
  type Fact,
  type FoldedMine,
  fold,
  isInOrder,
  isKnowledgeEvent,
  milliseconds,
  type Outcome,
  openStore,
} from '../src/index.ts';
import { decide } from '../src/rectification/decide.ts';
import { eventOf } from '../src/rectification/fold.ts';
import { givenAMine, idsInSequence, type MineUnderTest } from './given.ts';
import { type Move, movesBackAndForth, movesInOrder, tries } from './histories.ts';
import { unmetAtReopening } from './reopening-oracle.ts';

/** Histories per property; more for a thorough run. The seed of a failing run is printed with it. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);

/** On a slow machine rather fewer histories than none to the end. */
const bounded = { interruptAfterTimeLimit: 60_000 };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function openStoreOf(kind: 'memory' | 'sqlite'): Promise<EventStore> {
  const folder = mkdtempSync(join(tmpdir(), 'rectify-properties-'));
  folders.push(folder);
  const url = kind === 'memory' ? 'memory:' : `sqlite:${join(folder, 'events.db')}`;
  return openStore(url, { newStoreId: randomUUID });
}

/** Lives a history of moves; calls back after each with what came of the commands it took. */
async function lives(
  mine: MineUnderTest,
  moves: readonly Move[],
  after: (outcomes: readonly Outcome[]) => Promise<void> = async () => {},
): Promise<readonly Fact[]> {
  for (const move of moves) await after(await tries(mine, move));
  return mine.facts();
}

function standing(folded: FoldedMine | undefined) {
  return folded && { value: folded.value, mine: folded.mine, course: folded.course };
}

describe.each(['memory', 'sqlite'] as const)('whatever happens to a mine, stored in %s', (kind) => {
  test('what the sender saw and the engine remembers is what folding the stored history gives, at once and fact by fact', async () => {
    await fc.assert(
      fc.asyncProperty(movesBackAndForth, async (moves) => {
        const store = await openStoreOf(kind);
        const mine = await givenAMine({ store });
        const seen: FoldedMine[] = [];
        await lives(mine, moves, async (outcomes) => {
          seen.push(...outcomes.flatMap((outcome) => (outcome.kind === 'rejected' ? [] : outcome.mine)));
        });
        const restarted = createEngine({ store, clock: () => '2030-01-01T00:00:00Z', newId: idsInSequence() });
        const loaded = await restarted.load(mine.mineId);
        expect(await mine.engine.load(mine.mineId)).toStrictEqual(loaded);
        const facts = loaded?.facts ?? [];
        for (const saw of seen) {
          const known = facts.slice(0, saw.revision + 1);
          expect(standing(fold(known))).toEqual(standing(saw));
          expect(standing(factByFact(known))).toEqual(standing(saw));
        }
        await store.close();
      }),
      { ...bounded, numRuns: RUNS },
    );
  });
});

function factByFact(facts: readonly Fact[]): FoldedMine | undefined {
  return facts.reduce<FoldedMine | undefined>(
    (mine, fact, index) => (mine && !isInOrder(mine, fact) ? fold(facts.slice(0, index + 1)) : apply(mine, fact)),
    undefined,
  );
}

describe('whatever happens to a mine', () => {
  test('it never reopens with a requirement, check, finding, letter or direction unmet', async () => {
    let reopenings = 0;
    await fc.assert(
      fc.asyncProperty(movesBackAndForth, async (moves) => {
        const facts = await lives(await givenAMine(), moves);
        const found = unmetAtReopening(facts);
        reopenings += found.length;
        expect(found.flatMap(({ unmet }) => unmet)).toEqual([]);
      }),
      { ...bounded, numRuns: 3 * RUNS },
    );
    expect(reopenings).toBeGreaterThan(0);
  });

  test('a refusal leaves it exactly as it was', async () => {
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(movesBackAndForth, async (moves) => {
        const mine = await givenAMine();
        let last: FoldedMine = await mine.now();
        await lives(mine, moves, async (outcomes) => {
          for (const outcome of outcomes) {
            if (outcome.kind === 'rejected') refusals += 1;
            else last = outcome.mine;
          }
          expect((await mine.now()).revision).toBe(last.revision);
        });
        expect(await mine.now()).toEqual(last);
      }),
      { ...bounded, numRuns: RUNS },
    );
    expect(refusals).toBeGreaterThan(RUNS);
  });

  test('as of any instant it stands as it stood then, as long as nothing is dated back', async () => {
    await fc.assert(
      fc.asyncProperty(movesInOrder, async (moves) => {
        const facts = await lives(await givenAMine(), moves);
        for (const { occurredAt } of facts) {
          const prefix = facts.filter((fact) => milliseconds(fact.occurredAt) <= milliseconds(occurredAt));
          const then = fold(prefix);
          expect(fold(facts, { asOf: occurredAt, knownAt: occurredAt })).toEqual(then);
          expect(fold(facts, { knownAt: occurredAt })).toEqual(then);
          const asOf = fold(facts, { asOf: occurredAt });
          expect({ ...asOf?.mine, approvals: {} }).toEqual({ ...then?.mine, approvals: {} });
          expect(asOf?.value).toEqual(then?.value);
        }
      }),
      { ...bounded, numRuns: RUNS },
    );
  });

  test('its history is legal when decided anew, and leads where folding leads', async () => {
    await fc.assert(
      fc.asyncProperty(movesBackAndForth, async (moves) => {
        const facts = await lives(await givenAMine(), moves);
        expect(decidedDifferently(facts)).toEqual([]);
      }),
      { ...bounded, numRuns: 2 * RUNS },
    );
  });

  test('its closures follow each other, and the times in their states add up to their durations', async () => {
    await fc.assert(
      fc.asyncProperty(movesBackAndForth, async (moves) => {
        const mine = await givenAMine();
        await lives(mine, moves);
        const folded = await mine.now();
        const closures = closuresOf(folded, folded.lastRecordedAt);
        expect(closures.map(({ cycle }) => cycle)).toEqual(closures.map((_, index) => index + 1));
        for (const [index, { closure, milliseconds: length, perState, ongoing }] of closures.entries()) {
          expect(length).toBe(Object.values(perState).reduce((sum, span) => sum + span, 0));
          const next = closures[index + 1]?.closure;
          if (next) expect(milliseconds(closure.until ?? next.since)).toBeLessThanOrEqual(milliseconds(next.since));
          expect(ongoing).toBe(closure.until === null);
          if (ongoing) expect(index).toBe(closures.length - 1);
        }
      }),
      { ...bounded, numRuns: RUNS },
    );
  });
});

/** The facts that the statechart would refuse, or take elsewhere, if the effective history were decided now. */
function decidedDifferently(facts: readonly Fact[]): Fact['type'][] {
  const differently: Fact['type'][] = [];
  let mine: FoldedMine | undefined;
  for (const { fact } of effectiveHistory(facts)) {
    const decision = mine && !isKnowledgeEvent(fact.type) ? decide(mine, eventOf(fact)) : undefined;
    mine = apply(mine, fact);
    const { value, mine: remembered } = mine;
    if (!decision) continue;
    const same = decision.accepted && isDeepStrictEqual(decision.standing, { value, mine: remembered });
    if (!same || !isDeepStrictEqual(decision.transition, fact.transition)) differently.push(fact.type);
  }
  return differently;
}
