import { UnknownStoreUrl } from './errors.ts';
import type { EventReader, EventStore } from './event-store.ts';
import { openMemoryStore } from './memory.ts';
import { openSqliteReader, openSqliteStore, type SqliteStoreOptions } from './sqlite.ts';

/** What a store URL names. */
export type StoreAddress = { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly file: string };

/** What a store needs from outside; see {@link SqliteStoreOptions}. */
export type OpenStoreOptions = Omit<SqliteStoreOptions, 'file'>;

const ALLOWED =
  '`memory:` (kept only while the process runs) or `sqlite:` with a path, for instance `sqlite:./data/events.db`';

/**
 * Opens the store that a URL names.
 * @throws UnknownStoreUrl
 * @throws StoreLocked, StoreUnusable for a SQLite file that is in use, or none of Rectify's
 */
export async function openStore(url: string, options: OpenStoreOptions): Promise<EventStore> {
  const address = storeAddress(url);
  return address.kind === 'memory'
    ? openMemoryStore({ storeId: options.newStoreId() })
    : openSqliteStore({ ...options, file: address.file });
}

/**
 * Opens the store that a URL names for reading only, also while another process writes to it.
 * @throws UnknownStoreUrl also for a store in memory, which nobody but its own process can read
 * @throws StoreUnusable
 */
export function openReader(url: string): EventReader {
  const address = storeAddress(url);
  if (address.kind === 'memory') throw unknown('A store in memory can only be read by the process that holds it');
  return openSqliteReader(address.file);
}

/**
 * Reads a store URL: `memory:`, or `sqlite:` and a path as the operating system writes it, relative to the working directory;
 * nothing in it is escaped.
 * @throws UnknownStoreUrl saying what is allowed; it repeats only the scheme, for a URL may hold a password
 */
export function storeAddress(url: string): StoreAddress {
  const [scheme = ''] = /^[a-z][a-z0-9+.-]*:/i.exec(url) ?? [];
  const rest = url.slice(scheme.length);
  if (scheme === 'memory:' && rest === '') return { kind: 'memory' };
  if (scheme === 'memory:') throw unknown('`memory:` takes nothing after the colon');
  if (scheme === 'sqlite:') return { kind: 'sqlite', file: sqliteFile(rest) };
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
  return new UnknownStoreUrl(`${problem}. A store is ${ALLOWED}.`);
}
