import { groundsOf } from '../closures/cases-of-mine.ts';
import { type Asked, about, earlier } from '../instants.ts';
import type { Projector } from '../projector.ts';
import type { Asking } from '../reads.ts';
import { snapshotsOf } from '../snapshot.ts';
import { foldFor, maySeeMine, type Viewer } from '../viewer.ts';
import type { BottleneckAnalysis, LikeCases, SurvivalAnalysis } from './analysis-answer.ts';
import type { BottleneckQuery, LikeCasesQuery, SurvivalQuery } from './analysis-query.ts';

/** Analyses of what the read side holds. Like lists they are eventual. */
export interface AnalysisReads {
  survival(query: SurvivalQuery, asking: Asking): Promise<SurvivalAnalysis>;
  bottlenecks(query: BottleneckQuery, asking: Asking): Promise<BottleneckAnalysis>;
  /** Undefined where nothing was closed on such grounds, or an owner may not know how that went. */
  likeCases(query: LikeCasesQuery, asking: Asking): Promise<LikeCases | undefined>;
}

/** Everybody's mines, as figures. */
const everything: Viewer = { kind: 'official' };

/** Analyses what a projector folds. The code that analyses is loaded when it is asked for: it compiles its distributions. */
export function analysisReadsOf(projector: Pick<Projector, 'database'>): AnalysisReads {
  const snapshots = snapshotsOf(projector.database);

  /** The grounds of the last closure of a mine, as far as the viewer may see it. */
  function groundsOfMine(mineId: string, viewer: Viewer, asked: Asked): string | undefined {
    if (!maySeeMine(viewer, mineId)) return undefined;
    const closure = foldFor(viewer, projector.database().facts.ofMine(mineId), asked)?.mine.closure;
    return (closure && groundsOf(closure)) ?? undefined;
  }

  return {
    async survival({ to, asOf, knownAt, ...query }, { viewer, now }) {
      const { survivalIn } = await import('./survival.ts');
      const asked = { asOf: earlier(asOf, to), knownAt, now, viewer };
      return snapshots.count(asked, viewer, (snapshot) => ({
        ...survivalIn(snapshot, query, asked),
        ...about(snapshot.position, asked),
      }));
    },

    async bottlenecks({ to, asOf, knownAt, ...query }, { viewer, now }) {
      const { bottlenecksIn } = await import('./bottlenecks.ts');
      const asked = { asOf: earlier(asOf, to), knownAt, now, viewer };
      return snapshots.count(asked, viewer, (snapshot) => ({
        ...bottlenecksIn(snapshot, query, asked),
        ...about(snapshot.position, asked),
      }));
    },

    async likeCases({ mine, grounds, asOf, knownAt }, { viewer, now }) {
      const { likeCasesIn } = await import('./like-cases.ts');
      const asked = { asOf, knownAt, now, viewer };
      const alike = mine === undefined ? grounds : groundsOfMine(mine, viewer, asked);
      if (alike === undefined) return undefined;
      return snapshots.count(asked, everything, (snapshot) => {
        const cases = likeCasesIn(snapshot, alike, asked);
        return cases && { ...cases, ...about(snapshot.position, asked) };
      });
    },
  };
}
