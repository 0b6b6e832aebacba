import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  apply,
  closuresOf,
  deadlinesOf,
  type EventData,
  effectiveHistory,
  type Fact,
  type FoldedMine,
  fold,
  type Instants,
  isKnowledgeEvent,
  milliseconds,
  type Preview,
} from '../src/index.ts';
import { decide } from '../src/rectification/decide.ts';
import { eventOf } from '../src/rectification/fold.ts';
import { givenAMine, type MineUnderTest, secondSupervisor, supervisor } from './given.ts';
import { corrected, type Move, movesBackAndForth, movesOfAppeals, sendingOf, tries } from './histories.ts';

/** Histories per property; more for a thorough run. The seed of a failing run is printed with it. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 10);

/** On a slow machine rather fewer histories than none to the end. */
const bounded = { interruptAfterTimeLimit: 60_000 };

/** Histories that go back in time, some of them about appeals above all. */
const moves = fc.oneof(movesBackAndForth, movesOfAppeals);

/** Lives a history of moves; calls back before each. */
async function lives(
  mine: MineUnderTest,
  lived: readonly Move[],
  before: (move: Move) => Promise<void> = async () => {},
): Promise<readonly Fact[]> {
  for (const move of lived) {
    await before(move);
    await tries(mine, move);
  }
  return mine.facts();
}

function standing(folded: FoldedMine | undefined) {
  return folded && { value: folded.value, mine: folded.mine, course: folded.course };
}

/** Each append of a history with all that was on record by then: the clock moves on after each. */
function appendsOf(facts: readonly Fact[]): { readonly known: readonly Fact[]; readonly added: readonly Fact[] }[] {
  return [...Map.groupBy(facts, ({ recordedAt }) => recordedAt).values()].map((added) => ({
    known: facts.slice(0, (added.at(-1)?.revision ?? 0) + 1),
    added,
  }));
}

const wholeHistory = (known: readonly Fact[]) => effectiveHistory(known).map(({ fact }) => fact);
const alters = (fact: Fact) => fact.type === 'FactCorrected' || fact.retransitions !== undefined;

/** Where the mine stands when the events of its effective history are decided one after the other; the types decided otherwise than stored. */
function decidedAnew(known: readonly Fact[], instants: Instants = {}) {
  const otherwise: Fact['type'][] = [];
  let mine: FoldedMine | undefined;
  for (const { fact } of effectiveHistory(known, instants)) {
    const decision = mine && !isKnowledgeEvent(fact.type) ? decide(mine, eventOf(fact)) : undefined;
    const applied: FoldedMine = apply(mine, fact);
    if (decision) {
      const { value, mine: remembered } = applied;
      const same = decision.accepted && isDeepStrictEqual(decision.standing, { value, mine: remembered });
      if (!same || !isDeepStrictEqual(decision.transition, fact.transition)) otherwise.push(fact.type);
    }
    mine = applied;
  }
  return { mine, otherwise };
}

describe('whatever is dated back or corrected', () => {
  test('what was known at an instant is the fold of what was on record by then', async () => {
    await fc.assert(
      fc.asyncProperty(moves, fc.integer({ min: -400, max: 400 }), async (lived, hours) => {
        const facts = await lives(await givenAMine(), lived);
        for (const { known, added } of appendsOf(facts)) {
          const knownAt = added[0]?.recordedAt ?? '';
          const asOf = new Date(milliseconds(knownAt) + hours * 3_600_000).toISOString();
          expect(fold(facts, { knownAt })).toEqual(fold(known));
          expect(fold(facts, { knownAt, asOf })).toEqual(fold(known, { asOf }));
        }
      }),
      { ...bounded, numRuns: RUNS },
    );
  });

  test('the stored transitions are those that deciding the history anew gives, after every append that altered it', async () => {
    let altered = 0;
    await fc.assert(
      fc.asyncProperty(moves, async (lived) => {
        const facts = await lives(await givenAMine(), lived);
        for (const { known, added } of appendsOf(facts)) {
          if (!added.some(alters)) continue;
          altered += 1;
          expect(decidedAnew(known).otherwise).toEqual([]);
        }
      }),
      { ...bounded, numRuns: RUNS },
    );
    expect(altered).toBeGreaterThan(0);
  });

  test('as of an instant it stands where the events until then lead, decided from the first on', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (lived) => {
        const facts = await lives(await givenAMine(), lived);
        for (const { occurredAt: asOf } of wholeHistory(facts)) {
          const { mine, otherwise } = decidedAnew(facts, { asOf });
          expect(otherwise).toEqual([]);
          expect(standing(fold(facts, { asOf }))).toEqual(standing(mine));
        }
      }),
      { ...bounded, numRuns: RUNS },
    );
  });

  test('every decision that quashed an order while the mine was shut ended the closure, once', async () => {
    let quashings = 0;
    await fc.assert(
      fc.asyncProperty(movesOfAppeals, async (lived) => {
        const facts = await lives(await givenAMine(), lived);
        for (const { known } of appendsOf(facts)) {
          const history = wholeHistory(known);
          const followed = history.filter((fact) => fact.type === 'ClosureQuashed');
          quashings += followed.length;
          expect(new Set(followed.map(({ data }) => data.appealId)).size).toBe(followed.length);
          for (const fact of history) {
            if (fact.type !== 'AppealDecided' || fact.data.decision !== 'quashed') continue;
            const { appealId } = fact.data;
            const after = fold(known, { asOf: fact.occurredAt });
            const appeal = after?.mine.appeals.find((each) => each.appealId === appealId);
            const open = after?.mine.closure?.until === null && after.mine.cycle === appeal?.cycle;
            expect(open && appeal?.against === 'order').toBe(false);
          }
        }
      }),
      // Appeals that are upheld are rare: ten histories need not hold one.
      { ...bounded, numRuns: 4 * RUNS },
    );
    expect(quashings).toBeGreaterThan(0);
  });
});

