import { describe, expect, test } from '@jest/globals';
import { effectiveHistory, type Fact, fold, type Instants, isKnowledgeEvent, milliseconds } from '@rectify/engine';
import fc from 'fast-check';
import { changesAnswer, changesQuery } from '../src/index.ts';
import {
  analyst,
  askingOfTime,
  asOfficial,
  givenARegister,
  inspector,
  NOW,
  type Register,
  supervisor,
  viewingOwner,
} from './given.ts';
import { givenManyCases } from './given-many-cases.ts';
import { carryOut, someAttempts } from './random-course.ts';

/** Random courses a property is tried on, and how long that may take on a busy machine, in milliseconds. */
const RUNS = Number(process.env.RECTIFY_PROPERTY_RUNS ?? 8);
const PATIENCE = 600_000;

/** Periods that are asked about after each random course. */
const PERIODS = 25;

const november = (day: number) => `2018-11-${String(day).padStart(2, '0')}T00:00:00+08:00`;
const changesWith = (parameters: Record<string, string>) => changesQuery.parse(parameters);

/** Given a mine closed on the 5th, and a correction on the 20th: it was the 7th. A note of the 6th is put on record on the 21st. */
async function givenACorrection(): Promise<{
  readonly register: Register;
  readonly order: string;
  readonly correction: string;
}> {
  const register = await givenARegister();
  await register.registers('A');
  await register.registers('B');
  const [order] = await register.closes('A', november(5));
  const eventId = order?.eventId ?? '';
  const [correction] = await register.does(
    'A',
    inspector,
    'FactCorrected',
    { corrections: [{ eventId, patch: { occurredAt: november(7) } }], reason: 'The order is of the seventh.' },
    november(20),
  );
  const late = { occurredAt: november(6), recordedAt: november(21) };
  await register.does('A', supervisor, 'NoteAdded', { text: 'Seen', visibility: 'internal' }, late);
  return { register, order: eventId, correction: correction?.eventId ?? '' };
}

describe('what happened between two instants', () => {
  test('is told of each mine, before and after', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const answer = await time.changes(changesWith({ from: november(11), to: november(17) }), asOfficial);
      expect(changesAnswer.parse(answer)).toEqual(answer);
      expect(answer.items.map(({ mineId, kinds }) => [mineId, kinds])).toEqual([
        ['A', ['reopened', 'moved']],
        ['C', ['withdrawn', 'moved']],
        ['D', ['quashed', 'moved']],
        ['E', ['decommissioned', 'moved']],
      ]);
      expect(answer.items[0]).toMatchObject({
        before: { status: 'closed', shut: true, closure: { ongoing: true, until: null, days: 6 } },
        after: { status: 'reopened', shut: false, closure: { ongoing: false, outcome: 'reopened', days: 7 } },
      });
      expect(answer).toMatchObject({ total: 4, counts: { moved: 4, reopened: 1, closed: 0, corrected: 0 } });
    });
  });

  test('begins after the first instant and ends with the last one', async () => {
    const register = await givenAClosure();
    await askingOfTime(register.store, async (time) => {
      const kinds = async (from: string, to: string) =>
        (await time.changes(changesWith({ from, to }), asOfficial)).items.map((item) => item.kinds);
      expect(await kinds(november(4), november(5))).toEqual([['closed', 'moved']]);
      expect(await kinds(november(5), november(6))).toEqual([]);
    });
  });

  test('by what was known is not what became known later', async () => {
    const { register } = await givenACorrection();
    await askingOfTime(register.store, async (time) => {
      const closed = async (knownAt: string) =>
        (await time.changes(changesWith({ from: november(4), to: november(6), knownAt }), asOfficial)).counts.closed;
      expect(await closed(november(19))).toBe(1);
      expect(await closed(november(20))).toBe(0);
    });
  });

  test('is narrowed down by region, campaign and kind; the counts are of all kinds', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const narrowed = async (parameters: Record<string, string>) => {
        const query = changesWith({ from: november(4), to: november(30), ...parameters });
        const { items, total, counts } = await time.changes(query, asOfficial);
        expect(items.length).toBe(total);
        return { mines: items.map(({ mineId }) => mineId), closed: counts.closed };
      };
      expect(await narrowed({ region: 'CN-GZ' })).toEqual({ mines: ['C', 'D', 'E'], closed: 3 });
      expect(await narrowed({ campaign: 'winter' })).toEqual({ mines: ['B'], closed: 1 });
      expect(await narrowed({ kind: 'quashed,decommissioned' })).toEqual({ mines: ['D', 'E'], closed: 5 });
      expect(await narrowed({ kind: 'other' })).toEqual({ mines: ['F'], closed: 5 });
    });
  });

  test('is read page by page without a gap, whatever is written between pages', async () => {
    const register = await givenManyCases();
    await askingOfTime(register.store, async (time) => {
      const query = { from: november(4), to: november(30), limit: '4' };
      const first = await time.changes(changesWith(query), asOfficial);
      await register.registers('AA');
      const rest = await time.changes(changesWith({ ...query, cursor: first.next ?? '' }), asOfficial);
      expect([...first.items, ...rest.items].map(({ mineId }) => mineId)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
      expect(rest.next).toBeUndefined();
      const other = changesWith({ ...query, to: november(29), cursor: first.next ?? '' });
      await expect(async () => time.changes(other, asOfficial)).rejects.toThrow('another list');
    });
  });
});

