import { storedAnswer } from '@rectify/api';
import { mineStream } from '@rectify/engine';
import { note, peopleAt, registered } from '../course.ts';
import type { Answer, Client, Server } from '../server.ts';
import type { Acknowledged } from './ledger.ts';

/** Registers mines and answers the inspector who did. */
export async function givenMines(server: Server, mineIds: readonly string[]): Promise<Client> {
  const people = await peopleAt(server);
  await Promise.all(mineIds.map((mineId) => registered(server, people, { mineId })));
  return people.inspector;
}

/** Sends a note under a key, with the key as its text unless another is given. @throws TypeError when the connection is cut */
export function sendNote(who: Client, mineId: string, key: string, text = key): Promise<Answer> {
  const body = { type: 'NoteAdded', data: { ...note, text } };
  return who.post(`/v1/mines/${mineId}/events`, body, { 'Idempotency-Key': key });
}

/** What an answer acknowledges. @throws Error when it does not */
export function acknowledgedBy(answer: Answer): Acknowledged {
  const { mineId, eventId, revision } = answer.as(storedAnswer).event;
  return { stream: mineStream(mineId), eventId, revision };
}
