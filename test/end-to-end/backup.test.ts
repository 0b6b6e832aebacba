import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, watch } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { storedAnswer } from '@rectify/api';
import { document, openReader, openStore, type RecordedEvent } from '@rectify/engine';
import { mineList } from '@rectify/projections/answers';
import { z } from 'zod';
import { type MineAtServer, note, peopleAt, registered } from '../course.ts';
import { type Ended, runRectify, startServer, temporaryFolder } from '../server.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const held = z.object({ storeId: z.string(), head: z.string(), events: z.number(), digest: z.string() });

const rectify = (...words: string[]): Promise<Ended> => runRectify(words, {});

/** What a command that succeeded told a program. */
async function answerOf<S extends z.ZodType>(schema: S, ...words: string[]): Promise<z.output<S>> {
  const { code, stdout, stderr } = await rectify(...words, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return schema.parse(JSON.parse(stdout));
}

async function eventsIn(file: string): Promise<RecordedEvent[]> {
  const reader = await openReader(`sqlite:${file}`);
  const events: RecordedEvent[] = [];
  for await (const batch of reader.readAll()) events.push(...batch);
  await reader.close();
  return events;
}

/** Eight send notes, one after the other each, until told to stop. */
function underLoad(mines: readonly MineAtServer[]) {
  const acknowledged: { readonly stream: string; readonly eventId: string; readonly revision: number }[] = [];
  let reached = () => {};
  let ended = false;
  const senders = Array.from({ length: 8 }, async (_, sender) => {
    for (let number = 0; !ended; number += 1) {
      const mine = mines[(sender + number) % mines.length];
      if (!mine) return;
      const { event } = (await mine.send(mine.people.inspector, 'NoteAdded', note)).as(storedAnswer);
      acknowledged.push({ stream: `mine-${mine.mineId}`, eventId: event.eventId, revision: event.revision });
      reached();
    }
  });
  return {
    acknowledged,
    /** Waits until so many more are acknowledged. */
    more: (count: number) =>
      new Promise<void>((resolve) => {
        const enough = acknowledged.length + count;
        reached = () => acknowledged.length >= enough && resolve();
      }),
    async end() {
      ended = true;
      await Promise.all(senders);
    },
  };
}

const backup = join(folder, 'backup.gz');

describe('a backup', () => {
  test('made under load holds all that was acknowledged before, and a server goes on from what is restored', async () => {
    await using server = await startServer();
    const people = await peopleAt(server);
    const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003'];
    const mines = await Promise.all(mineIds.map((mineId) => registered(server, people, { mineId })));
    const load = underLoad(mines);
    await load.more(50);
    const before = [...load.acknowledged];
    const made = await answerOf(held, 'backup', backup, '--data', server.data);
    await load.more(1);
    await load.end();
    const { next: cursor = '' } = (await people.analyst.get('/v1/mines?limit=1')).as(mineList);
    await server.stop();

    const data = join(folder, 'restored');
    const restored = await answerOf(held, 'restore', backup, '--data', data);
    expect(restored).toEqual({ ...made, storeId: expect.any(String) });
    expect(restored.storeId).not.toBe(made.storeId);
    expect(await answerOf(held, 'store', 'check', '--data', data)).toEqual(restored);
    expect(await answerOf(held, 'store', 'check', '--backup', backup)).toEqual(made);

    const there = await eventsIn(join(data, 'events.db'));
    const here = await eventsIn(join(server.data, 'events.db'));
    expect(there).toEqual(here.slice(0, there.length));
    const known = new Map(there.map(({ stream, eventId, revision }) => [eventId, { stream, eventId, revision }]));
    expect(before.map(({ eventId }) => known.get(eventId))).toEqual(before);

    await using after = await startServer({ data });
    // Whoever was signed in still is, for the key came with the events; a cursor of the old store leads nowhere.
    const headers = { Authorization: `Bearer ${people.analyst.token}` };
    const list = (await after.nobody.get('/v1/mines', headers)).as(mineList);
    expect(list.items.map(({ mineId }) => mineId).sort()).toEqual(mineIds);
    expect((await after.nobody.get(`/v1/mines?limit=1&cursor=${cursor}`, headers)).status).toBe(410);
  });

  test('overwrites nothing, neither when it is made nor when it is restored', async () => {
    const data = join(folder, 'restored');
    const files = () => readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name));
    const before = [readFileSync(backup), readFileSync(join(data, 'events.db')), files()];
    const [made, restored] = [
      await rectify('backup', backup, '--data', data),
      await rectify('restore', backup, '--data', data),
    ];
    expect(made).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('exists already') });
    expect(restored).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is not empty') });
    expect([readFileSync(backup), readFileSync(join(data, 'events.db')), files()]).toEqual(before);
  });

  test('holds the documents that came; a check finds one that was lost or changed', async () => {
    await using server = await startServer();
    const { owner } = await registered(server, await peopleAt(server), { mineId: 'XJ-9004' });
    const send = async (content: string) => {
      const headers = { Authorization: `Bearer ${owner.token}` };
      const sent = await fetch(`${server.address}/v1/documents?name=proof`, { method: 'POST', headers, body: content });
      return document.parse(await sent.json()).sha256;
    };
    const [first, second] = [await send('%PDF-1.7 first'), await send('%PDF-1.7 second')];
    await server.stop();

    const file = join(folder, 'documents.gz');
    const data = join(folder, 'with-documents');
    const counts = z.object({ documents: z.number() });
    expect(await answerOf(counts, 'backup', file, '--data', server.data)).toEqual({ documents: 2 });
    expect(await answerOf(counts, 'restore', file, '--data', data)).toEqual({ documents: 2 });
    expect(await answerOf(counts, 'store', 'check', '--data', data)).toEqual({ documents: 2 });

    const fileOf = (sha256: string) => join(data, 'documents', sha256.slice(0, 2), sha256);
    expect(readFileSync(fileOf(first), 'utf8')).toBe('%PDF-1.7 first');
    rmSync(fileOf(first));
    writeFileSync(fileOf(second), '%PDF-1.7 seconds');
    const checked = await rectify('store', 'check', '--data', data);
    expect(checked).toMatchObject({ code: 1, stderr: expect.stringContaining('2 faults') });
    expect(checked.stdout).toMatch(new RegExp(`document: Document ${first}, .* is missing`));
    expect(checked.stdout).toMatch(new RegExp(`document: Document ${second}, .* was changed`));
    const again = await rectify('backup', join(folder, 'lost.gz'), '--data', data);
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('2 documents could not be backed up') });
  });

  test('that was cut off or changed is not restored, and leaves nothing behind', async () => {
    const whole = readFileSync(backup);
    const cut = join(folder, 'cut.gz');
    writeFileSync(cut, whole.subarray(0, whole.length - 20));
    const changed = join(folder, 'changed.gz');
    writeFileSync(changed, gzipSync(gunzipSync(whole).toString().replace(note.text, 'Never seen.')));
    const data = join(folder, 'none');
    for (const [file, why] of [
      [cut, 'unexpected end of file'],
      [changed, 'was changed or damaged'],
    ] as const) {
      const ended = await rectify('restore', file, '--data', data);
      expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(why) });
      expect(existsSync(data)).toBe(false);
    }
  });
});

