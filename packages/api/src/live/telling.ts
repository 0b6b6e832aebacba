import type { Engine, EventStore } from '@rectify/engine';
import { describeHistory, type EventAnswer, maySeeMine, type Viewer } from '@rectify/projections';
import { describeNews } from './campaign-news.ts';
import { writeLiveCursor } from './cursor.ts';
import type { MineFacts } from './mine-facts.ts';
import type { News } from './news.ts';

/** What somebody wants to hear of; an absent filter lets everything through. */
export interface LiveFilters {
  readonly mines?: readonly string[] | undefined;
  /** Regions that mines are in now. */
  readonly regions?: readonly string[] | undefined;
  /** Campaigns are told of only to those who name them; to whoever names nothing else, of nothing else. */
  readonly campaigns?: readonly string[] | undefined;
}

/** Tells viewers what happened, each as they may see it. */
export interface Telling {
  tell(news: News, viewer: Viewer, filters: LiveFilters): Promise<string>;
}

/** Starts telling. What many are told alike is worked out once. */
export function createTelling({ engine, store }: { readonly engine: Engine; readonly store: EventStore }): Telling {
  const regions = new WeakMap<MineFacts, Promise<string | undefined>>();
  const answers = new WeakMap<MineFacts, Map<string, Promise<EventAnswer[]>>>();

  function regionOf(mine: MineFacts): Promise<string | undefined> {
    const known = regions.get(mine) ?? engine.load(mine.mineId).then((loaded) => loaded?.folded.mine.region);
    regions.set(mine, known);
    return known;
  }

  async function concerns(mine: MineFacts, viewer: Viewer, filters: LiveFilters): Promise<boolean> {
    if (!maySeeMine(viewer, mine.mineId)) return false;
    if (filters.mines && !filters.mines.includes(mine.mineId)) return false;
    if (!filters.regions) return true;
    const region = await regionOf(mine);
    return region !== undefined && filters.regions.includes(region);
  }

  /** What an owner may see depends on what was corrected and on who operated the mine when, so it is looked at within the whole history. */
  async function describe({ mineId, facts }: MineFacts, viewer: Viewer): Promise<EventAnswer[]> {
    if (viewer.kind !== 'owner') return describeHistory(facts, {}, viewer);
    const ids = new Set(facts.map(({ eventId }) => eventId));
    const loaded = await engine.load(mineId);
    return describeHistory(loaded?.facts ?? [], {}, viewer).filter(({ eventId }) => ids.has(eventId));
  }

  function seenBy(mine: MineFacts, viewer: Viewer): Promise<EventAnswer[]> {
    const byKind = answers.get(mine) ?? new Map<string, Promise<EventAnswer[]>>();
    answers.set(mine, byKind);
    const kind = viewer.kind === 'owner' ? `owner ${viewer.operator ?? ''}` : viewer.kind;
    const known = byKind.get(kind) ?? describe(mine, viewer);
    byKind.set(kind, known);
    return known;
  }

  async function ofMines({ mines }: News, viewer: Viewer, filters: LiveFilters): Promise<EventAnswer[]> {
    const wanted = filters.campaigns && !filters.mines && !filters.regions ? [] : mines;
    const seen = await Promise.all(
      wanted.map(async (mine) => ((await concerns(mine, viewer, filters)) ? seenBy(mine, viewer) : [])),
    );
    return seen.flat();
  }

  function ofCampaigns({ campaigns }: News, viewer: Viewer, filters: LiveFilters) {
    if (viewer.kind === 'owner') return [];
    return campaigns
      .filter(({ campaignId }) => filters.campaigns?.includes(campaignId))
      .map((news) => describeNews(news, viewer));
  }

  return {
    async tell(news, viewer, filters) {
      return [...(await ofMines(news, viewer, filters)), ...ofCampaigns(news, viewer, filters)]
        .sort((a, b) => store.compare(a.position, b.position))
        .map(
          (event) =>
            `event: ${event.type}\nid: ${writeLiveCursor(store, event.position)}\ndata: ${JSON.stringify(event)}\n\n`,
        )
        .join('');
    },
  };
}
