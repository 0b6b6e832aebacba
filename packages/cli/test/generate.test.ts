import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Closure,
  type EventReader,
  eventTypes,
  type Fact,
  type FoldedMine,
  factOf,
  fold,
  isMineStream,
  mineStatus,
  openReader,
  type RecordedEvent,
  readProcedures,
  statusOf,
} from '@rectify/engine';
import { rectify, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

async function generate(name: string, ...options: readonly string[]): Promise<string> {
  const data = `${folder}/${name}`;
  const ended = await rectify(['generate', ...options, '--data', data]);
  expect(ended).toMatchObject({ code: 0, err: '' });
  return data;
}

async function digestOf(data: string): Promise<string> {
  const { code, out } = await rectify(['store', 'check', '--data', data, '--json']);
  expect(code).toBe(0);
  return JSON.parse(out).digest;
}

async function logOf(data: string): Promise<{ log: RecordedEvent[]; reader: EventReader }> {
  const reader = await openReader(`sqlite:${data}/events.db`);
  const log: RecordedEvent[] = [];
  for await (const batch of reader.readAll()) log.push(...batch);
  return { log, reader };
}

const recordedAt = ({ metadata }: RecordedEvent) => Date.parse(String(metadata.recordedAt));

describe('what is generated', () => {
  let data: string;
  let log: readonly RecordedEvent[];
  let histories: readonly (readonly Fact[])[];
  let mines: readonly FoldedMine[];
  let closures: readonly Closure[];

  beforeAll(async () => {
    data = await generate('many', '--mines', '500', '--seed', '3');
    const read = await logOf(data);
    log = read.log;
    const procedures = await readProcedures(read.reader);
    await read.reader.close();
    const byStream = Map.groupBy(
      log.filter(({ stream }) => isMineStream(stream)),
      ({ stream }) => stream,
    );
    histories = [...byStream.values()].map((events) => events.map((event) => factOf(event, procedures)));
    mines = histories.flatMap((facts) => fold(facts) ?? []);
    closures = mines.flatMap(({ mine }) => [...mine.earlierClosures, ...(mine.closure ? [mine.closure] : [])]);
  });

  test('is what deciding it again gives', async () => {
    const { code, out } = await rectify(['verify', '--data', data, '--threads', '2', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ mines: 500, differences: 0 });
  });

  test('is stored in the order in which it was recorded', () => {
    const times = log.map(recordedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('holds every type of event, of mines, procedures and campaigns', () => {
    const types = new Set(log.map(({ type }) => type));
    expect(eventTypes.filter((type) => !types.has(type))).toEqual([]);
    expect([...types]).toEqual(
      expect.arrayContaining(['ProcedurePublished', 'CampaignOpened', 'CampaignExtended', 'CampaignClosed']),
    );
  });

  test('leaves mines in every status, and closures with every outcome and without any', () => {
    const statuses = mines.map(({ value }) => statusOf(value.operation));
    expect(new Set(statuses)).toEqual(new Set(mineStatus.options));
    const outcomes = new Set(closures.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['decommissioned', 'quashed', 'reopened', 'withdrawn', null]));
  });

  test('closes mines by orders and relocations, in campaigns and outside, some for the second and third time', () => {
    expect(new Set(closures.map(({ cause }) => cause))).toEqual(new Set(['order', 'relocation']));
    const orders = closures.flatMap(({ order }) => order ?? []);
    expect(new Set(orders.map(({ campaignId }) => campaignId !== undefined))).toEqual(new Set([true, false]));
    expect(new Set(orders.map(({ grounds }) => grounds)).size).toBeGreaterThanOrEqual(8);
    expect(Math.max(...mines.map(({ mine }) => mine.cycle))).toBeGreaterThanOrEqual(3);
  });

  test('peaks in the winter of 2018, in Guizhou and Xinjiang', () => {
    const ordered = histories.flat().filter(({ type }) => type === 'ClosureOrdered');
    const inMonth = (month: string) => ordered.filter(({ occurredAt }) => occurredAt.startsWith(month)).length;
    const months = new Set(ordered.map(({ occurredAt }) => occurredAt.slice(0, 7)));
    expect(Math.max(...[...months].map(inMonth))).toBe(inMonth('2018-11'));
  });

  test('is put on record late now and then, is corrected, and is invented throughout', () => {
    const facts = histories.flat();
    const late = facts.filter((fact) => Date.parse(fact.recordedAt) - Date.parse(fact.occurredAt) > 86_400_000);
    expect(late.length).toBeGreaterThan(20);
    expect(facts.some(({ retransitions }) => retransitions !== undefined)).toBe(true);
    const saying = facts.map((fact) => (fact.type === 'ApprovalRequested' ? fact.data.event.source : fact.source));
    expect(new Set(saying.map((source) => source?.kind))).toEqual(new Set(['invented']));
  });
});

describe('a seed', () => {
  test('gives the same events whenever it is used and however the work is shared out, and another one others', async () => {
    const options = ['--mines', '40', '--from', '2018-01-01', '--to', '2018-12-31', '--seed'];
    const once = await digestOf(await generate('once', ...options, '7', '--threads', '1'));
    expect(await digestOf(await generate('again', ...options, '7', '--threads', '2'))).toBe(once);
    const other = await generate('other', ...options, '8');
    expect(await digestOf(other)).not.toBe(once);
    expect(await rectify(['verify', '--data', other])).toMatchObject({ code: 0 });
  });
});

test('nothing is recorded or occurs outside the days asked for', async () => {
  const { log, reader } = await logOf(
    await generate('autumn', '--mines', '60', '--from', '2018-10-01', '--to', '2018-12-31'),
  );
  await reader.close();
  const occurred = log.map(({ metadata }) => Date.parse(String(metadata.occurredAt)));
  expect(Math.min(...occurred)).toBeGreaterThanOrEqual(Date.parse('2018-10-01T00:00:00+08:00'));
  expect(Math.max(...log.map(recordedAt))).toBeLessThan(Date.parse('2019-01-01T00:00:00+08:00'));
});

test('a folder that is not empty is refused, and stays as it is', async () => {
  const data = await generate('few', '--mines', '1');
  const before = await digestOf(data);
  const again = await rectify(['generate', '--mines', '1', '--data', data]);
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toContain('is not empty: it holds events.db');
  expect(await digestOf(data)).toBe(before);
});

test('what a generation that was killed left behind is not in the way', async () => {
  const leftovers = `${folder}/killed/events.db.generating-parts`;
  mkdirSync(leftovers, { recursive: true });
  writeFileSync(`${leftovers}/run-0`, 'half of a run');
  const data = await generate('killed', '--mines', '1');
  expect(readdirSync(data).filter((name) => name.includes('generating'))).toEqual([]);
});

test.each([
  [[], '--mines is missing; allowed: a whole number'],
  [['--mines', '0'], '--mines is "0"; allowed: a whole number from 1'],
  [['--mines', '5', '--seed', 'luck'], '--seed is "luck"; allowed: a whole number'],
  [['--mines', '5', '--from', 'May'], '--from is "May"; allowed: a day such as 2018-11-11'],
  [['--mines', '5', '--from', '2019-01-01', '--to', '2018-01-01'], '--to is "2018-01-01"; allowed: a day not before'],
  [['--mines', '5', '--threads', 'all'], '--threads is "all"; allowed: a whole number from 1 to 64'],
  [['--mines', '5', '--to', '2999-01-01'], '--to is "2999-01-01"; allowed: a day that has passed'],
])('a wrong call ends with exit code 2: %j', async (options, hint) => {
  const ended = await rectify(['generate', ...options, '--data', `${folder}/never`]);
  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(ended.err).toContain(hint);
});
