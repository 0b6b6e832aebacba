import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { StoreUnusable, UnknownStoreUrl } from '../../src/event-store/errors.ts';
import { openStore, storeAddress } from '../../src/event-store/open-store.ts';
import { folderOfEachTest } from './temporary-folder.ts';

const options = { newStoreId: () => 'store-1' };
const here = folderOfEachTest();

describe('a store URL', () => {
  test('`memory:` opens a store with a new id', async () => {
    const store = await openStore('memory:', options);
    expect(store.storeId).toBe('store-1');
    await store.close();
  });

  test('`sqlite:` opens a file, making it and its folder when missing', async () => {
    const file = join(here.folder, 'new', 'data', 'events.db');
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
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('%j opens nothing and says what is allowed', async (url) => {
    const opening = openStore(url, options);
    await expect(opening).rejects.toBeInstanceOf(UnknownStoreUrl);
    await expect(opening).rejects.toThrow('`memory:`');
    await expect(opening).rejects.toThrow('`sqlite:./data/events.db`');
  });

  test.each([
    [
      'kurrentdb://localhost:2113?tls=false',
      { discover: false, tls: false, hosts: [{ address: 'localhost', port: 2113 }] },
    ],
    ['esdb://localhost?tls=false', { discover: false, hosts: [{ address: 'localhost', port: 2113 }] }],
    ['esdb+discover://u:p@db.example/?prefix=north', { discover: true, tls: true, prefix: 'north' }],
    [
      'kurrentdb://ops:p%40ss%3A%2F@a:1,b:2?tlsCAFile=./ca/ca.crt&tlsVerifyCert=false',
      {
        credentials: { username: 'ops', password: 'p@ss:/' },
        hosts: [
          { address: 'a', port: 1 },
          { address: 'b', port: 2 },
        ],
        tlsCaFile: './ca/ca.crt',
        tlsVerifyCert: false,
        prefix: 'rectify',
      },
    ],
  ])('%s names a cluster', (url, address) => {
    expect(storeAddress(url)).toMatchObject({ kind: 'kurrentdb', ...address });
  });

  test.each([
    'kurrentdb://ops:changeit@db:70000',
    'kurrentdb://ops:change@it@db:2113',
    'kurrentdb://ops:change:it@db:2113',
    'kurrentdb://changeit@db:2113',
    'kurrentdb://ops:changeit%@db:2113',
    'kurrentdb://ops:changeit@',
    'kurrentdb+discover://ops:changeit@a:1,b:2',
    'kurrentdb://ops:changeit@db?tls=yes',
    'kurrentdb://ops:changeit@db?tls=true&tls=true',
    'kurrentdb://ops:changeit@db?nodePreference=follower',
    'kurrentdb://ops:changeit@db?prefix=north-west',
    'kurrentdb://db:2113',
    'kurrentdb:db',
  ])('%s names no cluster, and its password is not repeated', async (url) => {
    const opening = openStore(url, options);
    await expect(opening).rejects.toBeInstanceOf(UnknownStoreUrl);
    await expect(opening).rejects.not.toThrow(/change|it@|ops/);
  });

  test('names a file of a certificate authority that must be there', async () => {
    const missing = join(here.folder, 'ca.crt');
    const opening = openStore(`kurrentdb://ops:changeit@localhost:1?tlsCaFile=${missing}`, options);
    await expect(opening).rejects.toBeInstanceOf(StoreUnusable);
    await expect(opening).rejects.toThrow(missing);
  });
});
