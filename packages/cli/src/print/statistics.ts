import type { Figures, StatisticsAnswer } from '@rectify/projections';
import { byWhen, logRankInWords } from './estimates.ts';
import { table } from './table.ts';
import { beijing, counted } from './times.ts';

type Losses = NonNullable<StatisticsAnswer['lostCapacity']>;

/** Of days: durations are told to a tenth of a day. */
const DECIMALS = 1;

/** As much of the statistics as is said in words. */
type Counted = Figures & Pick<StatisticsAnswer, 'groups' | 'groupBy' | 'logRank' | 'lostCapacity' | 'method' | 'asOf'>;

/** Statistics of closures in words: how many, how many still shut, by when they are over, on whom they wait, and what was reported lost. */
export function statisticsInWords(statistics: Counted): string {
  const { total, ongoing, ended, groups, groupBy, logRank, lostCapacity } = statistics;
  if (total === 0) return `No closures, as of ${beijing(statistics.asOf)}.`;
  return [
    `${counted(total, 'closure')}: ${ongoing} still shut, ${ended} ended, as of ${beijing(statistics.asOf)}.`,
    durationSentence(statistics),
    ...(ended === 0 ? [] : [outcomeSentence(statistics)]),
    ...(ongoing === 0 ? [] : [waitingSentence(statistics)]),
    ...(lostCapacity ? lossSentences(lostCapacity) : []),
    ...(groups ? ['', groupTable(groupBy ?? 'group', groups)] : []),
    ...(groups && groups.length > 1 ? [logRankInWords(logRank ?? null)] : []),
  ].join('\n');
}

/** By when so many are over, those still shut counted for as long as they have been. */
function durationSentence({
  survival,
  ongoing,
  small,
  method,
}: Pick<Counted, 'survival' | 'ongoing' | 'small' | 'method'>): string {
  const { first, median, third } = survival.quartiles;
  const limits = `${method.confidence * 100} %`;
  const reached =
    median.value === null
      ? 'Fewer than half are over by any day seen'
      : `Half are over by ${byWhen(median, DECIMALS)} days (${limits})`;
  const quartiles = `a quarter by ${byWhen(first, DECIMALS)}, three quarters by ${byWhen(third, DECIMALS)}`;
  const censored = ongoing > 0 ? ['who is still shut counts for as long as it has been'] : [];
  return `${[`${reached}, ${quartiles}`, ...censored, ...(small ? ['so few say little'] : [])].join('; ')}.`;
}

function outcomeSentence({ byOutcome }: Figures): string {
  const ways = Object.entries(byOutcome).filter(([, count]) => count > 0);
  return `Ended: ${ways.map(([outcome, count]) => `${outcome} ${count}`).join(', ')}.`;
}

function waitingSentence({ waitingOn: { owner, authority, byOffice } }: Figures): string {
  const offices = Object.entries(byOffice).map(([office, number]) => `${office} ${number}`);
  return `Waiting on the owner: ${owner}; on the authority: ${authority}${
    offices.length === 0 ? '' : ` (${offices.join(', ')})`
  }.`;
}

function lossSentences({ byUnit, disagreeing, ofCampaigns, left }: Losses): string[] {
  const units = byUnit.map(
    ({ unit, amountDays, closures, approximate }) =>
      `${approximate ? 'about ' : ''}${Number(amountDays.toPrecision(6))} ${unit} × days in ${counted(closures, 'closure')}`,
  );
  const disagree = disagreeing.length + left.disagreeing;
  const campaigns = ofCampaigns.length + left.ofCampaigns;
  const apart = [
    ...(disagree > 0 ? [`${counted(disagree, 'closure')} with reports that disagree`] : []),
    ...(campaigns > 0 ? [`${counted(campaigns, 'report')} about a whole campaign`] : []),
  ];
  if (units.length === 0 && apart.length === 0) return [];
  return [
    `Reported lost, unverified: ${units.length === 0 ? 'no sum' : units.join('; ')}.${
      apart.length === 0 ? '' : ` In no sum: ${apart.join(', ')}.`
    }`,
  ];
}

function groupTable(by: string, groups: NonNullable<StatisticsAnswer['groups']>): string {
  const rows = groups.map(({ group, total, ongoing, ended, survival: { quartiles }, small }) => [
    group ?? 'none',
    String(total),
    String(ongoing),
    String(ended),
    byWhen(quartiles.first, DECIMALS),
    byWhen(quartiles.median, DECIMALS),
    byWhen(quartiles.third, DECIMALS),
    small ? 'few' : '',
  ]);
  const head = ['CLOSURES', 'STILL SHUT', 'ENDED', 'A QUARTER BY (DAYS)', 'HALF BY (95 %)', 'THREE QUARTERS BY'];
  return table([by.toUpperCase(), ...head], rows, { right: [1, 2, 3] });
}
