import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ClosureMeasure,
  closuresOf,
  type EventReader,
  type EventStore,
  type Fact,
  type FoldedMine,
  factOf,
  fold,
  isMineStream,
  isShut,
  milliseconds,
  officials,
  openStore,
  operationState,
  type RecordedEvent,
  shippedProcedures,
} from '@rectify/engine';
import { loadNovember2018, StoreNotEmpty, scenarioEndsAt } from '../src/scenario/november-2018.ts';
import { scenarioIn } from '../src/scenario/scenario-stream.ts';

const midnightOf11November = '2018-11-11T00:00:00+08:00';
const endOf11November = '2018-11-11T23:59:59+08:00';

let store: EventStore;
let events: RecordedEvent[];
let facts: Fact[];

beforeAll(async () => {
  store = await emptyStore();
  await loadNovember2018({ store });
  events = await all(store);
  facts = events.filter(({ stream }) => isMineStream(stream)).map((event) => factOf(event, shippedProcedures));
});

describe('the report in the scenario', () => {
  test('XJ-0001 is closed on 11 November for six days, ongoing, by an order of 5 November known to the day', () => {
    const mine = folded('XJ-0001', midnightOf11November);
    expect(mine.value.operation).toBe('closed.awaitingInspection');
    expect(closuresOf(mine, midnightOf11November)).toMatchObject([
      { cycle: 1, ongoing: true, duration: 'P6D', days: 6, closure: { sincePrecision: 'day', until: null } },
    ]);
  });

  test('nothing but the order happened to XJ-0001 up to 11 November', () => {
    const until = factsOf('XJ-0001').filter(({ recordedAt }) => isBy(recordedAt, endOf11November));
    expect(until.map(({ type }) => type)).toEqual([
      'MineRegistered',
      'ApprovalRequested',
      'ApprovalGranted',
      'ClosureOrdered',
    ]);
  });

  test('the order of XJ-0001 states its authority as the report does, and no legal basis, office or number', () => {
    const order = factsOf('XJ-0001').find(({ type }) => type === 'ClosureOrdered');
    expect(order).toMatchObject({
      occurredAt: '2018-11-05T00:00:00+08:00',
      actor: { office: 'not-stated' },
      approvedBy: { office: 'not-stated' },
    });
    expect(order?.data).toEqual({
      grounds: '"Rectification"',
      authority: 'local authorities',
      legalBasis: 'not stated',
      campaignId: 'november-2018',
    });
  });

  test('of the mines closed by 11 November none runs again on that day', () => {
    const closedByThen = mineIds().filter((mineId) => campaignClosures(folded(mineId, endOf11November)).length > 0);
    expect(closedByThen.length).toBeGreaterThan(20);
    for (const mineId of closedByThen) {
      const { value, course } = folded(mineId, endOf11November);
      expect([mineId, isShut(value.operation), course.at(-1)?.mayOperate]).toEqual([mineId, true, false]);
    }
  });

  test('no closure of the campaign begins before 5 November or ends by the 11th', () => {
    for (const { closure } of mineIds().flatMap((mineId) => campaignClosures(folded(mineId)))) {
      expect(milliseconds(closure.since)).toBeGreaterThanOrEqual(milliseconds('2018-11-05T00:00:00+08:00'));
      expect(closure.until !== null && isBy(closure.until, endOf11November)).toBe(false);
    }
  });

  test('the campaign names its trigger without a date, and its two regions', () => {
    const opened = events.find(({ type }) => type === 'CampaignOpened');
    expect(opened).toMatchObject({
      data: { campaignId: 'november-2018', trigger: 'power-outage', regions: ['CN-GZ', 'CN-XJ'] },
      metadata: { occurredAtPrecision: 'day', source: { kind: 'report' } },
    });
    expect(opened?.data).not.toHaveProperty('triggeredOn');
  });

  test('its facts about mines are these, each quoted and attributed, and officials appear in them without an office', () => {
    const reported = facts.filter(({ source }) => source?.kind === 'report');
    expect(reported.map(({ mineId, type }) => `${mineId} ${type}`).sort()).toEqual([
      'GZ-0001 LostCapacityReported',
      'GZ-0003 GuaranteeLetterDemanded',
      'GZ-0003 GuaranteeLetterSigned',
      'XJ-0001 ClosureOrdered',
      'XJ-0002 OwnerStatementFiled',
      'XJ-0002 PowerDirectionIssued',
      'XJ-0004 MineRegistered',
    ]);
    for (const { source, actor } of reported) {
      expect(source).toMatchObject({
        quote: expect.stringMatching(/\w/),
        attribution: 'Cong Express, quoting mine owners, November 2018',
      });
      if (officials.includes(actor.role)) expect(actor.office).toBe('not-stated');
    }
  });

  test('the guarantee book cites the public security department and was signed', () => {
    expect(folded('GZ-0003', '2018-11-10T00:00:00+08:00').mine.letters).toMatchObject([
      {
        status: 'signed',
        text: expect.stringContaining('network information security work'),
        onBehalfOf: 'public security department',
        legalBasis: 'not stated',
      },
    ]);
  });

  test('the miner who was directed to relocate or curtail power is the one who makes the statement', () => {
    const { region, power, statements } = folded('XJ-0002', endOf11November).mine;
    expect(region).toBe('CN-XJ');
    expect(power.direction).toMatchObject({ alternatives: ['relocate', 'curtail'], cap: null });
    expect(statements).toHaveLength(1);
  });

  test('the lost capacity is one report of the whole campaign, never divided among mines', () => {
    const reports = facts.flatMap((fact) => (fact.type === 'LostCapacityReported' ? [fact.data] : []));
    const ofTheCampaign = reports.filter(({ scope }) => scope === 'campaign');
    expect(ofTheCampaign).toEqual([
      { amountPerDay: 1_000_000, approximate: true, unit: 'unspecified', scope: 'campaign', from: '2018-11-05' },
    ]);
    expect(reports.filter(({ unit }) => unit === 'unspecified')).toEqual(ofTheCampaign);
  });

  test('the miners from Sichuan said in July, known to the month, where they were heading', () => {
    expect(folded('XJ-0004').mine.origin).toMatchObject({ region: 'CN-SC', stated: true, since: '2018-07' });
  });

  test('nothing speaks of what its omitted paragraphs are about', () => {
    const told = JSON.stringify(events.map(({ type, data, metadata }) => [type, data, metadata]));
    const omitted = /ethnic|religi|minorit|faith|mosque|islam|muslim|uyghur|uighur|\bhui\b|\bhan\b|民族|宗教|信仰/i;
    expect(told).not.toMatch(omitted);
  });
});

