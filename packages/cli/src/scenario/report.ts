import { type EventData, NOT_STATED, type Source } from '@rectify/engine';
import type { InTheWorld } from './story/story.ts';

/** Where the report's facts come from. */
const attribution = 'Cong Express, quoting mine owners, November 2018';

/** A fact as the report is passed on in the project's domain description, in its words. */
function quoted(quote: string): Source {
  return { kind: 'report', quote, attribution };
}

/** What the report says, each used by the event that carries it. */
export const report = {
  campaign: quoted(
    'power outages in Guizhou and Xinjiang reportedly triggered strict inspections; local authorities initiated "rectification"; mines closed since 5 November, say owners',
  ),
  closed: quoted('local authorities initiated "rectification"; mines closed since 5 November, say owners'),
  guaranteeBook: quoted(
    'one miner had to sign a "guarantee book" citing the public security department\'s network information security work',
  ),
  relocateOrCurtail: quoted('one miner in Xinjiang was ordered to relocate or curtail power'),
  sameMiner: quoted("the same miner calls his industry's grid impact small and expects more mines to be hit"),
  lostCapacity: quoted('mines report having lost "about 1 million capacity per day"'),
  floods: quoted('miners displaced by floods in Sichuan said in July they were heading for Xinjiang'),
} satisfies Record<string, Source>;

/** "Since 5 November": known to the day. */
export const on5November: InTheWorld = { occurredAt: '2018-11-05T00:00:00+08:00', occurredAtPrecision: 'day' };

/** The report dates these facts no closer than by its own month; the day only puts them in order. */
export function inNovember(day: `11-${string}`): InTheWorld {
  return { occurredAt: `2018-${day}T00:00:00+08:00`, occurredAtPrecision: 'month' };
}

/** The closing order as far as the report states it. */
export const orderAsReported: EventData<'ClosureOrdered'> = {
  grounds: '"Rectification"',
  authority: 'local authorities',
  legalBasis: NOT_STATED,
  campaignId: 'november-2018',
};
