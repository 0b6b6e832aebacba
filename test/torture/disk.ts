import { dirname } from 'node:path';
import type { Act } from './traced-disk.ts';

/** A drive keeps or loses a sector as a whole. In bytes. */
const SECTOR = 512;

type Change = Extract<Act, { kind: 'write' | 'truncate' }>;

interface OneFile {
  /** What is certain to be there after a power cut. */
  readonly certain: Image;
  /** What was changed since, in order: each may be there or not. */
  pending: Change[];
  /** How many of the pending changes a sync covers that has begun. */
  readonly syncs: Map<string, number>;
}

/** The files of a traced process as a power cut would leave them. */
export interface Disk {
  /** Takes up what the process did next. */
  take(act: Act): void;
  /**
   * What is left of each file if the power fails now: all that was synced, and of what was not, each sector written and each change of length only
   * if `keeps` says so. A file that was made is there, perhaps empty; one that was removed may be there again until its folder is synced.
   */
  afterPowerCut(keeps: () => boolean): ReadonlyMap<string, Buffer>;
}

/** Starts with no files. */
export function emptyDisk(): Disk {
  const files = new Map<string, OneFile>();
  /** Files that were removed, until a sync of their folder makes that certain. */
  let removed: { readonly name: string; readonly file: OneFile }[] = [];

  function fileOf(name: string): OneFile {
    const known = files.get(name) ?? { certain: imageOf(Buffer.alloc(0)), pending: [], syncs: new Map() };
    files.set(name, known);
    return known;
  }

  return {
    take(act) {
      if (act.kind === 'said') return;
      if (act.kind === 'remove') {
        removed.push({ name: act.file, file: fileOf(act.file) });
        files.delete(act.file);
        return;
      }
      if (act.kind === 'sync-ends') removed = removed.filter(({ name }) => dirname(name) !== act.file);
      const file = fileOf(act.file);
      if (act.kind === 'sync-begins') {
        file.syncs.set(act.sync, file.pending.length);
      } else if (act.kind === 'sync-ends') {
        const covered = file.syncs.get(act.sync) ?? 0;
        file.syncs.delete(act.sync);
        for (const change of file.pending.slice(0, covered)) file.certain.change(change);
        file.pending = file.pending.slice(covered);
        for (const [sync, upTo] of file.syncs) file.syncs.set(sync, Math.max(0, upTo - covered));
      } else {
        file.pending.push(act);
      }
    },
    afterPowerCut(keeps) {
      const back = removed.filter(({ name }) => !files.has(name) && !keeps());
      const there = [...back.map(({ name, file }) => [name, file] as const), ...files];
      return new Map(there.map(([name, file]) => [name, leftOf(file, keeps)]));
    },
  };
}

function leftOf({ certain, pending }: OneFile, keeps: () => boolean): Buffer {
  const left = imageOf(certain.bytes());
  for (const part of pending.flatMap(sectorsOf)) if (keeps()) left.change(part);
  return left.bytes();
}

/** A write as the sectors that a drive writes one by one. */
function sectorsOf(change: Change): Change[] {
  if (change.kind !== 'write') return [change];
  const parts: Change[] = [];
  for (let from = 0; from < change.bytes.length; ) {
    const at = change.at + from;
    const length = Math.min(SECTOR - (at % SECTOR), change.bytes.length - from);
    parts.push({ ...change, at, bytes: change.bytes.subarray(from, from + length) });
    from += length;
  }
  return parts;
}

/** The bytes of a file, changed in place. */
interface Image {
  change(change: Change): void;
  bytes(): Buffer;
}

function imageOf(bytes: Buffer): Image {
  let room = Buffer.from(bytes);
  let size = bytes.length;

  function resize(to: number): void {
    if (to > room.length) room = Buffer.concat([room], Math.max(to, 2 * room.length));
    if (to < size) room.fill(0, to, size);
    size = to;
  }

  return {
    bytes: () => room.subarray(0, size),
    change(change) {
      if (change.kind === 'truncate') resize(change.size);
      else {
        resize(Math.max(size, change.at + change.bytes.length));
        change.bytes.copy(room, change.at);
      }
    },
  };
}
