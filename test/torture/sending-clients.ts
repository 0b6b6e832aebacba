import { type Client, clientAt } from '../server.ts';
import type { Acknowledged } from './ledger.ts';
import { acknowledgedBy, sendNote } from './notes.ts';

/** Clients that each send one note after the other, and the same again until it is answered. */
export interface SendingClients {
  /** Lets them send, until {@link hold}. */
  goOn(): void;
  /** What is under way goes on; nothing more is sent. */
  hold(): void;
  /** Waits for so many more acknowledgements. @throws what an answer has thrown that is neither stored nor a failure of the server */
  acknowledgedMore(count: number): Promise<void>;
  acknowledged(): readonly Acknowledged[];
  /** Waits until every note that was ever sent is acknowledged; none is begun any more. */
  finish(): Promise<void>;
}

/** Starts so many clients at an address, all with one token, over some mines. They hold still at first. */
export function startSending({
  address,
  token,
  clients,
  mineIds,
}: Pick<Client, 'address' | 'token'> & {
  readonly clients: number;
  readonly mineIds: readonly string[];
}): SendingClients {
  const who = clientAt(address, token);
  const acknowledged: Acknowledged[] = [];
  let going = Promise.withResolvers<void>();
  let news = Promise.withResolvers<void>();
  let finishing = false;

  async function sendUntilAnswered(mineId: string, key: string): Promise<void> {
    for (;;) {
      await going.promise;
      const answer = await sendNote(who, mineId, key).catch(() => undefined);
      if (answer === undefined || answer.status >= 500) continue;
      acknowledged.push(acknowledgedBy(answer));
      news.resolve();
      return;
    }
  }

  const running = Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let number = 0; !finishing; number += 1) {
        const mineId = mineIds[(client + number) % mineIds.length] ?? '';
        await sendUntilAnswered(mineId, `client-${client}-${number}`);
      }
    }),
  );
  running.catch(() => {});

  return {
    goOn: () => going.resolve(),
    hold() {
      going.resolve();
      going = Promise.withResolvers();
    },
    async acknowledgedMore(count) {
      const enough = acknowledged.length + count;
      while (acknowledged.length < enough) {
        news = Promise.withResolvers();
        await Promise.race([news.promise, running]);
      }
    },
    acknowledged: () => acknowledged,
    async finish() {
      finishing = true;
      going.resolve();
      await running;
    },
  };
}
