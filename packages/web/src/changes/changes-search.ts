import { z } from 'zod';
import type { AsOf } from '../as-of/as-of.ts';
import type { Instants } from '../as-of/use-as-of.ts';
import { endOfLocalDay, isDay, shiftDay } from '../language/dates.ts';

/** What can have changed: the world, or what is known of it. */
export const axes = ['world', 'knowledge'] as const;

/** How a mine can have changed, as the API names it. */
export const kinds = [
  'registered',
  'closed',
  'reopened',
  'withdrawn',
  'quashed',
  'decommissioned',
  'moved',
  'corrected',
  'backdated',
  'other',
] as const;

const day = z.string().refine(isDay).optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/** Reads what the page of changes is asked for from the address; anything it does not know is left out. */
export const changesSearch = z.object({
  axis: z.enum(axes).exclude(['world']).optional().catch(undefined),
  from: day,
  to: day,
  kind: z.enum(kinds).optional().catch(undefined),
  region: text,
  campaign: text,
  cursor: text,
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});

/** The part of the address of the page of changes. */
export type ChangesSearch = z.infer<typeof changesSearch>;

/** The first and the last day between which changes are looked for; both count whole. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days that the address names; a week until the day that the page looks at without them. `today` is a local day. */
export function daysIn({ axis, from, to }: ChangesSearch, at: AsOf, today: string): Days {
  const looked = axis === 'knowledge' ? (at.known ?? at.on) : at.on;
  const last = to ?? looked?.day ?? today;
  return { from: from ?? shiftDay(last, -6), to: last };
}

/** The question to the API: on each axis the page's other time holds. */
export function changesQueryOf(search: ChangesSearch, { from, to }: Days, { asOf, knownAt }: Instants, today: string) {
  const { axis = 'world', kind, region, campaign, cursor } = search;
  return {
    axis,
    from: endOfLocalDay(shiftDay(from, -1)),
    to: to < today ? endOfLocalDay(to) : undefined,
    ...(axis === 'world' ? { knownAt } : { asOf }),
    kind,
    region,
    campaign,
    cursor,
  };
}
