import type { Person, Role } from '@rectify/engine';
import { z } from 'zod';

/** Who acts in golden histories, by the words that stand for them there. */
export const someone = z.enum([
  'inspector',
  'second inspector',
  'supervisor',
  'second supervisor',
  'licensing',
  'reviewer',
  'owner',
  'second owner',
  'analyst',
  'admin',
  'system',
]);

/** {@link someone} as a type. */
export type Someone = z.infer<typeof someone>;

/** The id of the mine that every golden history is about. */
export const MINE_ID = 'XJ-0001';

/** The person whom a word stands for. Officials act in all regions, owners for the mine. */
export function personCalled(who: Someone): Person {
  const { role, office } = offices[who];
  const number = who.startsWith('second ') ? 2 : 1;
  return { id: `${role}-${number}`, role, office, regions: 'all', mines: role === 'owner' ? [MINE_ID] : [] };
}

const inspector = { role: 'inspector', office: 'tax' } as const;
const supervisor = { role: 'supervisor', office: 'energy' } as const;
const owner = { role: 'owner', office: 'owner' } as const;

const offices: Readonly<Record<Someone, { readonly role: Role; readonly office: string }>> = {
  inspector,
  'second inspector': inspector,
  supervisor,
  'second supervisor': supervisor,
  licensing: { role: 'licensing', office: 'licensing' },
  reviewer: { role: 'reviewer', office: 'review' },
  owner,
  'second owner': owner,
  analyst: { role: 'analyst', office: 'analysis' },
  admin: { role: 'admin', office: 'administration' },
  system: { role: 'system', office: 'system' },
};