describe('the scenario on its last day', () => {
  test('has a mine in every operation state, appeal state and power state', () => {
    const values = mineIds().map((mineId) => folded(mineId).value);
    expect(new Set(values.map(({ operation }) => operation))).toEqual(new Set(operationState.options));
    expect(new Set(values.map(({ appeal }) => appeal))).toEqual(new Set(['none', 'lodged.unstayed', 'lodged.stayed']));
    expect(new Set(values.map(({ power }) => power))).toEqual(new Set(['none', 'ordered', 'curtailed', 'relocating']));
  });

  test('has closures with every outcome, a second cycle, and one that a relocation began', () => {
    const closures = mineIds().flatMap((mineId) => closuresOf(folded(mineId), scenarioEndsAt));
    const outcomes = new Set(closures.map(({ closure }) => closure.outcome));
    expect(outcomes).toEqual(new Set(['reopened', 'withdrawn', 'quashed', 'decommissioned', null]));
    expect(closures.some(({ cycle }) => cycle === 2)).toBe(true);
    expect(closures.some(({ closure }) => closure.cause === 'relocation')).toBe(true);
    const reopenedAfter = closures.filter(({ closure }) => closure.outcome === 'reopened').map(({ days }) => days);
    expect(new Set(reopenedAfter).size).toBeGreaterThanOrEqual(8);
  });

  test('has what waits for people, and deadlines that owners and offices let pass', () => {
    const mines = mineIds().map((mineId) => folded(mineId).mine);
    const pending = mines.flatMap(({ approvals }) => Object.values(approvals).map(({ event }) => event.type));
    expect(pending.sort()).toEqual(['ClosureOrdered', 'ReopeningAuthorised']);
    expect(mines.filter(({ liftRequest }) => liftRequest)).toHaveLength(1);
    expect(mines.filter(({ extensionRequests }) => Object.keys(extensionRequests).length > 0)).toHaveLength(1);
    const late = facts.flatMap((fact) => (fact.type === 'DeadlinePassed' ? [fact.data.who] : []));
    expect(new Set(late)).toEqual(new Set(['owner', 'tax', 'energy', 'review', 'social-security']));
  });

  test('has forty mines in the two regions and more than four hundred events', () => {
    expect(mineIds()).toHaveLength(40);
    expect(new Set(mineIds().map((mineId) => folded(mineId).mine.region))).toEqual(new Set(['CN-GZ', 'CN-XJ']));
    expect(events.length).toBeGreaterThan(400);
  });
});