describe('before anything is sent', () => {
  test('its preview shows what the mine is like once it is sent and granted', async () => {
    const shown = { corrected: 0, datedBack: 0 };
    await fc.assert(
      fc.asyncProperty(moves, async (lived) => {
        const mine = await givenAMine();
        const { mineId, engine } = mine;
        await lives(mine, lived, async (move) => {
          if (move.kind === 'wait') return;
          const { person, type, data, occurredAt } = await sendingOf(mine, move);
          if (person.role === 'owner') return;
          const outcome = await engine.previewEvent({ mineId, person, type, data, occurredAt });
          const preview = outcome.kind === 'previewed' ? outcome.preview : undefined;
          const came = await mine.attempts(person, type, data, occurredAt === undefined ? {} : { occurredAt });
          expect(came.kind).toBe(!preview?.after ? 'rejected' : preview.needsApproval ? 'approval' : 'accepted');
          if (!preview?.after) return;
          if (came.kind === 'approval') {
            const { approvalId } = came.approval;
            // No time goes by between the preview and the grant.
            const granted = await mine.at(preview.at).attempts(secondSupervisor, 'ApprovalGranted', { approvalId });
            expect(granted.kind).toBe('accepted');
          }
          if (type === 'FactCorrected') shown.corrected += 1;
          if (occurredAt !== undefined) shown.datedBack += 1;
          const facts = (await engine.load(mineId))?.facts ?? [];
          expect(described(await mine.now())).toEqual(described(withStoredIds(preview, facts)));
        });
      }),
      { ...bounded, numRuns: RUNS },
    );
    expect(shown.corrected).toBeGreaterThan(0);
    expect(shown.datedBack).toBeGreaterThan(0);
  });

  test('voiding what the preview of a correction offers makes it legal, and no part of it can be left out', async () => {
    let offers = 0;
    const previewOf = async ({ engine, mineId }: MineUnderTest, data: Data) => {
      const outcome = await engine.previewCorrection({ mineId, person: supervisor, data });
      return outcome.kind === 'previewed' ? outcome.preview : undefined;
    };
    await fc.assert(
      fc.asyncProperty(moves, async (lived) => {
        const mine = await givenAMine();
        await lives(mine, lived, async (move) => {
          if (move.kind !== 'correct') return;
          const data = await corrected(mine, { ...move, adopting: false });
          const offered = (await previewOf(mine, data))?.dependents;
          if (!offered) return;
          offers += 1;
          const adopted = { ...data, corrections: [...data.corrections, ...offered] };
          expect(await previewOf(mine, adopted)).toMatchObject({ reasons: [], impossible: [] });
          for (const left of offered) {
            const corrections = adopted.corrections.filter(({ eventId }) => eventId !== left.eventId);
            expect((await previewOf(mine, { ...data, corrections }))?.after ?? null).toBeNull();
          }
        });
      }),
      { ...bounded, numRuns: RUNS },
    );
    expect(offers).toBeGreaterThan(0);
  });
});

type Data = EventData<'FactCorrected'>;

/** What a preview shows, under the ids that what it adds was stored with. */
function withStoredIds({ after, changes }: Preview, facts: readonly Fact[]): FoldedMine {
  const added = changes.filter(({ kind }) => kind === 'added').map(({ eventId }) => eventId);
  const stored = facts.slice(facts.length - added.length).map(({ eventId }) => eventId);
  const text = added.reduce((all, id, index) => all.replaceAll(id, stored[index] ?? ''), JSON.stringify(after));
  return JSON.parse(text);
}

/** A mine as it is read: where it stands and all that is remembered, its closures, and what is due; requests apart. */
function described(folded: FoldedMine) {
  const { approvals: _requests, ...mine } = JSON.parse(JSON.stringify(folded.mine));
  const { value, lastOccurredAt, lastType } = folded;
  return {
    value,
    mine,
    lastOccurredAt,
    lastType,
    closures: JSON.parse(JSON.stringify(closuresOf(folded, '2019-06-01T00:00:00Z'))),
    deadlines: deadlinesOf(folded),
  };
}