describe('of a store', () => {
  const source = join(folder, 'source', 'events.db');
  const STREAMS = 500;

  beforeAll(async () => {
    const store = await openStore(`sqlite:${source}`, { newStoreId: randomUUID });
    const noteOf = (text: string) => ({
      eventId: randomUUID(),
      type: 'NoteAdded',
      data: { text, b: 1, a: '\u2028' },
      metadata: { 10: 1, 9: 2 },
    });
    for (let round = 0; round < 10; round += 1) {
      const expected = round === 0 ? 'no-stream' : 2 * round - 1;
      const appends = Array.from({ length: STREAMS }, (_, index) =>
        store.append(`mine-${index}`, [noteOf(`note ${round}`), noteOf('and another')], expected),
      );
      await Promise.all(appends);
    }
    await store.close();
  });

  test('a copy that is killed goes on where it stopped, and is equal in the end', async () => {
    const target = join(folder, 'target', 'events.db');
    const words = ['copy', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`];
    const killed = await runRectify(
      words,
      {},
      '',
      holdsSomething(target).then(() => 'SIGKILL'),
    );
    expect(killed.signal).toBe('SIGKILL');
    const copied = (await eventsIn(target)).length;

    const copy = z.object({ to: held.omit({ head: true }).extend({ copied: z.number() }) });
    const { to } = await answerOf(copy, ...words);
    expect(to.copied).toBe(to.events - copied);
    expect(to.copied).toBeGreaterThan(0);
    const read = await eventsIn(source);
    expect(await eventsIn(target)).toEqual(read);
    expect((await answerOf(held, 'store', 'check', '--store', `sqlite:${source}`)).digest).toBe(to.digest);

    const store = await openStore(`sqlite:${target}`, { newStoreId: randomUUID });
    await store.append('mine-new', [{ eventId: randomUUID(), type: 'NoteAdded', data: {}, metadata: {} }], 'no-stream');
    await store.close();
    expect(await rectify(...words)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('The target holds more'),
    });
    const other = `sqlite:${join(folder, 'other.db')}`;
    const another = await openStore(other, { newStoreId: randomUUID });
    await another.append('mine-0', [{ eventId: randomUUID(), type: 'NoteAdded', data: {}, metadata: {} }], 'no-stream');
    await another.close();
    const refused = await rectify('copy', '--from', `sqlite:${source}`, '--to', other);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('The target holds something else') });
  });

  test('a check tells all that is wrong at once; a payload changed by hand shows in the digest', async () => {
    const file = join(folder, 'damaged.db');
    copyFileSync(source, file);
    const change = (...statements: string[]) => {
      const db = new DatabaseSync(file);
      for (const statement of statements) db.exec(statement);
      db.close();
    };
    const whole = await answerOf(held, 'store', 'check', '--store', `sqlite:${source}`);
    change(`update events set data = replace(data, 'note 7', 'note 8') where stream = 'mine-7'`);
    const changed = await answerOf(held, 'store', 'check', '--store', `sqlite:${file}`);
    expect({ ...changed, digest: whole.digest, storeId: whole.storeId }).toEqual(whole);
    expect(changed.digest).not.toBe(whole.digest);

    change(
      `delete from events where stream = 'mine-1' and revision in (4, 5)`,
      `delete from events where stream = 'mine-2' and revision = 7`,
      `update events set data = '{ "text": ' where stream = 'mine-3' and revision = 3`,
    );
    const { code, stdout, stderr } = await rectify('store', 'check', '--store', `sqlite:${file}`, '--json');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, -1)).toEqual([
      { what: 'event', detail: expect.stringContaining('(stream "mine-3", revision 3) cannot be read') },
      { what: 'position', detail: 'Nothing stands between positions 2002 and 2005.' },
      { what: 'position', detail: 'Nothing stands between positions 3005 and 3007.' },
      { what: 'revision', detail: 'Stream "mine-1": revisions 4 to 5 are missing before position 3003.' },
      { what: 'append', detail: expect.stringContaining('(stream "mine-2") breaks off after event 1 of 2') },
      { what: 'revision', detail: 'Stream "mine-2": revision 7 is missing before position 4005.' },
    ]);
    expect(lines.at(-1)).toMatchObject({ faults: lines.length - 1, streams: STREAMS });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/events in \d+ streams and 0 documents checked: \d faults\./),
    });

    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x55, 64 * 4096, 72 * 4096));
    const damaged = await rectify('store', 'check', '--store', `sqlite:${file}`);
    expect(damaged).toMatchObject({ code: 1, stdout: expect.stringMatching(/^file: /) });
  });
});

/** Waits until a store holds something. */
async function holdsSomething(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  for await (const _change of watch(dirname(file))) {
    if (existsSync(file) && (await holds(file))) return;
  }
}

async function holds(file: string): Promise<boolean> {
  try {
    const reader = await openReader(`sqlite:${file}`);
    const head = await reader.head();
    await reader.close();
    return head !== undefined;
  } catch {
    return false;
  }
}
