import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createEngine, type Difference, type EventStore, openStore, type Verified, verifyAll } from '../src/index.ts';
import { expectAccepted, inspector, owner } from './given.ts';
import { registration } from './well-formed.ts';

const MINES = 40;
const folder = mkdtempSync(join(tmpdir(), 'rectify-verify-'));
const file = join(folder, 'events.db');
const url = `sqlite:${file}`;

let store: EventStore;
beforeAll(async () => {
  store = await openStore(url, { newStoreId: randomUUID });
  const engine = createEngine({ store, clock: () => '2018-11-05T00:00:00Z', newId: randomUUID });
  for (let number = 1; number <= MINES; number++) {
    const mineId = `XJ-${number}`;
    expectAccepted(await engine.register({ person: inspector, commandId: mineId, data: { ...registration, mineId } }));
    const person = { ...owner, mines: [mineId] };
    const sent = [
      { type: 'OwnerStatementFiled', data: { text: 'Our impact on the grid is small' } },
      { type: 'RelocationStarted', data: { destination: 'another site' } },
      { type: 'RelocationAbandoned', data: { reason: 'too far' } },
    ];
    for (const each of sent)
      expectAccepted(await engine.send({ mineId, person, commandId: `${mineId} ${each.type}`, ...each }));
  }
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function verified(options: { threads: number; mineId?: string }) {
  const differences: Difference[] = [];
  const seen: Verified[] = [];
  const all = await verifyAll({
    store: url,
    ...options,
    onDifference: (difference) => differences.push(difference),
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen.at(-1)).toEqual(all);
  return { all, differences, seen };
}

describe('verifying a store while its engine has it open', () => {
  test.each([1, 2, 3])(
    'on %i threads decides every event of every mine once, and tells how far it is',
    async (threads) => {
      const { all, differences, seen } = await verified({ threads });
      expect(all).toEqual({ mines: MINES, events: 4 * MINES, differences: 0 });
      expect(differences).toEqual([]);
      expect(seen.length).toBeGreaterThan(2);
    },
  );

  test('verifies one mine alone', async () => {
    expect((await verified({ threads: 2, mineId: 'XJ-7' })).all).toEqual({ mines: 1, events: 4, differences: 0 });
    expect((await verified({ threads: 2, mineId: 'XJ-0' })).all).toEqual({ mines: 0, events: 0, differences: 0 });
  });

  test('a store in memory is its own process’s alone', async () => {
    await expect(verifyAll({ store: 'memory:', threads: 1, onDifference: () => {} })).rejects.toThrow('in memory');
  });
});

describe('events that somebody changed or deleted in the file', () => {
  test('are found in their mines, on any number of threads', async () => {
    const db = new DatabaseSync(file);
    db.exec(`delete from events where stream = 'mine-XJ-3' and revision = 2`);
    db.exec(`update events set metadata = replace(metadata, '"power":"relocating"', '"power":"ordered"')
      where stream = 'mine-XJ-31' and revision = 2`);
    db.close();
    for (const threads of [1, 2]) {
      const { all, differences } = await verified({ threads });
      const found = differences.map(({ mineId, revision, what }) => `${mineId} ${revision} ${what}`);
      expect(found.filter((each) => each.startsWith('XJ-3 '))).toEqual(['XJ-3 3 revision', 'XJ-3 3 acceptance']);
      expect(found.filter((each) => each.startsWith('XJ-31 '))[0]).toBe('XJ-31 2 transition');
      expect(new Set(differences.map(({ mineId }) => mineId))).toEqual(new Set(['XJ-3', 'XJ-31']));
      expect(all).toEqual({ mines: MINES, events: 4 * MINES - 1, differences: differences.length });
    }
  });
});
