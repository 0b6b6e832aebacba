import { randomUUID } from 'node:crypto';
import { startStandIn } from '@rectify/kurrentdb-stand-in';

/** A cluster for tests, in which each asks for an empty store of its own. */
export interface TestCluster {
  /** The URL of a store that does not exist yet: its prefix is new. */
  newStoreUrl(): string;
  close(): Promise<void>;
}

/** What takes a second may take a minute where all tests run at once on a busy machine: that is no failure of the store. */
const LONG_PATIENCE = '&defaultDeadline=50000&keepAliveTimeout=50000';

/** The cluster that `RECTIFY_TEST_KURRENTDB` names, else a stand-in in this process. */
export async function testCluster(): Promise<TestCluster> {
  const given = process.env.RECTIFY_TEST_KURRENTDB;
  if (given) return { newStoreUrl: () => withNewPrefix(given, LONG_PATIENCE), async close() {} };
  const standIn = await startStandIn();
  return { newStoreUrl: () => withNewPrefix(standIn.url, LONG_PATIENCE), close: () => standIn.close() };
}

/** A store URL, with options added and a prefix of its own. */
export function withNewPrefix(url: string, options = ''): string {
  return `${url}${url.includes('?') ? '&' : '?'}prefix=t${randomUUID().replaceAll('-', '')}${options}`;
}
