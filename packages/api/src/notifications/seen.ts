import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mineId } from '@rectify/engine';
import { z } from 'zod';
import { replaceFile } from '../durable-file.ts';
import { keyOf, PEOPLE_FOLDER } from './people-folder.ts';

/** As many mines as somebody can own. */
const MOST_MINES = 500;

/** Up to which revision somebody saw which mine. */
export const seenRevisions = z
  .record(mineId, z.int().nonnegative())
  .refine((mines) => Object.keys(mines).length <= MOST_MINES, `must not name more than ${MOST_MINES} mines`)
  .meta({ id: 'SeenRevisions', description: 'The last revision that was seen, by the id of the mine' });

/** {@link seenRevisions} as a type. */
export type SeenRevisions = z.infer<typeof seenRevisions>;

/** What people saw of their mines, a file each. */
export interface SeenByPeople {
  of(person: string): SeenRevisions;
  /** Nothing becomes unseen by it. `mines` are those of the person; what was seen of others is forgotten. Durable when it returns. @throws the system's error */
  see(person: string, seen: SeenRevisions, mines: readonly string[]): SeenRevisions;
}

/** What people saw, in a data folder. A file that cannot be read counts as nothing seen. */
export function seenIn(dataFolder: string, newId: () => string): SeenByPeople {
  const fileOf = (person: string) => join(dataFolder, PEOPLE_FOLDER, `${keyOf(person)}.seen.json`);

  function of(person: string): SeenRevisions {
    try {
      return seenRevisions.safeParse(JSON.parse(readFileSync(fileOf(person), 'utf8'))).data ?? {};
    } catch {
      return {};
    }
  }

  return {
    of,
    see(person, seen, mines) {
      const before = of(person);
      const all = mines.flatMap((mine): [string, number][] => {
        const revisions = [before, seen].flatMap((known) => (Object.hasOwn(known, mine) ? [known[mine] ?? 0] : []));
        return revisions.length === 0 ? [] : [[mine, Math.max(...revisions)]];
      });
      const after = Object.fromEntries(all);
      if (JSON.stringify(after) !== JSON.stringify(before)) replaceFile(fileOf(person), after, newId());
      return after;
    },
  };
}
