import type { EventStore } from '@rectify/engine';
import { milliseconds } from '@rectify/engine/rectification';
import { earlier } from '../instants.ts';
import type { Projector } from '../projector.ts';
import type { ReadDatabase } from '../read-database.ts';
import type { Asking } from '../reads.ts';
import { snapshotsOf } from '../snapshot.ts';
import { maySeeMine, type Viewer, visibleFacts } from '../viewer.ts';
import { CannotBeCited } from './cannot-be-cited.ts';
import { changesOf, minesLearntOf } from './changed-by.ts';
import { type CitedReads, citableIn } from './citable.ts';
import { type Citation, type CitedFigure, citedFigure } from './citation-answer.ts';
import type { CitationQuery } from './citation-query.ts';
import { type Counted, countedAmong } from './counted.ts';
import { figureIn } from './figure-in.ts';

/** Figures with their queries, repeatable for ever. */
export interface CitationReads {
  /**
   * Cites a figure, or answers a citation again. Undefined where the viewer has nothing there.
   * @throws CannotBeCited
   */
  cite(query: CitationQuery, asking: Asking): Promise<Citation | undefined>;
}

/** What citations need: what a projector folds, the reads that answer it, and the order of positions. */
export interface CitationNeeds extends CitedReads {
  readonly projector: Pick<Projector, 'database'>;
  readonly compare: EventStore['compare'];
}

/** Cites what a projector folds. */
export function citationReadsOf({ projector, compare, ...cited }: CitationNeeds): CitationReads {
  const snapshots = snapshotsOf(projector.database);

  /** Of some mines those that a figure counts by what was known at one of the instants. */
  async function countedThenOrNow(
    counted: Counted,
    mines: readonly string[],
    known: readonly string[],
    viewer: Viewer,
  ) {
    const found = new Set<string>();
    for (const knownAt of known) {
      const ids = await snapshots.read({ asOf: counted.asOf, knownAt }, viewer, (source) =>
        countedAmong(source, counted, mines, viewer),
      );
      for (const mineId of ids) found.add(mineId);
    }
    return [...found].filter((mineId) => maySeeMine(viewer, mineId)).sort();
  }

  return {
    async cite(query, { viewer, now }) {
      const { storeId, ...database } = projector.database();
      const recordedUntil = database.recordedUntil() ?? now;
      const position = database.position() ?? null;
      const { figure } = query;
      const citable = citableIn(query.query, cited);
      const asOf = query.asOf ?? citable.asOf ?? now;
      const knownAt = query.knownAt ?? earlier(citable.knownAt, recordedUntil) ?? now;
      const answer = await citable.answer({ asOf, knownAt }, { viewer, now });
      if (!answer) return undefined;
      const recomputed = figureIn(answer, figure);
      if (recomputed === undefined && query.value === undefined)
        throw new CannotBeCited(`There is no ${figure} in the answer.`);
      const counted = citable.counted(figure, answer, asOf);
      const today = await citable.answer({ asOf, knownAt: recordedUntil }, { viewer, now });
      const known = figureIn(today, figure) ?? null;
      const value = query.value === undefined ? (recomputed ?? null) : valueCited(query.value);
      const since = {
        asOf: counted.asOf,
        from: knownAt,
        to: recordedUntil,
        ofWaiting: isOfWaiting(query),
      };
      const mines = await countedThenOrNow(
        counted,
        minesLearntOf(projector.database(), since),
        [knownAt, recordedUntil],
        viewer,
      );
      const cites = {
        query: query.query,
        figure,
        value,
        asOf,
        knownAt,
        position: query.position ?? position,
        store: query.store ?? storeId,
      };
      return {
        ...cites,
        link: linkTo(cites),
        recomputed: recomputed ?? null,
        today: { value: known, knownAt: recordedUntil, position },
        stands: value === known,
        ...(await changesOf(projector.database, mines, since, { viewer, whole: counted.of === 'mine' })),
        arrivedSince:
          cites.store === storeId ? arrivedSince(projector.database(), cites.position, knownAt, viewer, compare) : null,
      };
    },
  };
}

/** Whether a figure, or what it counts, goes by whom mines wait for. */
function isOfWaiting({ query, figure }: CitationQuery): boolean {
  return /[?&](waitingOn|office|overdue)=/.test(query) || /waitingOn|waitedOn|nextDeadline|approvals/.test(figure);
}

function valueCited(text: string): CitedFigure {
  try {
    return citedFigure.parse(JSON.parse(text));
  } catch (error) {
    throw new CannotBeCited('`value` is no single JSON value.', { cause: error });
  }
}

type Cites = Pick<Citation, 'query' | 'figure' | 'value' | 'asOf' | 'knownAt' | 'position' | 'store'>;

function linkTo({ query, figure, value, asOf, knownAt, position, store }: Cites): string {
  const parameters = new URLSearchParams({ query, figure, asOf, knownAt, store });
  if (position !== null) parameters.set('position', position);
  parameters.set('value', JSON.stringify(value));
  return `/v1/citation?${parameters}`;
}

/** Events behind a position that were recorded by an instant nevertheless. */
function arrivedSince(
  { facts }: ReadDatabase,
  position: string | null,
  knownAt: string,
  viewer: Viewer,
  compare: EventStore['compare'],
): Citation['arrivedSince'] {
  const from = position === null ? 0 : facts.upTo(position, compare);
  return facts.after(from, milliseconds(knownAt)).flatMap(({ mineId, eventId, recordedAt }) => {
    const isSeen =
      maySeeMine(viewer, mineId) && visibleFacts(viewer, facts.ofMine(mineId)).some((one) => one.eventId === eventId);
    return isSeen ? [{ mineId, eventId, recordedAt }] : [];
  });
}
