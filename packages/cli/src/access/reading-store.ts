import { nextAnswer } from '@rectify/api';
import {
  createEngine,
  type EventReader,
  type Fact,
  factOf,
  mineStream,
  type RecordedEvent,
  readProcedures,
} from '@rectify/engine';
import {
  type AnalysisReads,
  analysisReadsOf,
  answerMine,
  bottleneckQuery,
  campaignReadsOf,
  closureQuery,
  describeHistory,
  describePreview,
  likeCasesQuery,
  mineQuery,
  type Projector,
  type Reads,
  readsOf,
  startProjector,
  statisticsQuery,
  survivalQuery,
  type Viewer,
  workQuery,
} from '@rectify/projections';
import { CannotBeDone } from '../failures.ts';
import { demonstrationOf } from '../scenario/demonstration.ts';
import type { Reading } from './access.ts';
import { allPages, PAGE_LIMIT } from './all-pages.ts';
import { campaignsOfStore } from './campaigns-of-store.ts';
import type { Outside } from './outside.ts';
import { proceduresOfStore } from './procedures-of-store.ts';
import { asReadOnlyStore } from './read-only-store.ts';
import { refusal } from './refusal.ts';
import { timeOfStore } from './time-of-store.ts';

/** Whoever can read the file of a store sees all that is in it. */
const viewer: Viewer = { kind: 'official' };

/** Reads a store that was opened for reading only. Lists fold the whole log into memory. */
export function readingStore(reader: EventReader, { clock, newId }: Outside): Reading {
  let projector: Projector | undefined;

  async function folded(): Promise<Projector> {
    projector ??= startProjector({ store: asReadOnlyStore(reader), file: ':memory:', isAlone: () => true });
    await projector.caughtUp();
    return projector;
  }

  const reads = async (): Promise<Reads> => readsOf(await folded());

  const analysis = async (): Promise<AnalysisReads> => analysisReadsOf(await folded());

  async function factsOf(mineId: string): Promise<Fact[]> {
    const events: RecordedEvent[] = [];
    for await (const batch of reader.read(mineStream(mineId))) events.push(...batch);
    const procedures = await readProcedures(reader);
    return events.map((event) => factOf(event, procedures));
  }

  return {
    ...proceduresOfStore(reader, reads, { clock, newId }),
    ...campaignsOfStore(async () => campaignReadsOf(await folded()), viewer, newId),
    ...timeOfStore(reader, folded, viewer, clock),
    demonstration: () => demonstrationOf(reader),
    async mine(mineId, asked) {
      const mine = answerMine(await factsOf(mineId), { ...asked, now: clock() }, viewer);
      if (!mine) throw refusal({ code: 'unknown-mine', mineId }, newId);
      return mine;
    },
    async mines(asked) {
      const from = await reads();
      const now = clock();
      return allPages((cursor) =>
        from.listMines(mineQuery.parse({ ...asked, limit: PAGE_LIMIT, cursor }), { viewer, now }),
      );
    },
    async history(mineId, asked) {
      const history = describeHistory(await factsOf(mineId), asked, viewer);
      if (history.length === 0) throw refusal({ code: 'unknown-mine', mineId }, newId);
      return history;
    },
    async next(mineId, caller, whyNot) {
      const engine = createEngine({ store: asReadOnlyStore(reader), clock, newId });
      const next = await engine.next(mineId, caller, whyNot && [whyNot]);
      if (!next) throw refusal({ code: 'unknown-mine', mineId }, newId);
      return nextAnswer.parse(next);
    },
    async work(caller, { overdue, ...given }) {
      const from = await reads();
      const now = clock();
      const asked = { ...given, overdue: overdue === undefined ? undefined : String(overdue), limit: PAGE_LIMIT };
      return allPages((cursor) => from.listWork(workQuery.parse({ ...asked, cursor }), { person: caller, now }));
    },
    async preview(mineId, event, caller) {
      const engine = createEngine({ store: asReadOnlyStore(reader), clock, newId });
      const outcome = await engine.previewEvent({ mineId, person: caller, ...event });
      if (outcome.kind === 'rejected') throw refusal(outcome.rejection, newId);
      return describePreview(outcome.preview, viewer);
    },
    async closures(asked) {
      const from = await reads();
      const now = clock();
      return allPages((cursor) =>
        from.listClosures(closureQuery.parse({ ...asked, limit: PAGE_LIMIT, cursor }), { viewer, now }),
      );
    },
    async statistics(asked) {
      return (await reads()).statistics(statisticsQuery.parse(asked), { viewer, now: clock() });
    },
    async survival(asked) {
      return (await analysis()).survival(survivalQuery.parse(asked), { viewer, now: clock() });
    },
    async bottlenecks(asked) {
      return (await analysis()).bottlenecks(bottleneckQuery.parse(asked), { viewer, now: clock() });
    },
    async likeCases(asked) {
      const cases = await (await analysis()).likeCases(likeCasesQuery.parse(asked), { viewer, now: clock() });
      if (!cases)
        throw new CannotBeDone('There is no such closure: no such mine, none of it, or none on these grounds.');
      return cases;
    },
    async [Symbol.asyncDispose]() {
      await projector?.close();
      await reader.close();
    },
  };
}
