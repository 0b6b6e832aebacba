import { type Instants, milliseconds, type Person, type Procedure } from '@rectify/engine/rectification';
import type { ClosureQuery, LateQuery, LossQuery, StatisticsQuery, StayQuery } from './closures/closure-query.ts';
import { pageOfClosures } from './closures/list-closures.ts';
import { pageOfLate } from './closures/list-late.ts';
import type { StatisticsAnswer } from './closures/statistics-answer.ts';
import { paged } from './cursor.ts';
import { type Digests, digestsOf } from './digest.ts';
import { type Asked, about, earlier, instantOf } from './instants.ts';
import type { PartAsked, PlacedRow } from './keyset.ts';
import type { ClosureList, EventList, LateList, LossList, MineCounts, MineList, StayList } from './list-answers.ts';
import { listPreviews } from './migrations/list-previews.ts';
import { openCyclesByProcedure } from './migrations/open-cycles.ts';
import type { MigrationPreviewList, PreviewQuery } from './migrations/preview-answer.ts';
import type { Projector } from './projector.ts';
import { liveSnapshot, type Snapshot, type Snapshots, snapshotsOf } from './snapshot.ts';
import { isPresent } from './source.ts';
import { answerMine } from './status/answer-mine.ts';
import { assigneesMeant } from './status/assignees.ts';
import { countsOfMines } from './status/count-mines.ts';
import { FEW } from './status/few-mines.ts';
import { pageOfMines } from './status/list-mines.ts';
import type { MineDetail } from './status/mine-detail.ts';
import type { MineFilters, MineQuery } from './status/mine-query.ts';
import { describeHistory } from './timeline/describe-history.ts';
import type { HistoryQuery } from './timeline/history-query.ts';
import { pageOfHistory } from './timeline/page-history.ts';
import { byAssigneeFor, mineFor, type Viewer } from './viewer.ts';
import { pageOfWork } from './work/list-work.ts';
import type { WorkList } from './work/work-answer.ts';
import { workAt } from './work/work-at.ts';
import type { WorkQuery } from './work/work-query.ts';

/** Who asks, and when: the clock's present, which running durations are measured to. */
export interface Asking {
  readonly viewer: Viewer;
  readonly now: string;
}

/**
 * What can be asked of the read side. Answers are eventual: they tell the position they hold for; wait for one with
 * `projector.waitFor`. What a viewer may not see is left out, or is undefined.
 */
export interface Reads {
  /** @throws InvalidCursor, ForeignCursor */
  listMines(query: MineQuery, asking: Asking): Promise<MineList>;
  countMines(query: MineFilters & Instants, asking: Asking): Promise<MineCounts>;
  mine(mineId: string, instants: Instants, asking: Asking): Promise<MineDetail | undefined>;
  /** @throws InvalidCursor, ForeignCursor */
  history(mineId: string, query: HistoryQuery, asking: Asking): Promise<EventList | undefined>;
  /** @throws InvalidCursor, ForeignCursor */
  listClosures(query: ClosureQuery, asking: Asking): Promise<ClosureList>;
  /** Deadlines of offices that passed in closures, the latest first. @throws InvalidCursor, ForeignCursor */
  listLate(query: LateQuery, asking: Asking): Promise<LateList>;
  /** The times that closures stayed in a state, in the order of mines, cycles and time. @throws InvalidCursor, ForeignCursor */
  listStays(query: StayQuery, asking: Asking): Promise<StayList>;
  /** What was reported lost in closures, in the order of mines and cycles. @throws InvalidCursor, ForeignCursor */
  listLosses(query: LossQuery, asking: Asking): Promise<LossList>;
  statistics(query: StatisticsQuery, asking: Asking): Promise<StatisticsAnswer>;
  /** What needs a person, or needed them at instants, overdue first. @throws InvalidCursor, ForeignCursor */
  listWork(query: WorkQuery, asking: { readonly person: Person; readonly now: string }): Promise<WorkList>;
  /** How many open cycles are pinned to each procedure version; a version without any is left out. */
  openCyclesByProcedure(): Promise<ReadonlyMap<string, number>>;
  /** What moving every open cycle to a procedure, published or not, would change. @throws InvalidCursor, ForeignCursor */
  previewMigrations(to: Procedure, query: PreviewQuery, asking: Pick<Asking, 'now'>): Promise<MigrationPreviewList>;
  /** The ids of mines for which time alone has brought about something by now that is not on record: the engine's `RoundNeeds.candidates`. */
  wokenMines(now: string): Promise<string[]>;
  /** A digest of each read model, to compare the live ones with rebuilt ones. */
  digests(): Promise<Digests>;
}

