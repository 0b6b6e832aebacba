import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a traced process did to a file, or said, in the order in which it did. */
export type Act =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'remove'; readonly file: string }
  /** A sync covers what was written before it began, and counts once it has ended. */
  | { readonly kind: 'sync-begins'; readonly file: string; readonly sync: string }
  | { readonly kind: 'sync-ends'; readonly file: string; readonly sync: string }
  | { readonly kind: 'said'; readonly text: string };

/** The system calls by which SQLite changes files. The file of shared memory is mapped, and made anew after a crash. */
const CALLS = ['pwrite64', 'write', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'unlinkat', 'rename', 'renameat2'];
const UNFORESEEN = ['pwritev', 'pwritev2', 'writev', 'fallocate', 'msync', 'sync_file_range', 'copy_file_range'];

/** The arguments with which strace writes all that {@link readTrace} needs into a log. */
export function straceArguments(log: string): string[] {
  const calls = [...CALLS, ...UNFORESEEN].join(',');
  return [
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-y',
    '-xx',
    '-s',
    '1000000',
    '-e',
    'signal=none',
    '-e',
    `trace=${calls}`,
    '-o',
    log,
  ];
}

/**
 * Reads what a process did to the files of a folder whose names `concerns` accepts, and what it printed.
 * @throws Error for a change of such a file that is not understood: then the trace proves nothing
 */
export async function readTrace(log: string, concerns: (file: string) => boolean): Promise<Act[]> {
  const acts: Act[] = [];
  const unfinished = new Map<string, string>();
  let syncs = 0;
  const nextSync = () => {
    syncs += 1;
    return String(syncs);
  };
  for await (const text of createInterface({ input: createReadStream(log) })) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(text) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const before = resumed ? unfinished.get(thread) : undefined;
    unfinished.delete(thread);
    if (rest.endsWith('<unfinished ...>')) {
      const begun = rest.slice(0, -'<unfinished ...>'.length);
      const call = callOf(begun);
      if (call && isSync(call) && concerns(call.file)) {
        const sync = nextSync();
        acts.push({ kind: 'sync-begins', file: call.file, sync });
        unfinished.set(thread, `${sync}\n${begun}`);
      } else unfinished.set(thread, `\n${begun}`);
      continue;
    }
    const [sync = '', begun = ''] = before?.split('\n') ?? [];
    const call = callOf(begun + (resumed ? resumed[1] : rest));
    if (!call || call.result < 0) continue;
    if (call.name === 'write' && call.descriptor === 1) {
      acts.push({ kind: 'said', text: call.bytes.subarray(0, call.result).toString() });
    } else if (concerns(call.file)) {
      if (isSync(call)) {
        const number = sync || nextSync();
        if (!sync) acts.push({ kind: 'sync-begins', file: call.file, sync: number });
        acts.push({ kind: 'sync-ends', file: call.file, sync: number });
      } else acts.push(changeOf(call));
    }
  }
  return acts;
}

interface Call {
  readonly name: string;
  readonly descriptor: number;
  readonly file: string;
  readonly bytes: Buffer;
  /** The numbers among its arguments, in their order. */
  readonly numbers: readonly number[];
  readonly result: number;
}

const isSync = ({ name }: Call) => name === 'fsync' || name === 'fdatasync';

function changeOf({ name, file, bytes, numbers, result }: Call): Act {
  const [first = 0, second = 0] = numbers;
  if (name === 'pwrite64') return { kind: 'write', file, at: second, bytes: bytes.subarray(0, result) };
  if (name === 'ftruncate') return { kind: 'truncate', file, size: first };
  if (name === 'unlink') return { kind: 'remove', file };
  throw new Error(`The trace holds ${name} of ${file}, which is not understood.`);
}

/** One line of strace: a name, a descriptor with its path or a path alone, perhaps a string, numbers, and the result. */
function callOf(text: string): Call | undefined {
  const [, name, inside = '', result = '0'] = /^(\w+)\((.*?)\)?(?: += (-?\d+).*)?$/.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const opened = /^(\d+)<([^>]*)>/.exec(inside);
  const strings = [...inside.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex));
  const file = opened ? bytesOf(opened[2] ?? '') : (strings[0] ?? Buffer.alloc(0));
  const numbers =
    inside
      .replace(/^\d+<[^>]*>/, '')
      .replace(/"[^"]*"/g, '')
      .match(/\b\d+\b/g) ?? [];
  return {
    name,
    descriptor: opened ? Number(opened[1]) : -1,
    file: file.toString(),
    bytes: strings[0] ?? Buffer.alloc(0),
    numbers: numbers.map(Number),
    result: Number(result),
  };
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
