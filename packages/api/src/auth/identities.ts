import { createHmac } from 'node:crypto';
import { viewerOf } from '@rectify/projections';
import type { AppNeeds } from '../app-needs.ts';
import type { Config } from '../config.ts';
import { signingKey } from './signing-key.ts';

/**
 * Who may sign in, and how people are shown: pseudonyms stay the same for a data folder.
 * @throws SigningKeyUnusable
 */
export function identities({ data, auth }: Config): Pick<AppNeeds, 'tokenKey' | 'dev' | 'viewerOf'> {
  const tokenKey = signingKey(data);
  const pseudonymKey = createHmac('sha256', tokenKey).update('pseudonyms').digest('hex');
  return { tokenKey, dev: auth === 'dev', viewerOf: (person) => viewerOf(person, pseudonymKey) };
}
