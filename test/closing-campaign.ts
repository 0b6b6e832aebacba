import { expect } from '@jest/globals';
import { previewAnswer } from '@rectify/api';
import { campaignWithCases, type RunReport, runReport } from '@rectify/projections/answers';
import { order } from './course.ts';
import type { Client } from './server.ts';

/** The path of the campaign over HTTP. */
export const path = '/v1/campaigns/november-2018';

/** Opens the campaign and previews the closing of so many running mines; answers the token to start it with. */
export async function previewedToken(
  supervisor: Client,
  { mines, ...asked }: { readonly mines: number; readonly q?: string; readonly after?: string },
): Promise<string> {
  await supervisor.post('/v1/campaigns', {
    campaignId: 'november-2018',
    name: 'Rectification, November 2018',
    trigger: 'power-outage',
    regions: ['CN-XJ'],
    authority: 'local authorities',
    legalBasis: 'not stated',
  });
  const preview = await supervisor.post(
    `${path}/preview`,
    { query: { status: 'operating', q: asked.q }, event: { type: 'ClosureOrdered', data: order } },
    asked.after === undefined ? {} : { 'Rectify-After': asked.after },
  );
  const { count, foreseen, token } = preview.as(previewAnswer);
  expect({ count, ...foreseen }).toMatchObject({ count: mines, needsApproval: mines });
  return token ?? '';
}

/** How many cases of the campaign's run are done; none where the run, or the campaign, is not known yet. */
export async function doneSoFar(supervisor: Client): Promise<number> {
  const answer = await supervisor.get(path);
  if (answer.status === 404) return 0;
  const [run] = answer.as(campaignWithCases).runs;
  return run ? run.count - run.outcomes.waiting : 0;
}

/** Every case of a run, when it is complete. */
export async function reportedCases(supervisor: Client, runId: string): Promise<RunReport['items']> {
  const page = async (cursor = '') =>
    (await supervisor.get(`${path}/runs/${runId}?limit=500&cursor=${cursor}`)).as(runReport);
  while ((await page()).run.completedAt === null);
  const cases: RunReport['items'] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const read: RunReport = await page(next);
    cases.push(...read.items);
    next = read.next;
  }
  return cases;
}
