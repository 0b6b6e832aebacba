import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StoreOverloaded, StoreUnavailable } from '../../src/event-store/errors.ts';
import { type GroupCommit, groupCommit } from '../../src/event-store/group-commit.ts';
import { prepareAppend } from '../../src/event-store/prepared-append.ts';
import { type Database, openWriter } from '../../src/event-store/sqlite-database.ts';
import { sqliteInsert, sqliteLog } from '../../src/event-store/sqlite-log.ts';
import { someEvents } from '../contract/given.ts';
import { temporaryFolder } from './temporary-folder.ts';

let temporary: ReturnType<typeof temporaryFolder>;
let opened: Database;
let commits: GroupCommit;
let committed: number;
let fatal: Error[];

beforeEach(() => {
  temporary = temporaryFolder();
  opened = openWriter(join(temporary.folder, 'events.db'), () => 'store-1');
  committed = 0;
  fatal = [];
  const insert = sqliteInsert(opened.db);
  commits = groupCommit({
    db: opened.db,
    write(append) {
      const firstRevision = append.expected === 'no-stream' ? 0 : append.expected + 1;
      const position = insert(append, firstRevision);
      return { firstRevision, lastRevision: firstRevision, position: String(position), duplicate: false };
    },
    requireInPlace: () => {},
    onCommitted: () => committed++,
    onFatal: (error) => fatal.push(error),
  });
});
afterEach(() => {
  opened.db.close();
  temporary.remove();
});

/** Appends without looking where the stream is: only the database itself refuses a revision that is taken. */
function append(
  stream: string,
  { bytes = 10, count = 1, expected = 'no-stream' }: AppendOptions = {},
): Promise<unknown> {
  const events = someEvents(count).map((event) => ({ ...event, data: { text: 'x'.repeat(bytes) } }));
  return commits.submit(prepareAppend(stream, events, expected));
}

interface AppendOptions {
  readonly bytes?: number;
  readonly count?: number;
  readonly expected?: 'no-stream' | number;
}

const stored = (): number => sqliteLog(opened.db).head();

describe('appends that wait together', () => {
  test('share one commit', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => append(`mine-${index}`)));
    expect(committed).toBe(1);
    expect(stored()).toBe(50);
  });

  test('fail one by one: one that breaks at its second event leaves no first event and takes nothing else with it', async () => {
    await append('mine-1', { expected: 0 });
    const outcomes = await Promise.allSettled([append('mine-2'), append('mine-1', { count: 2 }), append('mine-3')]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toBe(3);
    expect([...sqliteLog(opened.db).forwards('mine-1', 0, 9)]).toMatchObject([{ revision: 1 }]);
    expect(fatal).toEqual([]);
  });

  test('are committed before finishing', async () => {
    const waiting = Promise.all(Array.from({ length: 600 }, (_, index) => append(`mine-${index}`)));
    commits.finish();
    expect(stored()).toBe(600);
    expect(await waiting).toHaveLength(600);
  });
});

describe('too much at once', () => {
  const outcomesOf = async (sent: readonly Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(sent);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(StoreOverloaded);
    return { stored: outcomes.length - refusals.length, refused: refusals.length };
  };

  test('is refused beyond 8192 waiting appends, and taken again as soon as those are stored', async () => {
    const sent = Array.from({ length: 9000 }, (_, index) => append(`mine-${index}`));
    expect(await outcomesOf(sent)).toEqual({ stored: 8192, refused: 9000 - 8192 });
    expect(stored()).toBe(8192);
    await append('mine-8999');
  });

  test('is refused beyond 32 MiB of waiting JSON, however few appends hold it', async () => {
    const sent = Array.from({ length: 80 }, (_, index) => append(`mine-${index}`, { bytes: 500_000 }));
    expect(await outcomesOf(sent)).toEqual({ stored: 67, refused: 13 });
    expect(
      await outcomesOf(sent.slice(67).map((_, index) => append(`mine-again-${index}`, { bytes: 500_000 }))),
    ).toEqual({
      stored: 13,
      refused: 0,
    });
  });
});

describe('a full disk', () => {
  test('refuses the whole group, stores nothing of it, and works again when there is room', async () => {
    await append('mine-before');
    opened.db.exec('pragma max_page_count = 20');
    const group = Promise.allSettled([
      append('mine-small'),
      append('mine-large', { bytes: 200_000 }),
      append('mine-small-2'),
    ]);

    for (const outcome of await group) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    }
    expect(stored()).toBe(1);
    await append('mine-fits');
    opened.db.exec('pragma max_page_count = 100000');
    await append('mine-large', { bytes: 200_000 });
    expect(stored()).toBe(3);
    expect(fatal).toEqual([]);
  });
});

describe('a database that another program holds', () => {
  test('refuses for now and works again when it is let go', async () => {
    const other = openWriter(join(temporary.folder, 'events.db'), () => 'store-2').db;
    other.exec('begin immediate');
    await expect(append('mine-1')).rejects.toBeInstanceOf(StoreUnavailable);
    other.exec('rollback');
    other.close();
    await append('mine-1');
    expect(fatal).toEqual([]);
  });
});

describe('an I/O error', () => {
  test('is fatal: it is reported once, every later append is refused, and what was acknowledged before is there', async () => {
    const file = join(temporary.folder, 'limited', 'events.db');
    const script = join(import.meta.dirname, 'append-until-io-error.ts');
    // The shell's limit on file sizes makes the operating system refuse writes to the log (EFBIG).
    const run = promisify(execFile)('sh', [
      '-c',
      `ulimit -f 1024 && exec "$0" "$1" "$2"`,
      process.execPath,
      script,
      file,
    ]);

    const report = JSON.parse((await run).stdout);
    expect(report).toEqual({
      acknowledged: expect.any(Number),
      found: report.acknowledged,
      refused: ['StoreUnavailable', 'StoreUnavailable', 'StoreUnavailable'],
      fatal: 1,
    });
    expect(report.acknowledged).toBeGreaterThan(0);
  });
});
