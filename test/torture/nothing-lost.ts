import { rmSync } from 'node:fs';
import { startServer, temporaryFolder } from '../server.ts';
import { isReadSideSound, readingStore } from './folder.ts';
import { type Compared, compareWithStore } from './ledger.ts';
import { type LossyProxy, startLossyProxy } from './lossy-proxy.ts';
import { givenMines } from './notes.ts';
import { type Attack, type Figures, isKept, type Row } from './row.ts';
import { seeded } from './seeded.ts';
import { startSending } from './sending-clients.ts';

const CLIENTS = 32;
const SHARE_DROPPED = 0.2;
/** So many rounds follow each other on one data folder. */
const ROUNDS_A_FOLDER = 20;
/** Folding all anew takes longer than a round, so that only every fifth kill is followed by it, and the last on a folder. */
const ROUNDS_A_FOLDING = 5;
const mineIds = ['XJ-9001', 'XJ-9002', 'XJ-9003', 'XJ-9004'];

/** The server is killed under load behind a proxy that loses answers, a round each. */
export const nothingLost: Row = {
  name: 'nothing-lost',
  promise: 'Nothing lost or doubled',
  attack:
    'the server is killed with SIGKILL under 32 clients, behind a proxy that drops 20 % of answers after the commit; clients retry with their Idempotency-Key; what the read side had folded says the same as all folded anew',
  rounds: { full: 500, few: 1 },
  run,
};

async function run({ seed, rounds, timeLeft, report }: Attack): Promise<Figures> {
  const random = seeded(seed);
  const sum = { rounds: 0, acknowledged: 0, found: 0, lost: 0, doubled: 0 };
  const faults: string[] = [];
  await using proxy = await startLossyProxy(() => random() < SHARE_DROPPED);
  while (sum.rounds < rounds && timeLeft() && isKept({ ...sum, faults })) {
    const data = temporaryFolder();
    try {
      const length = Math.min(ROUNDS_A_FOLDER, rounds - sum.rounds);
      const kills = Array.from({ length }, () => Math.floor(random() * 250));
      const left = await killedAgainAndAgain({
        data,
        proxy,
        kills,
        timeLeft,
        report: () => report(`${++sum.rounds} of ${rounds} rounds`),
      });
      sum.acknowledged += left.acknowledged;
      sum.found += left.found;
      sum.lost += left.lost;
      sum.doubled += left.doubled;
      faults.push(...left.faults);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  return { ...sum, faults, counted: { 'answers dropped': proxy.lost() } };
}

/** Kills the server as often as `kills` is long, each time after so many more acknowledgements. */
async function killedAgainAndAgain({
  data,
  proxy,
  kills,
  timeLeft,
  report,
}: {
  readonly data: string;
  readonly proxy: LossyProxy;
  readonly kills: readonly number[];
  readonly timeLeft: () => boolean;
  readonly report: () => void;
}): Promise<Compared & { readonly acknowledged: number }> {
  const faults: string[] = [];
  let server = await startServer({ data });
  try {
    const { token } = await givenMines(server, mineIds);
    const clients = startSending({ address: proxy.address, token, clients: CLIENTS, mineIds });
    const compared = () => readingStore(data, (store) => compareWithStore(clients.acknowledged(), store));
    for (const [round, acknowledgements] of kills.entries()) {
      proxy.leadTo(server.address);
      clients.goOn();
      await clients.acknowledgedMore(acknowledgements);
      const killed = server.kill();
      clients.hold();
      const { signal, stderr } = await killed;
      if (signal !== 'SIGKILL') faults.push(`The server ended before it was killed.\n${stderr}`);
      const left = await compared();
      if (!isKept(left)) return { ...left, acknowledged: clients.acknowledged().length };
      const last = round === kills.length - 1 || !timeLeft();
      if ((last || round % ROUNDS_A_FOLDING === 0) && !(await isReadSideSound(data)))
        faults.push('What the read side had folded is not what all of it folded anew says.');
      server = await startServer({ data });
      report();
      if (last) break;
    }
    proxy.leadTo(server.address);
    await clients.finish();
    const left = await compared();
    return { ...left, faults: [...left.faults, ...faults], acknowledged: clients.acknowledged().length };
  } finally {
    await server.kill();
  }
}
