import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '@rectify/engine';
import { loadNovember2018 } from '../src/scenario/november-2018.ts';
import { rectify, serve, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
const file = join(folder, 'events.db');
const on = ['--data', folder];

beforeAll(async () => {
  const store = await openStore(`sqlite:${file}`, { newStoreId: randomUUID });
  await loadNovember2018({ store });
  await store.close();
});
afterAll(remove);

function change(statement: string): void {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
}

describe('the demonstration', () => {
  test('is the same when decided again, beside its server and without one', async () => {
    const server = await serve([...on, '--scenario', 'none']);
    const beside = await rectify(['verify', ...on]);
    await server.stop();
    expect(beside).toMatchObject({ code: 0, err: '' });
    expect(beside.out).toMatch(/^\d+ events of 40 mines decided again: no difference\.\n$/);
    expect(await rectify(['verify', ...on, '--threads', '1'])).toEqual(beside);
    const one = await rectify(['verify', ...on, '--mine', 'XJ-0001', '--json']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(one.out)).toMatchObject({ mines: 1, differences: 0 });
    expect(await rectify(['verify', ...on, '--mine', 'XJ-9999'])).toEqual({
      code: 1,
      out: '',
      err: 'There is no mine XJ-9999 in the store.\n',
    });
  });

  test('is found out where somebody changed it: each difference on a line, and exit code 1', async () => {
    change(`update events set metadata = replace(metadata, '"closed.awaitingInspection"', '"closed.remediating"')
      where stream = 'mine-XJ-0001' and type = 'ClosureOrdered'`);
    const inWords = await rectify(['verify', ...on]);
    expect(inWords.code).toBe(1);
    expect(inWords.out).toContain(
      'XJ-0001, 3 ClosureOrdered: transition: stored operating → closed, remediation under way; expected operating → closed, awaiting inspection\n',
    );
    expect(inWords.err).toMatch(/^\d+ events of 40 mines decided again: \d+ differences?\.\n$/);

    const lines = (await rectify(['verify', ...on, '--json'])).out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ mineId: 'XJ-0001', revision: 3, type: 'ClosureOrdered', what: 'transition' });
    expect(lines.at(-1)).toMatchObject({ mines: 40, differences: lines.length - 1 });
  });
});

test('what is in no file cannot be verified', async () => {
  expect(await rectify(['verify', '--store', 'memory:'])).toMatchObject({ code: 1, out: '' });
  expect((await rectify(['verify', '--data', join(folder, 'nowhere')])).err).toContain('There is no event store at');
});
