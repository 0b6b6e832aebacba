import { randomUUID } from 'node:crypto';
import { StoreUnusable, UnknownStoreUrl } from './errors.ts';
import type { EventReader, EventStore } from './event-store.ts';
import { KURRENTDB_ALLOWED, type KurrentdbAddress, kurrentdbAddress } from './kurrentdb/address.ts';
import type { KurrentdbStoreOptions } from './kurrentdb.ts';
import { openMemoryStore } from './memory.ts';
import { openSqliteReader, openSqliteStore, type SqliteStoreOptions } from './sqlite.ts';

/** What a store URL names. */
export type StoreAddress =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly file: string }
  | KurrentdbAddress;

/** What a store needs from outside; see {@link SqliteStoreOptions} and {@link KurrentdbStoreOptions}. */
export type OpenStoreOptions = Omit<SqliteStoreOptions, 'file'> & Pick<KurrentdbStoreOptions, 'now' | 'onNotice'>;

/** The store URLs that there are, for messages. */
export const STORE_URLS = `\`memory:\` (kept only while the process runs), \`sqlite:\` with a path, for instance \`sqlite:./data/events.db\`, or ${KURRENTDB_ALLOWED}`;

/**
 * Opens the store that a URL names.
 * @throws UnknownStoreUrl
 * @throws StoreLocked for a SQLite file that is in use
 * @throws StoreUnusable for a file or a cluster that is none of Rectify's, or not safely; StoreUnavailable for a cluster that does not answer
 */
export async function openStore(url: string, options: OpenStoreOptions): Promise<EventStore> {
  const address = storeAddress(url);
  switch (address.kind) {
    case 'memory':
      return openMemoryStore({ storeId: options.newStoreId() });
    case 'sqlite':
      return openSqliteStore({ ...options, file: address.file });
    case 'kurrentdb': {
      const { openKurrentdbStore } = await kurrentdb();
      return openKurrentdbStore({ ...options, address, newId: randomUUID, random: Math.random });
    }
  }
}

/**
 * Opens the store that a URL names for reading only, also while another process writes to it.
 * @throws UnknownStoreUrl also for a store in memory, which nobody but its own process can read
 * @throws StoreUnusable, StoreUnavailable
 */
export async function openReader(url: string): Promise<EventReader> {
  const address = storeAddress(url);
  switch (address.kind) {
    case 'memory':
      throw unknown('A store in memory can only be read by the process that holds it');
    case 'sqlite':
      return openSqliteReader(address.file);
    case 'kurrentdb': {
      const { openKurrentdbReader } = await kurrentdb();
      return openKurrentdbReader({ address, random: Math.random });
    }
  }
}

/** The client of a cluster is large and in part native: it is loaded only for such a store, and may be missing where none is used. */
async function kurrentdb(): Promise<typeof import('./kurrentdb.ts')> {
  try {
    return await import('./kurrentdb.ts');
  } catch (error) {
    throw new StoreUnusable('The KurrentDB client cannot be loaded on this machine.', { cause: error });
  }
}

/**
 * Reads a store URL: `memory:`; `sqlite:` and a path as the operating system writes it, relative to the working directory, with
 * nothing in it escaped; or a cluster's, see {@link kurrentdbAddress}.
 * @throws UnknownStoreUrl saying what is allowed; it repeats only the scheme, for a URL may hold a password
 */
export function storeAddress(url: string): StoreAddress {
  const [scheme = ''] = /^[a-z][a-z0-9+.-]*:/i.exec(url) ?? [];
  const rest = url.slice(scheme.length);
  if (scheme === 'memory:' && rest === '') return { kind: 'memory' };
  if (scheme === 'memory:') throw unknown('`memory:` takes nothing after the colon');
  if (scheme === 'sqlite:') return { kind: 'sqlite', file: sqliteFile(rest) };
  if (/^(?:kurrentdb|esdb)(?:\+discover)?:$/.test(scheme)) return kurrentdbAddress(url);
  throw unknown(
    scheme === '' ? 'A store URL begins with a scheme' : `\`${scheme}\` is no store that this version opens`,
  );
}

function sqliteFile(path: string): string {
  if (path === '') throw unknown('`sqlite:` needs a path');
  if (path === ':memory:') throw unknown('A SQLite store is a file; for one in memory write `memory:`');
  if (path.endsWith('/')) throw unknown('`sqlite:` needs the path of a file, not of a folder');
  if (/^\/\/(?!\/)/.test(path)) throw unknown('`sqlite:` takes a path, not a host');
  if (path.includes('?') || path.includes('\0')) throw unknown('`sqlite:` takes a path without `?` and NUL');
  return path;
}

function unknown(problem: string): UnknownStoreUrl {
  return new UnknownStoreUrl(`${problem}. A store is ${STORE_URLS}.`);
}
