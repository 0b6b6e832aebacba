import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { seenRevisions } from '../notifications/seen.ts';
import type { Operation } from '../openapi/operation.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import type { SignedInHandlers } from './handlers.ts';

type Seen = 'readSeen' | 'keepSeen';

const seenAnswer = z.object({ seen: seenRevisions }).meta({ id: 'Seen' });

/** The routes by which an owner keeps up to where they saw their mines, whatever device they look on. Everybody sees and changes their own alone. */
export function seenRoutes({ seen }: AppNeeds): Pick<SignedInHandlers, Seen> {
  return {
    readSeen: ({ response, caller }) => writeJson(response, { seen: seen.of(caller.id) }),
    keepSeen: ({ request, response, caller }) => {
      const revisions = checked(seenRevisions, parseJson(textOf(request)));
      writeJson(response, { seen: seen.see(caller.id, revisions, caller.mines) });
    },
  };
}

const own = { description: 'Up to which revision the caller saw their mines', schema: seenAnswer };

/** What the documentation says of {@link seenRoutes}. */
export const seenOperations: Readonly<Record<Seen, Operation>> = {
  readSeen: {
    tag: 'Work',
    summary: 'Read what I have seen of my mines',
    description: 'What has a later revision is new to the caller. A mine that is not named was never opened.',
    answers: { 200: own },
    problems: [],
  },
  keepSeen: {
    tag: 'Work',
    summary: 'Say what I have seen of my mines',
    description:
      'Added to what is kept: of two revisions of a mine the later one counts, so that several devices may say it in any order. Mines that are not the caller’s are left out. Kept in the data folder, not in an event; a backup holds it.',
    body: seenRevisions,
    answers: { 200: own },
    problems: ['invalid'],
  },
};
