import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What lies on this device. What is read from it is checked: it may have been written by an older page. */
interface Contents extends DBSchema {
  /** Forms that were begun, by their ids. */
  drafts: { key: string; value: unknown };
  /** Acts that the server has not received, and receipts of those it has, by their keys. */
  acts: { key: string; value: unknown };
  /** Files that were chosen, by their ids. */
  files: { key: string; value: unknown };
  /** What was read, to be read again without a line. */
  views: { key: string; value: unknown };
}

/** A kind of thing that is kept on this device. */
export type Shelf = 'drafts' | 'acts' | 'files' | 'views';

const shelves: readonly Shelf[] = ['drafts', 'acts', 'files', 'views'];

let opening: Promise<IDBPDatabase<Contents> | null> | undefined;

/** The database of this device; null where the browser keeps nothing, and all lasts as long as the page is open. */
function device(): Promise<IDBPDatabase<Contents> | null> {
  opening ??= openDB<Contents>('rectify', 1, {
    upgrade(database) {
      for (const shelf of shelves) database.createObjectStore(shelf);
    },
  }).catch(() => null);
  return opening;
}

/** Keeps a value on this device. Where the browser has no room or keeps nothing, it says so by false. */
export async function keepOnDevice(shelf: Shelf, key: string, value: unknown): Promise<boolean> {
  const database = await device();
  try {
    await database?.put(shelf, value, key);
    return database !== null;
  } catch {
    return false;
  }
}

/** Removes a value from this device. */
export async function removeFromDevice(shelf: Shelf, key: string): Promise<void> {
  const database = await device();
  await database?.delete(shelf, key).catch(() => undefined);
}

/** A value that is kept on this device, or undefined. */
export async function readFromDevice(shelf: Shelf, key: string): Promise<unknown> {
  const database = await device();
  return database?.get(shelf, key).catch(() => undefined);
}

/** Every key and value of a shelf. */
export async function allOnDevice(shelf: Shelf): Promise<readonly (readonly [string, unknown])[]> {
  const database = await device();
  if (database === null) return [];
  try {
    const transaction = database.transaction(shelf);
    const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    return keys.map((key, index) => [key, values[index]] as const);
  } catch {
    return [];
  }
}
