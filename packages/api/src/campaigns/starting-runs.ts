import {
  type Campaign,
  type CampaignOutcome,
  knownCampaign,
  type Run,
  type RunAct,
  runIdFrom,
  startRun,
  TARGETS_A_CHUNK,
} from '@rectify/engine';
import { describeRun, requestTargets, type Spool, spool, tally } from '@rectify/projections';
import { type Caller, personOf } from '../auth/claims.ts';
import type { Problem } from '../problems.ts';
import { invalid } from '../requests/checked.ts';
import { type ActNeeds, campaignActedIn, readSideCaughtUp } from './act-needs.ts';
import { foreseenMines } from './foreseen-mines.ts';
import type { StartedAnswer } from './preview-answer.ts';
import { type Previewed, PreviewTokenRefused } from './preview-token.ts';
import { campaignProblem } from './problem.ts';
import { listChanged, selectionChanged } from './selection-changed.ts';
import type { SentGrants } from './sent-to-many.ts';

/** A run that was started, with where its start is in the log. */
export interface Started {
  readonly answer: StartedAnswer;
  readonly position: string;
}

/**
 * Starts the run that a preview showed, once for each preview, if the same mines would still come to the same.
 * @throws Problem `selection-changed` where they would not
 */
export async function startPreviewed(
  needs: ActNeeds,
  campaignId: string,
  token: string,
  caller: Caller,
): Promise<Started> {
  const now = needs.clock();
  const shown = await readToken(needs, token, now);
  if (shown.campaignId !== campaignId || shown.actor !== caller.id)
    throw wrongToken('is of a preview in another campaign or for another person');
  const runId = runIdFrom(caller.id, campaignId, token);
  const before = await startedBefore(needs, campaignId, runId, caller);
  if (before) return before;
  const campaign = await campaignActedIn(needs, campaignId, caller);
  await readSideCaughtUp(needs);
  const position = needs.projector.database().position() ?? '';
  using cases = spool();
  const selection = await selectAgain(needs, { campaign, shown, caller, now }, cases);
  const outcome = await startRun(needs, {
    campaignId,
    runId,
    person: personOf(caller),
    commandId: runId,
    act: { kind: 'event', event: shown.event },
    count: selection.count,
    selection: { query: shown.query, digest: selection.digest, position, foreseen: selection.foreseen },
    targets: cases.chunks(TARGETS_A_CHUNK),
  });
  return started(needs, outcome, runId, caller);
}

/**
 * Grants together the requests that wait in a campaign but for those left out, once for each key, if they are as many as expected.
 * @throws Problem `selection-changed` where they are not
 */
export async function grantTogether(
  needs: ActNeeds,
  campaignId: string,
  { approvalType, exclude, expectedCount }: SentGrants,
  { caller, key }: { readonly caller: Caller; readonly key: string },
): Promise<Started> {
  const runId = runIdFrom(caller.id, campaignId, key);
  const act: RunAct = { kind: 'grant', approvalType, excluded: exclude };
  const before = await startedBefore(needs, campaignId, runId, caller, (run) => isSameAct(run, act, expectedCount));
  if (before) return before;
  await campaignActedIn(needs, campaignId, caller);
  await readSideCaughtUp(needs);
  using cases = spool();
  let count = 0;
  for (const target of requestTargets(needs.projector.database(), { campaignId, approvalType }, exclude)) {
    cases.add(target);
    count += 1;
  }
  if (count !== expectedCount) throw listChanged(expectedCount, count);
  if (count === 0) throw invalid([{ pointer: '/expectedCount', detail: 'is 0: no request waits to be granted' }]);
  const targets = cases.chunks(TARGETS_A_CHUNK);
  const person = personOf(caller);
  const outcome = await startRun(needs, { campaignId, runId, person, commandId: key, act, count, targets });
  return started(needs, outcome, runId, caller);
}

/** The same selection again, into a spool. @throws Problem `selection-changed` where it is another */
async function selectAgain(
  needs: ActNeeds,
  {
    campaign,
    shown,
    caller,
    now,
  }: { readonly campaign: Campaign; readonly shown: Previewed; readonly caller: Caller; readonly now: string },
  cases: Spool,
) {
  const total = tally();
  const touched: string[] = [];
  for await (const mines of await foreseenMines(needs, { campaign, caller, ...shown }, now)) {
    for (const selected of mines) {
      total.add(selected);
      const { mine, position } = selected.folded;
      cases.add({ mineId: mine.mineId });
      if (needs.store.compare(position, shown.position) > 0) touched.push(mine.mineId);
    }
  }
  const result = total.result();
  if (result.digest !== shown.digest) throw selectionChanged(shown, result, touched);
  return result;
}

async function startedBefore(
  { store, viewerOf }: ActNeeds,
  campaignId: string,
  runId: string,
  caller: Caller,
  isSame: (run: Run) => boolean = () => true,
): Promise<Started | undefined> {
  const known = await knownCampaign(store, campaignId);
  const run = known?.campaign.runs.find((one) => one.runId === runId);
  if (!known || !run) return undefined;
  if (!isSame(run)) throw campaignProblem({ code: 'key-reused', commandId: runId });
  const answer = { run: describeRun(known.campaign, run, viewerOf(caller)), duplicate: true };
  return { answer, position: known.position };
}

function isSameAct({ act, count }: Run, wanted: RunAct, expectedCount: number): boolean {
  return count === expectedCount && JSON.stringify(act) === JSON.stringify(wanted);
}

function started({ viewerOf }: ActNeeds, outcome: CampaignOutcome, runId: string, caller: Caller): Started {
  if (outcome.kind === 'rejected') throw campaignProblem(outcome.rejection);
  const { campaign, facts, duplicate } = outcome;
  const run = campaign.runs.find((one) => one.runId === runId);
  const last = facts.at(-1);
  if (!run || !last) throw new TypeError(`The run ${runId} was stored and is not there.`);
  return { answer: { run: describeRun(campaign, run, viewerOf(caller)), duplicate }, position: last.position };
}

async function readToken({ tokens }: ActNeeds, token: string, now: string): Promise<Previewed> {
  try {
    return await tokens.read(token, now);
  } catch (error) {
    if (error instanceof PreviewTokenRefused) throw wrongToken(error.message);
    throw error;
  }
}

function wrongToken(detail: string): Problem {
  return invalid([{ pointer: '/token', detail }]);
}
