import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { inLogOrder, type TimedAppend } from './appends.ts';

/** So many appends are compressed and read at a time. */
const BLOCK = 64;
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Writes appends, in the order of the log, into a file of its own: blocks, each its length in four bytes and then JSON by zstd. */
export function writeRun(file: string, appends: readonly TimedAppend[]): void {
  const sorted = appends.toSorted(inLogOrder);
  const handle = openSync(file, 'wx');
  try {
    for (let first = 0; first < sorted.length; first += BLOCK) {
      const block = zstdCompressSync(JSON.stringify(sorted.slice(first, first + BLOCK)), fast);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(block.length);
      writeSync(handle, Buffer.concat([length, block]));
    }
  } finally {
    closeSync(handle);
  }
}

/** Reads a file of {@link writeRun}, one block at a time, and removes it at its end. */
export function* readRun(file: string): Generator<TimedAppend, void, undefined> {
  const handle = openSync(file, 'r');
  try {
    const length = Buffer.alloc(4);
    while (readSync(handle, length) === 4) {
      const block = Buffer.alloc(length.readUInt32LE());
      readSync(handle, block);
      const appends: readonly TimedAppend[] = JSON.parse(zstdDecompressSync(block).toString());
      yield* appends;
    }
  } finally {
    closeSync(handle);
    rmSync(file);
  }
}
