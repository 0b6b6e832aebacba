import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createEngine, openStore } from '@rectify/engine';
import { type Ended, rectify, type Serving, serve, temporaryFolder } from './rectify.ts';

const order = '{"grounds":"Strict inspection","authority":"not stated","legalBasis":"not stated"}';

/** Registers running mines in the store of a folder. */
async function givenMines(folder: string, mineIds: readonly string[]): Promise<void> {
  const store = await openStore(`sqlite:${join(folder, 'events.db')}`, {
    newStoreId: () => crypto.randomUUID(),
    onFatal: (error) => {
      throw error;
    },
  });
  const engine = createEngine({ store, clock: () => new Date().toISOString(), newId: () => crypto.randomUUID() });
  const person = { id: 'inspector-1', role: 'inspector', office: 'tax', regions: 'all', mines: [] } as const;
  for (const mineId of mineIds) {
    const operator = { id: 'example', name: 'Example Computing' };
    const data = { mineId, name: `Mine ${mineId}`, region: 'CN-XJ', operator, capacity: { amount: 5, unit: 'MW' } };
    await engine.register({ person, commandId: mineId, data });
  }
  await store.close();
}

describe.each([['without a server'], ['beside a server']])('rectify campaign, %s', (where) => {
  const { folder, remove } = temporaryFolder();
  let server: Serving | undefined;
  const run = (...args: string[]): Promise<Ended> => rectify(['campaign', ...args, '--data', folder]);
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out);

  beforeAll(async () => {
    await givenMines(folder, ['XJ-1', 'XJ-2', 'XJ-3']);
    if (where === 'beside a server') server = await serve(['--data', folder, '--scenario', 'none']);
  });

  afterAll(async () => {
    await server?.stop();
    remove();
  });

  test('a campaign is opened, looked at, carried out, granted by another person, and closed', async () => {
    const about = ['--name', 'Rectification', '--trigger', 'power-outage', '--authority', 'local authorities'];
    const opened = await run('open', 'november-2018', ...about, '--region', 'CN-XJ', '--legal-basis', 'not stated');
    expect(opened).toEqual({ code: 0, err: '', out: 'Campaign november-2018 is open in CN-XJ.\n' });
    expect((await run('extend', 'november-2018', '--region', 'CN-GZ', '--reason', 'More mines.')).out).toContain(
      'Now open in CN-XJ, CN-GZ.',
    );

    const token = join(folder, 'token.txt');
    const looking = ['preview', 'november-2018', 'ClosureOrdered', '--query', 'status=operating&region=CN-XJ'];
    const preview = await run(...looking, '--data', order, '--save', token);
    expect(preview.out).toContain('ClosureOrdered to 3 mines: 0 would be accepted, 3 would wait for another person');
    expect(preview.out).toContain(`rectify --data ${folder} campaign run november-2018 --token @${token}`);
    expect(readFileSync(token, 'utf8')).toMatch(/^\S+\n$/);

    const ran = await run('run', 'november-2018', '--token', `@${token}`);
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('3 cases, complete: 3 requested.') });
    expect((await run('run', 'november-2018', '--token', `@${token}`)).out).toContain('nothing was started again');

    expect((await run('grant', 'november-2018', '--exclude', 'XJ-2')).out).toContain(
      `rectify --data ${folder} campaign grant november-2018 --exclude XJ-2 --expect 2 --actor …`,
    );
    const granting = ['grant', 'november-2018', '--exclude', 'XJ-2', '--actor', 'supervisor-2'];
    expect(await run(...granting, '--expect', '3')).toMatchObject({ code: 1, err: expect.stringContaining('2 wait') });
    expect((await run(...granting, '--expect', '2')).out).toContain('2 cases, complete: 2 granted.');

    const { cases, runs } = await json('show', 'november-2018');
    expect(cases).toMatchObject({ targeted: 3, requested: 1, closed: 2 });
    const report = await json('show', 'november-2018', '--run', runs[1].runId);
    expect(report.items).toMatchObject([
      { mineId: 'XJ-1', outcome: 'stored' },
      { mineId: 'XJ-3', outcome: 'stored' },
    ]);
    expect((await run('close', 'november-2018', '--reason', 'All were visited.')).out).toContain('Now closed');
    expect((await json('list', '--state', 'closed')).items).toMatchObject([{ campaignId: 'november-2018' }]);
  });
});

const empty = temporaryFolder();
afterAll(empty.remove);

test('what does not exist, or cannot be, is refused in one line with exit code 1; a wrong call with 2', async () => {
  await using _server = await serve(['--data', empty.folder, '--scenario', 'none']);
  const run = (...args: string[]): Promise<Ended> => rectify(['campaign', ...args, '--data', empty.folder]);
  const [wrong, ...refused] = await Promise.all([
    run('close', 'none'),
    run('show', 'none'),
    run('close', 'none', '--reason', 'x'),
    run('preview', 'none', 'NoteAdded', '--data', '{"text":"x","visibility":"owner"}'),
    run('run', 'none', '--token', 'of no preview'),
    run('grant', 'none'),
  ]);
  expect(refused.map(({ code, out }) => ({ code, out }))).toEqual(Array(5).fill({ code: 1, out: '' }));
  expect(refused.every(({ err }) => /^Refused: .*\n$/.test(err))).toBe(true);
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('--reason is missing') });
});
