import { expect, test } from '@jest/globals';
import { rebuildAnswer, storedAnswer } from '@rectify/api';
import { mineList } from '@rectify/projections/answers';
import { note, peopleAt, registered } from '../course.ts';
import { startServer } from '../server.ts';

const CLIENTS = 16;

test('while the read side is built anew under load, no read fails, and none goes back behind what its client has seen', async () => {
  await using server = await startServer();
  const people = await peopleAt(server);
  const mines = await Promise.all(
    Array.from({ length: 8 }, (_, number) => registered(server, people, { mineId: `XJ-${number}` })),
  );
  const admin = await server.as({ role: 'admin' });
  const rebuild = async () => {
    let answer = (await admin.post('/v1/rebuild', {})).as(rebuildAnswer);
    while (answer.state === 'running') answer = (await admin.get('/v1/rebuild')).as(rebuildAnswer);
    return answer.state;
  };

  let over = false;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    let seen = 0;
    for (let number = 0; !over || number === 0; number += 1) {
      const mine = mines[(client + number) % mines.length];
      if (!mine) throw new Error('no mine');
      const sent = await mine.send(people.inspector, 'NoteAdded', note);
      sent.as(storedAnswer);
      const position = sent.headers.get('rectify-position') ?? '';
      const list = await people.analyst.get('/v1/mines', { 'Rectify-After': position });
      expect(list.status).toBe(200);
      const { total } = list.as(mineList);
      const told = Number(list.headers.get('rectify-position'));
      expect([total, told >= Math.max(seen, Number(position))]).toEqual([mines.length, true]);
      seen = told;
    }
  });
  const ended = Promise.all(clients);
  for (let round = 0; round < 3; round += 1) expect(await rebuild()).toBe('done');
  over = true;
  await ended;

  const { code, stdout } = await server.rectify(['rebuild', '--check']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('no difference')]);
});