/** Reads what a projector folds. Lists sort the mines that could fit where they are at most `few`; else they go through all in their order. */
export function readsOf(projector: Pick<Projector, 'database'>, few = FEW): Reads {
  const snapshots = snapshotsOf(projector.database);
  const workThen = workAt(projector.database);

  /**
   * A page of a list about instants. All pages about a past one go by what was known at the first, so that what is recorded meanwhile, a correction or a
   * backdated event, neither moves nor changes a row.
   */
  function pagedAt({ asOf, knownAt }: Instants, of: string, cursor: string | undefined, now: string) {
    const list = paged({ store: projector.database().storeId, of }, cursor, now);
    return {
      list,
      instants: { asOf, knownAt: earlier(knownAt, list.known) },
      knownToNext: ({ recordedUntil }: Snapshot) =>
        isPresent({ instants: { asOf, knownAt } }) ? undefined : (list.known ?? recordedUntil),
    };
  }

  /** Answers a page of a list about closures, which `pageOf` gives out of a snapshot of the instants; `of` names the list and its order. */
  async function pageOfList<F extends Pick<MineFilters, 'assignee'>, P extends { readonly next?: PlacedRow['place'] }>(
    of: string,
    filters: F,
    { cursor, limit, total, asOf, knownAt }: Pick<LateQuery, 'cursor' | 'limit' | 'total' | 'asOf' | 'knownAt'>,
    { viewer, now }: Asking,
    from: Snapshots['read'],
    pageOf: (snapshot: Snapshot, filters: F, part: PartAsked, asked: Asked) => P,
  ) {
    const { list, instants, knownToNext } = pagedAt({ asOf, knownAt }, of, cursor, now);
    return from(instants, viewer, (snapshot) => {
      const asked = { asOf, knownAt, now: list.now };
      const meant = assigneesMeant(snapshot.database, filters, viewer);
      const isCounted = total === 'exact' || isPresent(snapshot);
      const { next, ...page } = pageOf(snapshot, meant, { limit, after: list.after, isCounted }, asked);
      return { ...page, ...list.next(next, knownToNext(snapshot)), ...about(snapshot.position, asked) };
    });
  }

  return {
    async listMines({ cursor, sort, limit, total, asOf, knownAt, mineId: named, ...filters }, { viewer, now }) {
      const { list, instants, knownToNext } = pagedAt({ asOf, knownAt }, `mines/${sort}`, cursor, now);
      return snapshots.read(instants, viewer, (snapshot) => {
        const asked = { asOf, knownAt, now: list.now };
        const meant = assigneesMeant(snapshot.database, filters, viewer);
        const isCounted = total === 'exact';
        const { next, ...page } = pageOfMines(
          snapshot,
          meant,
          { named, sort, few, limit, after: list.after, isCounted },
          asked,
        );
        return {
          items: page.items.map((mine) => mineFor(viewer, mine)),
          ...list.next(next, knownToNext(snapshot)),
          total: page.total,
          ...about(snapshot.position, asked),
        };
      });
    },

    countMines({ asOf, knownAt, ...filters }, { viewer, now }) {
      const asked = { asOf, knownAt, now };
      return snapshots.read(asked, viewer, (snapshot) => {
        const counts = countsOfMines(snapshot, assigneesMeant(snapshot.database, filters, viewer), asked);
        return {
          ...counts,
          byAssignee: byAssigneeFor(viewer, counts.byAssignee),
          ...about(snapshot.position, asked),
        };
      });
    },

    async mine(mineId, instants, { viewer, now }) {
      return answerMine(projector.database().facts.ofMine(mineId), { ...instants, now }, viewer);
    },

    async history(mineId, { view, order, limit, cursor, ...instants }, { viewer }) {
      const { facts, storeId } = projector.database();
      const history = describeHistory(facts.ofMine(mineId), { view, ...instants }, viewer);
      return history.length === 0 ? undefined : pageOfHistory(history, { view, order, limit, cursor }, storeId);
    },

    listClosures({ sort, cursor, limit, total, asOf, knownAt, ...filters }, asking) {
      const part = { cursor, limit, total, asOf, knownAt };
      return pageOfList(`closures/${sort}`, filters, part, asking, snapshots.read, (snapshot, meant, within, asked) =>
        pageOfClosures(snapshot, meant, { sort, ...within }, asked),
      );
    },

    listLate({ cursor, limit, total, asOf, knownAt, ...filters }, asking) {
      return pageOfList('late', filters, { cursor, limit, total, asOf, knownAt }, asking, snapshots.read, pageOfLate);
    },

    async listStays({ cursor, limit, total, asOf, knownAt, ...filters }, asking) {
      const { pageOfStays } = await import('./closures/list-stays.ts');
      return pageOfList(
        'stays',
        filters,
        { cursor, limit, total, asOf, knownAt },
        asking,
        snapshots.count,
        pageOfStays,
      );
    },

    async listLosses({ cursor, limit, total, asOf, knownAt, ...filters }, asking) {
      const { pageOfLosses } = await import('./closures/list-losses.ts');
      const part = { cursor, limit, total, asOf, knownAt };
      return pageOfList(`losses/${filters.each}`, filters, part, asking, snapshots.count, pageOfLosses);
    },

    async statistics({ to, asOf, knownAt, ...query }, { viewer, now }) {
      // Loaded when it is asked for: it compiles its distributions, which nothing else need wait for.
      const { statisticsOf } = await import('./closures/statistics.ts');
      const asked = { asOf: earlier(asOf, to), knownAt, now };
      return snapshots.count(asked, viewer, (snapshot) => ({
        ...statisticsOf(snapshot, query, { ...asked, viewer }),
        ...about(snapshot.position, asked),
      }));
    },

    async listWork({ cursor, asOf, knownAt, ...query }, { person, now }) {
      const { overdue, scope, kind, region } = query;
      const of = `work/${JSON.stringify([person.id, scope, kind, region, overdue])}`;
      const { list, instants, knownToNext } = pagedAt({ asOf, knownAt }, of, cursor, now);
      const asked = { asOf, knownAt, now: list.now };
      const snapshot = isPresent({ instants })
        ? liveSnapshot(projector.database(), instants)
        : await workThen(instants, person);
      const { next, ...page } = pageOfWork(snapshot.database, person, query, list.after, instantOf(asked));
      return {
        ...page,
        ...list.next(next, knownToNext(snapshot)),
        ...about(snapshot.position, asked),
      };
    },

    async openCyclesByProcedure() {
      return openCyclesByProcedure(projector.database());
    },

    previewMigrations(to, query, asking) {
      return listPreviews(projector.database, to, query, asking);
    },

    async wokenMines(now) {
      return projector.database().mines.wokenBefore(milliseconds(now));
    },

    async digests() {
      return digestsOf(projector.database());
    },
  };
}
