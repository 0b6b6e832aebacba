import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UnknownStoreUrl } from '../../src/event-store/errors.ts';
import { openStore, storeAddress } from '../../src/event-store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const options = { newStoreId: () => 'store-1' };
let temporary: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  temporary = temporaryFolder();
});
afterEach(() => temporary.remove());

describe('a store URL', () => {
  test('`memory:` opens a store with a new id', async () => {
    const store = await openStore('memory:', options);
    expect(store.storeId).toBe('store-1');
    await store.close();
  });

  test('`sqlite:` opens a file, making it and its folder when missing', async () => {
    const file = join(temporary.folder, 'new', 'data', 'events.db');
    const store = await openStore(`sqlite:${file}`, options);
    expect(existsSync(file)).toBe(true);
    await store.close();
  });

  test.each([
    ['sqlite:./data/events.db', './data/events.db'],
    ['sqlite:events.db', 'events.db'],
    ['sqlite:/var/lib/rectify/events.db', '/var/lib/rectify/events.db'],
    ['sqlite:///var/lib/rectify/events.db', '///var/lib/rectify/events.db'],
    ['sqlite:./my data/100%/事件#1.db', './my data/100%/事件#1.db'],
    ['sqlite:C:\\data\\events.db', 'C:\\data\\events.db'],
  ])('%s names the file %s', (url, file) => {
    expect(storeAddress(url)).toEqual({ kind: 'sqlite', file });
  });

  test.each([
    '',
    'memory',
    'memory:x',
    'MEMORY:',
    'sqlite',
    'sqlite:',
    'sqlite::memory:',
    'sqlite:./data/',
    'sqlite://data/events.db',
    'sqlite:./events.db?mode=ro',
    'sqlite:./events\0.db',
    './data/events.db',
    'postgres://localhost/rectify',
    'kurrentdb://localhost:2113?tls=false',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('%j opens nothing and says what is allowed', async (url) => {
    const opening = openStore(url, options);
    await expect(opening).rejects.toBeInstanceOf(UnknownStoreUrl);
    await expect(opening).rejects.toThrow('`memory:`');
    await expect(opening).rejects.toThrow('`sqlite:./data/events.db`');
  });

  test('does not repeat a password in its error', async () => {
    await expect(openStore('kurrentdb://admin:changeit@db:2113', options)).rejects.not.toThrow('changeit');
  });
});