describe('the facts of the scenario', () => {
  test('each have a source; of a request for approval the proposed event has it', () => {
    for (const fact of facts) {
      const source = fact.type === 'ApprovalRequested' ? fact.data.event.source : fact.source;
      expect([fact.mineId, fact.type, source?.kind ?? 'none']).toEqual([
        fact.mineId,
        fact.type,
        expect.stringMatching(/^(report|invented)$/),
      ]);
    }
    const others = events.filter(({ stream }) => !isMineStream(stream));
    expect(others.map(({ type, metadata }) => [type, metadata.source])).toEqual([
      ['ScenarioBegun', { kind: 'invented' }],
      ['CampaignOpened', expect.objectContaining({ kind: 'report' })],
      ['ScenarioCompleted', { kind: 'invented' }],
    ]);
  });

  test('are recorded in 2018, up to its last day, in the order of the clock', () => {
    const recorded = events.map(({ metadata }) => milliseconds(String(metadata.recordedAt)));
    expect(recorded).toEqual(recorded.toSorted((a, b) => a - b));
    expect(recorded[0]).toBeGreaterThan(milliseconds('2018-01-01T00:00:00+08:00'));
    expect(recorded.at(-1)).toBeLessThanOrEqual(milliseconds('2018-12-31T23:59:59+08:00'));
  });

  test('are recorded by people in working hours, Beijing time, and by the system at night', () => {
    for (const { actor, recordedAt, mineId, type } of facts) {
      const time = recordedAt.slice(11, 16);
      const atWork = time >= '08:00' && time <= '18:00';
      expect([mineId, type, recordedAt, atWork]).toEqual([mineId, type, recordedAt, actor.role !== 'system']);
    }
  });

  test('hold no identity number and no name of an official', () => {
    expect(JSON.stringify(events)).not.toMatch(/(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/);
    for (const { actor } of facts)
      if (officials.includes(actor.role)) expect(actor.id).toMatch(/^[a-z]+(-[a-z]+)*-(gz|xj)-[12]$/);
  });

  test('about operators leave no doubt that they are made up', () => {
    for (const { mine } of mineIds().map((mineId) => folded(mineId)))
      expect(mine.operator.name).toMatch(/Example|Demonstration|示例|演示/);
  });

  test('about deadlines come from the system the night after, each once', () => {
    const passed = facts.flatMap((fact) => (fact.type === 'DeadlinePassed' ? [fact] : []));
    expect(passed.every(({ actor }) => actor.role === 'system')).toBe(true);
    expect(passed.every(({ recordedAt, data }) => recordedAt.slice(0, 10) > data.dueOn)).toBe(true);
    const each = passed.map(({ mineId, data }) => JSON.stringify([mineId, data]));
    expect(new Set(each).size).toBe(each.length);
    expect(passed.find(({ mineId }) => mineId === 'XJ-0001')).toMatchObject({
      recordedAt: '2018-11-20T00:05:00+08:00',
      data: { rule: 'first-inspection', dueOn: '2018-11-19', who: 'tax' },
    });
  });
});

describe('loading the scenario', () => {
  test('twice gives equal histories, also into SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rectify-scenario-'));
    const other = await openStore(`sqlite:${join(folder, 'events.db')}`, { newStoreId: () => 'other' });
    try {
      const loaded = await loadNovember2018({ store: other });
      expect(loaded).toEqual({ mines: 40, events: events.length, endsAt: scenarioEndsAt });
      expect(await all(other)).toEqual(events);
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('tells how far it is', async () => {
    const told: [number, number][] = [];
    await loadNovember2018({ store: await emptyStore(), onProgress: (done, of) => told.push([done, of]) });
    expect(told.map(([done]) => done)).toEqual(told.map((_, index) => index + 1));
    expect(new Set(told.map(([, of]) => of))).toEqual(new Set([told.length]));
  });

  test('is refused where the scenario, or anything else, is already', async () => {
    await expect(loadNovember2018({ store })).rejects.toThrow(StoreNotEmpty);
    expect(await all(store)).toHaveLength(events.length);
    const other = await emptyStore();
    const eventId = '5a0e8d4e-1c1b-4c39-9f3d-0f6a4c1d2e3f';
    await other.append('mine-M1', [{ eventId, type: 'MineRegistered', data: {}, metadata: {} }], 'no-stream');
    await expect(loadNovember2018({ store: other })).rejects.toThrow(StoreNotEmpty);
    expect(await all(other)).toHaveLength(1);
    expect(await scenarioIn(other)).toBeUndefined();
  });

  test('that stopped half way is not taken for complete, and goes on where it stopped', async () => {
    const half = await emptyStore();
    await expect(loadNovember2018({ store: failingAfter(200, half) })).rejects.toThrow('The disk is gone.');
    const held = { scenario: 'november-2018', endsAt: scenarioEndsAt };
    expect(await scenarioIn(half)).toEqual({ ...held, complete: false });
    await loadNovember2018({ store: half });
    expect(await all(half)).toEqual(events);
    expect(await scenarioIn(half)).toEqual({ ...held, complete: true });
  });
});

describe('the scenario in Chinese', () => {
  let told: RecordedEvent[];

  beforeAll(async () => {
    const chinese = await emptyStore();
    await loadNovember2018({ store: chinese, language: 'zh-CN' });
    told = await all(chinese);
    expect(await scenarioIn(chinese)).toMatchObject({ language: 'zh-CN', complete: true });
  });

  test('is the same story: what happened to which mine, when, by whom', () => {
    const what = ({ stream, type, eventId, metadata: { occurredAt, actor } }: RecordedEvent) => [
      stream,
      type,
      eventId,
      occurredAt,
      actor,
    ];
    expect(told.map(what)).toEqual(events.map(what));
  });

  test('says nothing in English but codes', () => {
    const codes = new Set(['local authorities', 'not stated', 'Cong Express']);
    const english = told.flatMap(({ data, metadata }) =>
      textsIn([data, metadata.source]).filter((text) => /[A-Za-z]{2,}[,;]? [A-Za-z]{2,}/.test(text)),
    );
    expect(english.filter((text) => !codes.has(text) && !text.startsWith('Cong Express，'))).toEqual([]);
  });

  test('calls no two mines the same', () => {
    const names = told.flatMap(({ type, data }) => (type === 'MineRegistered' ? [textsIn(data.name)].flat() : []));
    expect(names).toHaveLength(40);
    expect(new Set(names).size).toBe(names.length);
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function emptyStore(): Promise<EventStore> {
  return openStore('memory:', { newStoreId: () => 'scenario' });
}

/** A store that takes so many appends and then no more. */
function failingAfter(appends: number, store: EventStore): EventStore {
  let taken = 0;
  return {
    ...store,
    append: async (...append) => {
      if (++taken > appends) throw new Error('The disk is gone.');
      return store.append(...append);
    },
  };
}

async function all(reader: Pick<EventReader, 'readAll'>): Promise<RecordedEvent[]> {
  const read: RecordedEvent[] = [];
  for await (const batch of reader.readAll()) read.push(...batch);
  return read;
}

function mineIds(): string[] {
  return [...new Set(facts.map(({ mineId }) => mineId))];
}

function factsOf(mineId: string): Fact[] {
  return facts.filter((fact) => fact.mineId === mineId);
}

function folded(mineId: string, asOf?: string): FoldedMine {
  const mine = fold(factsOf(mineId), { asOf });
  if (!mine) throw new Error(`There is no mine ${mineId}.`);
  return mine;
}

function campaignClosures(mine: FoldedMine): ClosureMeasure[] {
  return closuresOf(mine, scenarioEndsAt).filter(({ closure }) => closure.order?.campaignId === 'november-2018');
}

function isBy(instant: string, limit: string): boolean {
  return milliseconds(instant) <= milliseconds(limit);
}
