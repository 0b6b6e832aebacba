import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { storedAnswer } from '@rectify/api';
import { type MineAtServer, mineAt, note, peopleAt, registered } from '../course.ts';
import { follow } from '../live-stream.ts';
import { type Server, startServer, temporaryFolder } from '../server.ts';

const SENDERS = 16;
const data = temporaryFolder();
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a server told to stop under load answers what it has begun, ends within ten seconds, and loses nothing', async () => {
  await using server = await startServer({ data });
  const people = await peopleAt(server);
  const mine = await registered(server, people, { mineId: 'XJ-9001' });
  const stream = await follow(people.supervisor);

  const acknowledged: string[] = [];
  const unanswered: string[] = [];
  let stopping: ReturnType<typeof stopped> | undefined;
  await Promise.all(
    Array.from({ length: SENDERS }, async (_, sender) => {
      for (let number = 0; ; number += 1) {
        const key = `sender-${sender}-${number}`;
        try {
          (await noted(mine, key)).as(storedAnswer);
        } catch {
          unanswered.push(key);
          return;
        }
        acknowledged.push(key);
        if (acknowledged.length > 5 * SENDERS) stopping ??= stopped(server);
      }
    }),
  );
  const end = await stopping;
  expect(end?.code).toBe(0);
  expect(end?.seconds).toBeLessThan(10);
  await stream.ended;
  expect(existsSync(join(data, 'server.json'))).toBe(false);

  await using again = await startServer({ data });
  const peopleAgain = await peopleAt(again);
  const same = mineAt('XJ-9001', peopleAgain, again.nobody);
  const resumed = await follow(peopleAgain.supervisor, { after: stream.lastId() });
  for (const key of unanswered) (await noted(same, key)).as(storedAnswer);
  const history = await same.history();
  const kept = history.flatMap(({ type, commandId }) => (type === 'NoteAdded' && commandId ? [commandId] : []));
  expect(kept.toSorted()).toEqual([...acknowledged, ...unanswered].toSorted());

  const last = history.at(-1);
  if (resumed.told.length + stream.told.length < history.length - 1)
    await resumed.until(({ event }) => event.revision === last?.revision);
  const heard = [...stream.told, ...resumed.told].map(({ event }) => event.revision);
  expect(heard).toEqual(history.slice(1).map(({ revision }) => revision));
  resumed.close();
});

/** Tells a server to stop; answers how it ended, and after how long. */
async function stopped(server: Server): Promise<{ readonly code: number | null; readonly seconds: number }> {
  const began = performance.now();
  const { code } = await server.stop();
  return { code, seconds: (performance.now() - began) / 1000 };
}

const noted = (mine: MineAtServer, key: string) =>
  mine.send(mine.people.inspector, 'NoteAdded', { ...note, text: key }, { key });
