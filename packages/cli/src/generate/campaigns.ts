import type { CampaignOpened } from '@rectify/engine';
import { dayIn } from './beijing.ts';
import { chanceOf } from './chance.ts';
import { DAY } from './durations.ts';
import { type Region, regions } from './regions.ts';
import { type Window, yearsOf } from './window.ts';

/** A campaign of the generated time, with how it strikes mines. */
export interface GeneratedCampaign {
  readonly opened: CampaignOpened;
  /** Instants in milliseconds. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Further regions, and from when on. */
  readonly extension: { readonly at: number; readonly regions: readonly Region[] } | null;
  readonly regions: readonly Region[];
  /** The share of the running mines in its regions that it closes, and in how many days on average. */
  readonly share: number;
  readonly days: number;
  readonly grounds: string;
}

/**
 * The campaigns of a window: the wave of November 2018 in Guizhou and Xinjiang, later extended to Sichuan; every other winter an
 * outage in one or two regions with the inspections that follow it; now and then inspections of taxes in spring. But for the month and the
 * first regions of the wave, all of it is invented.
 */
export function campaignsOf(window: Window, seed: number): GeneratedCampaign[] {
  return yearsOf(window)
    .flatMap((year) => [...springOf(year, seed), year === 2018 ? november2018 : winterOf(year, seed)])
    .filter(({ opensAt }) => opensAt >= window.from && opensAt <= window.to);
}

const november2018 = campaign({
  id: 'generated-november-2018',
  name: 'Rectification, November 2018 (generated)',
  trigger: 'power-outage',
  regions: ['CN-GZ', 'CN-XJ'],
  opensOn: '2018-11-05',
  lasts: 85,
  extension: { after: 21, regions: ['CN-SC'] },
  share: 0.3,
  days: 9,
  grounds: 'Inspection of power use after the outages',
});

function winterOf(year: number, seed: number): GeneratedCampaign {
  const chance = chanceOf(seed, `winter/${year}`);
  const first = chance.oneOf(['CN-XJ', 'CN-NM', 'CN-GZ']);
  const further = chance.happens(0.5) ? regions.filter((region) => region !== first).slice(0, 1) : [];
  const outageOn = `${year}-12-${chance.whole(10, 28)}`;
  return campaign({
    id: `generated-winter-${year}`,
    name: `Winter inspections ${year} (generated)`,
    trigger: 'power-outage',
    triggeredOn: outageOn,
    regions: [first, ...further],
    opensOn: dayIn(Date.parse(outageOn) + chance.whole(2, 6) * DAY),
    lasts: chance.whole(40, 70),
    extension: null,
    share: 0.08 + 0.08 * chance.fraction(),
    days: 14,
    grounds: 'Load above the winter allotment',
  });
}

function springOf(year: number, seed: number): GeneratedCampaign[] {
  const chance = chanceOf(seed, `spring/${year}`);
  if (!chance.happens(0.6)) return [];
  return [
    campaign({
      id: `generated-tax-${year}`,
      name: `Inspection of taxes ${year} (generated)`,
      trigger: 'tax-inspection',
      regions: [chance.oneOf(['CN-SC', 'CN-YN', 'CN-XJ'])],
      opensOn: `${year}-04-${chance.whole(10, 28)}`,
      lasts: 60,
      extension: null,
      share: 0.05,
      days: 20,
      grounds: 'Taxes of the former year not declared',
    }),
  ];
}

interface Plan extends Pick<GeneratedCampaign, 'share' | 'days' | 'grounds' | 'regions'> {
  readonly id: string;
  readonly name: string;
  readonly trigger: string;
  readonly triggeredOn?: string;
  readonly opensOn: string;
  readonly lasts: number;
  readonly extension: { readonly after: number; readonly regions: readonly Region[] } | null;
}

function campaign({ id, name, trigger, triggeredOn, regions: struck, opensOn, lasts, extension, ...strikes }: Plan) {
  const opensAt = Date.parse(`${opensOn}T08:30:00+08:00`);
  const closesAt = opensAt + lasts * DAY;
  const opened: CampaignOpened = {
    campaignId: id,
    name,
    trigger,
    ...(triggeredOn && { triggeredOn }),
    regions: [...struck],
    until: dayIn(closesAt),
    authority: 'Generated authority',
    legalBasis: 'Generated rule on the use of power',
  };
  const extended = extension && { at: opensAt + extension.after * DAY, regions: extension.regions };
  return { opened, opensAt, closesAt, extension: extended, regions: struck, ...strikes };
}