describe('what became known between two instants', () => {
  test('names each correction, why it was made and what it changed, and what was put on record late', async () => {
    const { register, order, correction } = await givenACorrection();
    await askingOfTime(register.store, async (time) => {
      const query = { axis: 'knowledge', from: november(19), to: november(22), asOf: november(11) };
      const answer = await time.changes(changesWith(query), asOfficial);
      expect(changesAnswer.parse(answer)).toEqual(answer);
      expect(answer.items).toMatchObject([
        {
          mineId: 'A',
          kinds: ['corrected', 'backdated'],
          before: { closure: { duration: 'P6D' } },
          after: { closure: { duration: 'P4D' } },
          corrections: [
            {
              eventId: correction,
              reason: 'The order is of the seventh.',
              corrected: [
                {
                  eventId: order,
                  type: 'ClosureOrdered',
                  void: false,
                  before: { occurredAt: november(5) },
                  after: { occurredAt: november(7) },
                },
              ],
            },
          ],
          backdated: [{ type: 'NoteAdded', occurredAt: november(6) }],
        },
      ]);
    });
  });

  test('is about the world until the instant asked about alone', async () => {
    const { register } = await givenACorrection();
    await askingOfTime(register.store, async (time) => {
      const query = { axis: 'knowledge', from: november(19), to: november(22), asOf: november(4) };
      const { items } = await time.changes(changesWith(query), asOfficial);
      // That the correction waited to be granted is about no day in the world.
      expect(items.map(({ kinds }) => kinds)).toEqual([['other']]);
    });
  });

  test('is told an owner of their own mines, without what is not for them', async () => {
    const { register } = await givenACorrection();
    await askingOfTime(register.store, async (time) => {
      const query = changesWith({ axis: 'knowledge', from: november(4) });
      const asked = { ...asOfficial, viewer: viewingOwner('A', 'B') };
      const { items, total } = await time.changes(query, asked);
      expect(items).toMatchObject([{ mineId: 'A', kinds: ['closed', 'moved', 'corrected'], backdated: [] }]);
      expect(total).toBe(1);
      expect((await time.changes(query, { ...asOfficial, viewer: viewingOwner('B') })).items).toEqual([]);
    });
  });

  test('names no person to an analyst', async () => {
    const register = await givenARegister();
    await register.registers('A');
    const [assigned] = await register.does('A', supervisor, 'CaseAssigned', { assignee: 'li.wei' }, november(5));
    const corrections = [{ eventId: assigned?.eventId ?? '', patch: { assignee: 'chen.jie' } }];
    await register.does('A', inspector, 'FactCorrected', { corrections, reason: 'Misheard' }, november(6));
    await askingOfTime(register.store, async (time) => {
      const query = changesWith({ axis: 'knowledge', from: november(5) });
      const [item] = (await time.changes(query, { viewer: analyst, now: NOW })).items;
      expect(item?.corrections[0]?.corrected[0]?.after?.assignee).toMatch(/^person-/);
      expect(JSON.stringify(item)).not.toMatch(/li\.wei|chen\.jie/);
    });
  });
});

