import {
  openCampaign,
  openStore,
  PROCEDURES_STREAM,
  type Procedures,
  procedureFactOf,
  procedureName,
  proceduresAfter,
  sendCampaignEvent,
  sendProcedureEvent,
  shippedProcedures,
} from '@rectify/engine';
import type { TimedAppend } from './appends.ts';
import { dayIn, written } from './beijing.ts';
import { campaignsOf, type GeneratedCampaign } from './campaigns.ts';
import { chanceOf } from './chance.ts';
import { administrator, headOfSupervision } from './people.ts';
import { proceduresOf } from './procedures.ts';
import type { Asked, Setting } from './setting.ts';

/** The engine refused what the mines' lives rest on: it no longer fits its schemas or checks. */
class PreambleRefused extends Error {
  override readonly name = 'PreambleRefused';
}

const invented = { kind: 'invented' } as const;

/** One thing that is done to procedures or campaigns, at an instant in milliseconds. */
interface Deed {
  readonly at: number;
  readonly do: () => Promise<{ readonly kind: string }>;
}

/**
 * Publishes the procedures and leads the campaigns of a window, through the engine; answers the setting in which mines live, and what was
 * stored for it. What lies after the end of the window has not happened.
 */
export async function preambleOf(asked: Asked): Promise<{ setting: Setting; appends: readonly TimedAppend[] }> {
  const { seed, window } = asked;
  const store = await openStore('memory:', { newStoreId: () => 'preamble' });
  let now = window.from;
  const needs = { store, clock: () => written(now), newId: chanceOf(seed, 'preamble').uuid };
  const campaigns = campaignsOf(window, seed);
  const published = proceduresOf(window);
  let commands = 0;
  const by = (person: typeof administrator) => ({ person, source: invented, commandId: `preamble/${++commands}` });

  const deeds: Deed[] = [
    ...published.map(({ procedure, publishedAt, inForceFrom }) => ({
      at: publishedAt,
      do: () =>
        sendProcedureEvent(needs, {
          type: 'ProcedurePublished',
          data: { procedure, inForceFrom: written(inForceFrom) },
          ...by(administrator),
        }),
    })),
    ...campaigns.flatMap((campaign) =>
      deedsOf(campaign).map(({ at, type, data }) => ({
        at,
        do: () => {
          const { campaignId } = campaign.opened;
          if (type === 'CampaignOpened') return openCampaign(needs, { data, ...by(headOfSupervision) });
          return sendCampaignEvent(needs, { campaignId, type, data, ...by(headOfSupervision) });
        },
      })),
    ),
  ];
  for (const deed of deeds.filter(({ at }) => at <= window.to).sort((a, b) => a.at - b.at)) {
    now = deed.at;
    const done = await deed.do();
    if (done.kind !== 'accepted') throw new PreambleRefused(JSON.stringify(done));
  }

  const appends: TimedAppend[] = [];
  const known: { at: number; procedures: Procedures }[] = [
    { at: Number.NEGATIVE_INFINITY, procedures: shippedProcedures },
  ];
  for await (const batch of store.readAll()) {
    for (const event of batch) {
      const { stream, revision, eventId, type, data, metadata } = event;
      const at = Date.parse(String(metadata.recordedAt));
      appends.push({ at, number: 0, stream, revision, events: [{ eventId, type, data, metadata }] });
      if (stream !== PROCEDURES_STREAM) continue;
      const before = known.at(-1)?.procedures ?? shippedProcedures;
      known.push({ at, procedures: proceduresAfter(before, procedureFactOf(event)) });
    }
  }
  await store.close();
  return {
    appends,
    setting: {
      ...asked,
      campaigns,
      proceduresAt: (instant) => known.findLast(({ at }) => at <= instant)?.procedures ?? shippedProcedures,
      newestProcedureAt: (instant) => {
        const newest = published.findLast(({ inForceFrom }) => inForceFrom <= instant) ?? published[0];
        return newest ? procedureName(newest.procedure) : 'rectification@1';
      },
    },
  };
}

function deedsOf({ opened, opensAt, closesAt, extension }: GeneratedCampaign) {
  const until = dayIn(closesAt);
  return [
    { at: opensAt, type: 'CampaignOpened', data: opened },
    ...(extension
      ? [
          {
            at: extension.at,
            type: 'CampaignExtended',
            data: { regions: [...extension.regions], reason: `The same was found there; until ${until}.` },
          },
        ]
      : []),
    { at: closesAt, type: 'CampaignClosed', data: { reason: 'All mines were looked at.' } },
  ];
}
