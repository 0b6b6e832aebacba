import { describe, expect, test } from '@jest/globals';
import {
  CannotBeCited,
  type Citation,
  citation,
  citationQuery,
  citationReadsOf,
  timeReadsOf,
  type Viewer,
} from '../src/index.ts';
import { givenARegister, inspector, NOW, official, type Register, reading, supervisor, viewingOwner } from './given.ts';
import { putsOnRecordWhatIsDue } from './random-course.ts';

const november = (day: number) => `2018-11-${String(day).padStart(2, '0')}T00:00:00+08:00`;
const eleventh = encodeURIComponent(november(11));

/** Cites figures of a register, each time by all that it holds then. */
interface Citing {
  cites(query: string, figure: string, viewer?: Viewer): Promise<Citation>;
  /** Asks again by the link. */
  asksAgain(cited: Citation, viewer?: Viewer): Promise<Citation>;
}

async function citing({ store }: Register, then: (citing: Citing) => Promise<void>): Promise<void> {
  await reading(store, async (reads, projector) => {
    const citations = citationReadsOf({ projector, reads, time: timeReadsOf(projector), compare: store.compare });
    const answer = async (parameters: Record<string, string>, viewer: Viewer) => {
      await projector.caughtUp();
      const cited = await citations.cite(citationQuery.parse(parameters), { viewer, now: NOW });
      expect(citation.parse(cited)).toEqual(cited);
      return citation.parse(cited);
    };
    await then({
      cites: (query, figure, viewer = official) => answer({ query, figure }, viewer),
      asksAgain: ({ link }, viewer = official) =>
        answer(Object.fromEntries(new URL(link, 'http://node').searchParams), viewer),
    });
  });
}

/** Given A in Xinjiang and B in Guizhou, both closed on the 5th, and C in Xinjiang, which runs. */
async function givenThreeMines(): Promise<Register & { readonly orders: Readonly<Record<'A' | 'B', string>> }> {
  const register = await givenARegister();
  await register.registers('A');
  await register.registers('B', { region: 'CN-GZ' });
  await register.registers('C');
  const [a] = await register.closes('A', november(5));
  const [b] = await register.closes('B', november(5));
  return { ...register, orders: { A: a?.eventId ?? '', B: b?.eventId ?? '' } };
}

const dated = (eventId: string, day: number) => ({
  corrections: [{ eventId, patch: { occurredAt: november(day) } }],
  reason: `It was the ${day}th.`,
});

