import { workList, workQuery } from '@rectify/projections';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

/** The route that shows what needs the caller. */
export function workRoutes({ reads, readSide, clock }: AppNeeds): Pick<SignedInHandlers, 'readWork'> {
  return {
    readWork: async ({ request, response, caller }) => {
      const query = readQuery(request, workQuery);
      await readSide.meet(request, response);
      const list = await reads.listWork(query, { person: caller, now: clock() });
      writeJson(response, list, { position: list.position });
    },
  };
}

/** What the documentation says of {@link workRoutes}. */
export const workOperations: Readonly<Record<'readWork', Operation>> = {
  readWork: {
    tag: 'Work',
    summary: 'What needs me',
    description:
      'Requests to answer (never your own), what is due, and cases that wait for your role: overdue first, then by due day. Officials see their regions, owners their mines. Each item says since when. At a past instant the mines that needed anybody are folded for the answer, which takes longer the more there were.',
    query: workQuery,
    headers: ['Rectify-After'],
    answers: { 200: { description: 'A page of the queue', schema: workList } },
    problems: ['other-store', 'not-yet-known'],
  },
};
