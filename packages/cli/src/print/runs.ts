import type { PreviewAnswer } from '@rectify/api';
import type { RequestList, RunAnswer } from '@rectify/projections';
import type { WholeReport } from '../access/campaigns.ts';
import type { Place } from '../options/place.ts';
import { quoted, rectifyOn } from './shell.ts';
import { shortened, table } from './table.ts';
import { beijing, counted } from './times.ts';

type Reasons = readonly { readonly detail: string }[] | undefined;

/** Which event in which campaign, and where: for commands to copy. */
interface Meant {
  readonly campaignId: string;
  readonly type: string;
  readonly place: Place;
}

/** What a bulk action would come to: counts first, then cases, then how to do it. */
export function previewInWords(
  { count = 0, foreseen, refusedBecause = {}, items, next, token }: PreviewAnswer,
  { campaignId, type, save, place }: Meant & { readonly save: string | undefined },
): string {
  if (count === 0 || !foreseen) return 'The query selects no mine.';
  const why = Object.entries(refusedBecause).map(([code, cases]) => `${code} ${cases}`);
  return [
    `${type} to ${counted(count, 'mine')}: ${foreseen.accepted} would be accepted, ${foreseen.needsApproval} would wait for another person, ${foreseen.refused} would be refused${
      why.length === 0 ? '' : ` (${why.join(', ')})`
    }.`,
    '',
    table(
      ['Mine', 'Name', 'Region', 'Status', 'Outcome', 'Why'],
      items.map(({ mineId, name, region, status, outcome, reasons }) => [
        mineId,
        shortened(name, 30),
        region,
        status,
        outcome,
        whyInWords(reasons),
      ]),
    ),
    ...(next === undefined ? [] : ['More cases: --limit, or --outcome for one group.']),
    '',
    'Nothing was sent. To do exactly this:',
    `  ${rectifyOn(place)} campaign run ${quoted(campaignId)} --token ${save === undefined ? (token ?? '') : quoted(`@${save}`)}`,
  ].join('\n');
}

/** How a run ended. */
export function runInWords(run: RunAnswer, duplicate: boolean, place: Place): string {
  const { campaignId, runId, outcomes } = run;
  return [
    ...(duplicate ? ['The same was started before; nothing was started again.'] : []),
    shortRun(run),
    ...(outcomes.refused === 0
      ? []
      : [`Why: ${rectifyOn(place)} campaign show ${quoted(campaignId)} --run ${runId} --outcome refused`]),
  ].join('\n');
}

/** A run in one line. */
export function shortRun({ runId, kind, type, count, startedAt, completedAt, outcomes }: RunAnswer): string {
  const what = kind === 'grant' ? `granting requests for ${type}` : `sending ${type}`;
  const done = [
    [kind === 'grant' ? 'granted' : 'stored', outcomes.stored],
    ['requested', outcomes.requested],
    ['refused', outcomes.refused],
    ['still to come', outcomes.waiting],
  ].filter(([, cases]) => cases !== 0);
  const state = completedAt === null ? 'under way' : 'complete';
  return `Run ${runId}, ${beijing(startedAt)}: ${what}, ${counted(count, 'case')}, ${state}: ${done
    .map(([how, cases]) => `${cases} ${how}`)
    .join(', ')}.`;
}

/** A run with its cases. */
export function reportInWords({ run, items }: WholeReport): string {
  return [
    shortRun(run),
    '',
    table(
      ['Mine', 'Outcome', 'Why'],
      items.map(({ mineId, outcome, reasons }) => [mineId, outcome, whyInWords(reasons)]),
    ),
  ].join('\n');
}

/** The requests that wait, and how to grant them. */
export function requestsInWords(
  items: RequestList['items'],
  { campaignId, type, exclude, place }: Meant & { readonly exclude: readonly string[] },
): string {
  if (items.length === 0) return `No request for ${type} waits in ${campaignId}.`;
  const left = exclude.length === 0 ? '' : ` --exclude ${quoted(exclude.join(','))}`;
  const of = type === 'ClosureOrdered' ? '' : ` --type ${type}`;
  return [
    table(
      ['Mine', 'Name', 'Region', 'Requested by', 'Requested'],
      items.map(({ mineId, name, region, requestedBy, requestedAt }) => [
        mineId,
        shortened(name, 30),
        region,
        requestedBy.id ?? requestedBy.role,
        beijing(requestedAt),
      ]),
    ),
    '',
    `${counted(items.length, 'request')} for ${type}. Nothing was granted. Another person grants them together:`,
    `  ${rectifyOn(place)} campaign grant ${quoted(campaignId)}${of}${left} --expect ${items.length} --actor …`,
  ].join('\n');
}

function whyInWords(reasons: Reasons): string {
  return shortened((reasons ?? []).map(({ detail }) => detail).join(' '), 90);
}