describe('a figure that is cited', () => {
  test('is the same when it is asked for again, and stands as long as nothing changes it', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const cited = await cites(`/v1/mines?shut=true&asOf=${eleventh}`, '/total');
      expect(cited).toMatchObject({ value: 2, asOf: november(11), stands: true, changedBy: [], arrivedSince: [] });
      await register.does('C', supervisor, 'NoteAdded', { text: 'Runs', visibility: 'internal' }, november(20));
      await register.closes('C', november(21));
      const again = await asksAgain(cited);
      const { today, link, ...same } = cited;
      expect(again).toMatchObject({ ...same, stands: true, changedBy: [], today: { value: 2 } });
      expect(again.link).toBe(link);
      expect(today.position).not.toBe(again.today.position);
    });
  });

  test('goes by what was recorded until then, at a fixed instant', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites }) => {
      const { knownAt, position } = await cites('/v1/closures', '/total');
      const [last] = (await register.factsOf('B')).slice(-1);
      expect(Date.parse(knownAt)).toBe(Date.parse(last?.recordedAt ?? ''));
      expect(position).toBe(last?.position);
    });
  });

  test('no longer stands when a correction changes it, which is named and no other', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const query = `/v1/mines?shut=true&region=CN-XJ&asOf=${encodeURIComponent(november(6))}`;
      const cited = await cites(query, '/total');
      const [correction] = await register.does(
        'A',
        inspector,
        'FactCorrected',
        dated(register.orders.A, 7),
        november(20),
      );
      await register.does('B', inspector, 'FactCorrected', dated(register.orders.B, 8), november(20));
      const again = await asksAgain(cited);
      expect(again).toMatchObject({ value: 1, recomputed: 1, today: { value: 0 }, stands: false, more: false });
      expect(again.changedBy).toMatchObject([
        { mineId: 'A', eventId: correction?.eventId, kind: 'corrected', reason: 'It was the 7th.' },
      ]);
    });
  });

  test('can stand although a mine that it counts was corrected', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const cited = await cites(`/v1/closures?asOf=${eleventh}`, '/total');
      await register.does('A', inspector, 'FactCorrected', dated(register.orders.A, 7), november(20));
      expect(await asksAgain(cited)).toMatchObject({ stands: true, changedBy: [{ mineId: 'A' }] });
    });
  });

  test('is changed by what was put on record late, and not by what says nothing of it', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const cited = await cites(`/v1/closures/statistics?asOf=${eleventh}`, '/ongoing');
      const late = (day: number) => ({ occurredAt: november(day), recordedAt: november(25) });
      await register.does('A', supervisor, 'NoteAdded', { text: 'Seen', visibility: 'internal' }, late(6));
      const [order] = await register.closes('C', late(9));
      const again = await asksAgain(cited);
      expect(again).toMatchObject({ value: 2, today: { value: 3 }, stands: false });
      expect(again.changedBy.map(({ eventId, kind }) => [eventId, kind])).toEqual([[order?.eventId, 'late']]);
    });
  });

  test('may count who was still watched on a day after the closing, of whose mines alone it then names what was corrected', async () => {
    const register = await givenThreeMines();
    await register.does('B', supervisor, 'ClosureWithdrawn', { reason: 'Error' }, november(7));
    await citing(register, async ({ cites, asksAgain }) => {
      const query = `/v1/closures/statistics?at=1,4&asOf=${encodeURIComponent(november(21))}`;
      const cited = await cites(query, '/survival/survival/1/atRisk');
      for (const mineId of ['A', 'B'] as const)
        await register.does(mineId, inspector, 'FactCorrected', dated(register.orders[mineId], 6), november(25));
      expect(await asksAgain(cited)).toMatchObject({ value: 1, stands: true, changedBy: [{ mineId: 'A' }] });
    });
  });

  test('may count deadlines that passed, of whose mines alone it then names what was corrected', async () => {
    const register = await givenThreeMines();
    await putsOnRecordWhatIsDue(register, ['A', 'B', 'C'], '2018-11-19T16:00:00Z');
    await citing(register, async ({ cites, asksAgain }) => {
      const query = `/v1/closures/statistics?region=CN-GZ&asOf=${encodeURIComponent(november(21))}`;
      const cited = await cites(query, '/lateByOffice/tax');
      for (const mineId of ['A', 'B'] as const)
        await register.does(mineId, inspector, 'FactCorrected', dated(register.orders[mineId], 7), november(25));
      expect(await asksAgain(cited)).toMatchObject({ value: 1, stands: true, changedBy: [{ mineId: 'B' }] });
    });
  });

  test('may be one of a mine, of statistics or of a day of a course', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const course = '/v1/closures/course?from=2018-11-05&to=2018-11-08&region=CN-XJ';
      const cited = await Promise.all([
        cites(`/v1/mines/A?asOf=${eleventh}`, '/closure/duration'),
        cites(`/v1/closures/statistics?region=CN-XJ&asOf=${eleventh}`, '/survival/n'),
        cites(course, '/days/1/shut'),
        cites(course, '/days/0/closed'),
        cites(course, '/days/3/shut'),
      ]);
      expect(cited.map(({ value }) => value)).toEqual(['P6D', 1, 1, 1, 1]);
      const [correction] = await register.does(
        'A',
        inspector,
        'FactCorrected',
        dated(register.orders.A, 7),
        november(20),
      );
      const again = await Promise.all(cited.map((one) => asksAgain(one)));
      expect(again.map(({ value, today, stands }) => [value, today.value, stands])).toEqual([
        ['P6D', 'P4D', false],
        [1, 1, true],
        [1, 0, false],
        [1, 0, false],
        [1, 1, true],
      ]);
      for (const { changedBy } of again) expect(changedBy.map(({ eventId }) => eventId)).toEqual([correction?.eventId]);
    });
  });

  test('tells of events that another node recorded earlier and that came later', async () => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites, asksAgain }) => {
      const cited = await cites(`/v1/mines?asOf=${eleventh}`, '/total');
      await register.registers('D');
      const again = await asksAgain(cited);
      expect(again).toMatchObject({ value: 3, recomputed: 4, stands: false, arrivedSince: [{ mineId: 'D' }] });
      const elsewhere = await asksAgain({ ...again, link: again.link.replace('store-1', 'store-2') });
      expect(elsewhere.arrivedSince).toBeNull();
    });
  });

  test('counts for an owner their own mines alone, and is changed by what they may see', async () => {
    const register = await givenThreeMines();
    const owner = viewingOwner('A');
    await citing(register, async ({ cites, asksAgain }) => {
      const cited = await cites(`/v1/closures?asOf=${eleventh}`, '/total', owner);
      await register.does('A', inspector, 'FactCorrected', dated(register.orders.A, 12), november(20));
      await register.does('B', inspector, 'FactCorrected', dated(register.orders.B, 12), november(20));
      const again = await asksAgain(cited, owner);
      expect(again).toMatchObject({ value: 1, today: { value: 0 }, changedBy: [{ mineId: 'A', kind: 'corrected' }] });
      expect(again.changedBy).toHaveLength(1);
    });
  });
});

describe('what is no figure of a list, a mine, statistics or a course', () => {
  test.each([
    ['/v1/work', '/total'],
    ['http://elsewhere/v1/mines', '/total'],
    ['//elsewhere/v1/mines', '/total'],
    ['/v1/mines/../work', '/total'],
    ['/v1/mines', '/items'],
    ['/v1/mines?nothing=1', '/total'],
    ['/v1/mines/A', '/closure'],
    ['/v1/mines/A', '/no/such'],
    ['/v1/closures/statistics?groupBy=region', '/groups/0/total'],
    ['/v1/closures/course?from=2018-11-05&groupBy=region', '/groups/0/days/0/shut'],
    ['/v1/closures/course?from=2010-01-01', '/days/0/shut'],
  ])('is not cited: %s %s', async (query, figure) => {
    const register = await givenThreeMines();
    await citing(register, async ({ cites }) => {
      await expect(cites(query, figure)).rejects.toThrow(
        query.includes('2010') ? 'at most' : expect.objectContaining({ name: CannotBeCited.name }),
      );
    });
  });
});