test(
  'whatever happens to mines, what changed in any period is what differs between two folds',
  async () => {
    const mineIds = ['A', 'B', 'C'];
    const hour = fc
      .nat(60 * 24)
      .map((hours) => new Date(milliseconds('2018-10-31T12:00:00Z') + hours * 3_600_000).toISOString());
    const period = fc.record({ axis: fc.constantFrom('world', 'knowledge'), one: hour, other: hour, at: hour });
    await fc.assert(
      fc.asyncProperty(
        someAttempts(mineIds.length, { minLength: 60, maxLength: 120 }),
        fc.array(period, { minLength: PERIODS, maxLength: PERIODS }),
        async (attempts, periods) => {
          const register = await givenARegister();
          for (const mineId of mineIds) await register.registers(mineId);
          await carryOut(register, mineIds, attempts);
          const facts = await Promise.all(mineIds.map((mineId) => register.factsOf(mineId)));
          await askingOfTime(register.store, async (time) => {
            for (const { axis, one, other, at } of periods) {
              const [from, to] = one < other ? [one, other] : [other, one];
              const fixed: Record<string, string> = axis === 'world' ? { knownAt: at } : { asOf: at };
              const { items, total } = await time.changes(changesWith({ axis, from, to, ...fixed }), asOfficial);
              const before = axis === 'world' ? { asOf: from, knownAt: at } : { asOf: at, knownAt: from };
              const after = axis === 'world' ? { asOf: to, knownAt: at } : { asOf: at, knownAt: to };
              const expected = facts.flatMap((all) => changeIn(all, axis, before, after));
              expect({ axis, from, to, at, items: items.map(({ mineId, kinds }) => ({ mineId, kinds })) }).toEqual({
                axis,
                from,
                to,
                at,
                items: expected,
              });
              expect(total).toBe(expected.length);
            }
          });
        },
      ),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);

type Closures = ReadonlyMap<string, string | null>;

/** How a mine differs between two folds, if something happened to it, or became known of it, between them. */
function changeIn(all: readonly Fact[], axis: string, before: Required<Instants>, after: Required<Instants>) {
  const was = fold(all, before);
  const is = fold(all, after);
  const learnt = all
    .filter((fact) => within(fact.recordedAt, before.knownAt, after.knownAt))
    .flatMap((fact) => reachOf(fact, all, after.asOf));
  const happened = effectiveHistory(all, after).filter(
    ({ fact }) => !isKnowledgeEvent(fact.type) && within(fact.occurredAt, before.asOf, after.asOf),
  );
  if (!is || (axis === 'world' ? happened : learnt).length === 0) return [];
  const closures = (mine: typeof is | undefined): Closures =>
    new Map(
      [...(mine?.mine.earlierClosures ?? []), mine?.mine.closure ?? []].flat().map((one) => [one.eventId, one.outcome]),
    );
  const [had, has] = [closures(was), closures(is)];
  const ended = (outcome: string) => [...has].some(([id, now]) => now === outcome && had.get(id) !== outcome);
  const [from, to] = [was?.value.operation, is.value.operation];
  const kinds = [
    was === undefined && 'registered',
    [...has.keys()].some((id) => !had.has(id)) && 'closed',
    ended('reopened') && 'reopened',
    ended('withdrawn') && 'withdrawn',
    ended('quashed') && 'quashed',
    to === 'decommissioned' && from !== to && 'decommissioned',
    from !== undefined && from !== to && 'moved',
    axis === 'knowledge' && learnt.includes('corrected') && 'corrected',
    axis === 'knowledge' && learnt.includes('backdated') && 'backdated',
  ].filter((kind) => kind !== false);
  return [{ mineId: is.mine.mineId, kinds: kinds.length > 0 ? kinds : ['other'] }];
}

/** What a fact put on record says about the world until an instant: nothing where it is about later. */
function reachOf(fact: Fact, all: readonly Fact[], asOf: string): ('corrected' | 'backdated' | 'learnt')[] {
  const earlier = all.slice(0, fact.revision);
  const counted = effectiveHistory(earlier).map((effective) => effective.fact);
  const isByThen = (instant: string) => milliseconds(instant) <= milliseconds(asOf);
  if (fact.type === 'FactCorrected') {
    const ids = fact.data.corrections.map(({ eventId }) => eventId);
    const instants = [...earlier, ...counted]
      .filter(({ eventId }) => ids.includes(eventId))
      .map((one) => one.occurredAt);
    const patched = fact.data.corrections.flatMap((one) => ('patch' in one ? (one.patch.occurredAt ?? []) : []));
    return [...instants, ...patched].some(isByThen) ? ['corrected'] : [];
  }
  if (isKnowledgeEvent(fact.type)) return ['learnt'];
  if (!isByThen(fact.occurredAt)) return [];
  const last = counted.findLast(({ type }) => !isKnowledgeEvent(type));
  return [last && milliseconds(fact.occurredAt) < milliseconds(last.occurredAt) ? 'backdated' : 'learnt'];
}

function within(instant: string, from: string, to: string): boolean {
  return milliseconds(instant) > milliseconds(from) && milliseconds(instant) <= milliseconds(to);
}

/** Given a mine closed on the 5th. */
async function givenAClosure(): Promise<Register> {
  const register = await givenARegister();
  await register.registers('A');
  await register.closes('A', november(5));
  return register;
}
