import type { Append, Fault, Operation } from './history.ts';
import { type Moment, orderFaults } from './order.ts';

export type { Fault, Operation } from './history.ts';

/** An append that took effect: all that was sent under the same names is one. */
interface Effect {
  readonly first: number;
  readonly size: number;
  readonly sent: readonly Operation[];
}

/**
 * What is impossible in a history, if each stream does one thing at a time (linearizability): each acknowledged append is there once,
 * whole, at its revision; nothing that was refused is there; and whatever ended before another thing began came before it. No
 * fault means that there is an order of all operations, within their times, that explains every answer.
 *
 * It only computes; each operation is looked at a few times, so that a history may have millions.
 * @param log what each stream holds in the end, by revision; a stream that is absent is empty
 */
export function faultsIn(history: readonly Operation[], log: ReadonlyMap<string, readonly string[]>): Fault[] {
  const streams = new Set([...log.keys(), ...history.map(({ stream }) => stream)]);
  const byStream = Map.groupBy(history, ({ stream }) => stream);
  return [...streams].flatMap((stream) => faultsInStream(stream, byStream.get(stream) ?? [], log.get(stream) ?? []));
}

function faultsInStream(stream: string, history: readonly Operation[], log: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const report = (kind: Fault['kind'], detail: string): void => {
    faults.push({ kind, stream, detail });
  };
  const revisions = new Map<string, number>();
  for (const [revision, entry] of log.entries()) {
    if (revisions.has(entry)) report('doubled', `${entry} is at ${revisions.get(entry)} and again at ${revision}`);
    else revisions.set(entry, revision);
  }
  const effects = effectsOf(history, revisions, report);
  const ends = new Set([0, log.length, ...effects.map(({ first, size }) => first + size)]);
  const known = new Set(
    effects.flatMap(({ first, size }) => Array.from({ length: size }, (_, index) => first + index)),
  );
  for (const [revision, entry] of log.entries()) {
    if (revisions.get(entry) === revision && !known.has(revision)) {
      report('from-nowhere', `${entry} at ${revision} is no part of an append`);
    }
  }
  for (const { did, client } of history) {
    if (did.kind !== 'read') continue;
    const wrong = did.entries.findIndex((entry, index) => log[did.from + index] !== entry);
    if (wrong !== -1) {
      const revision = did.from + wrong;
      report('reordered', `client ${client} read ${did.entries[wrong]} at ${revision}, where ${log[revision]} is`);
    }
  }
  const glimpsed = history.flatMap(glimpses);
  for (const { what, after } of glimpsed) {
    if (after > log.length) report('lost', `${what} showed ${after} entries, and in the end there are ${log.length}`);
    else if (!ends.has(after)) report('half-stored', `${what} showed ${after} entries, half of an append`);
  }
  for (const { kind, detail } of orderFaults([...effects.flatMap(momentsOf), ...glimpsed])) {
    report(kind, detail);
  }
  return faults;
}

/** The appends that the log shows, and what is wrong with them. */
function effectsOf(
  history: readonly Operation[],
  revisions: ReadonlyMap<string, number>,
  report: (kind: Fault['kind'], detail: string) => void,
): Effect[] {
  const effects: Effect[] = [];
  for (const [name, sent] of Map.groupBy(history.filter(isAppend), ({ did }) => did.entries.join('\0'))) {
    const entries = name.split('\0');
    const there = entries.map((entry) => revisions.get(entry));
    const found = there.filter((revision) => revision !== undefined);
    const [first] = found;
    const label = entries.join(', ');
    const stored = sent.filter(({ did }) => did.answer.kind === 'stored');
    if (first === undefined) {
      if (stored.length > 0) report('lost', `${label} was acknowledged and is not there`);
      continue;
    }
    effects.push({ first, size: found.length, sent });
    if (found.length < entries.length || there.some((revision, index) => revision !== first + index)) {
      report('half-stored', `of ${label} there is only ${found.length}, or not in one piece`);
    }
    if (sent.every(({ did }) => did.answer.kind === 'refused')) {
      report('stored-though-refused', `${label} was refused and is at ${first}`);
    }
    for (const { did } of stored) {
      if (did.answer.kind === 'stored' && did.answer.firstRevision !== first) {
        report('wrong-revision', `${label} is at ${first}, not at ${did.answer.firstRevision} as acknowledged`);
      }
    }
  }
  return effects;
}

type AppendOperation = Operation & { readonly did: Append };

function isAppend(operation: Operation): operation is AppendOperation {
  return operation.did.kind === 'append';
}

/** It took effect after it was first sent, and before the first acknowledgement; every acknowledgement has seen it. */
function momentsOf({ first, size, sent }: Effect): Moment[] {
  const length = first + size;
  const acknowledged = sent.filter(({ did }) => did.kind === 'append' && did.answer.kind === 'stored');
  const tried = sent.filter(({ did }) => did.kind === 'append' && did.answer.kind !== 'refused');
  const candidates = tried.length > 0 ? tried : sent;
  return [
    {
      what: `the append at ${first}`,
      start: Math.min(...candidates.map(({ start }) => start)),
      end: Math.min(...acknowledged.map(({ end }) => end)),
      before: first,
      after: length,
    },
  ];
}

/** What shows how long a stream was at some moment: a read, and a refusal that says so. */
function glimpses({ client, start, end, did }: Operation): Moment[] {
  if (did.kind === 'read') {
    const length = did.from + did.entries.length;
    return [{ what: `what client ${client} read`, start, end, before: length, after: length }];
  }
  if (did.answer.kind === 'refused' && did.answer.length !== undefined) {
    const { length } = did.answer;
    return [{ what: `the refusal to client ${client}`, start, end, before: length, after: length }];
  }
  return [];
}
