import {
  type Procedures,
  type PublishedProcedure,
  procedure,
  procedureName,
  procedureReference,
  regionsInForce,
  shippedDocuments,
  wordingsOf,
} from '@rectify/engine';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' }).nullable();
const wording = procedure.shape.title;
const name = procedureReference.meta({ description: 'Id and version, such as `rectification@1`' });

/** A procedure version: what it is called, where and since when it is in force, how many cases are under it. */
export const procedureSummary = z
  .object({
    name,
    id: z.string(),
    version: z.int().positive(),
    title: wording,
    regions: z.array(z.string()).meta({ description: 'Its jurisdiction' }),
    inForceIn: z.array(z.string()).meta({ description: 'Where a cycle that begins now is pinned to it' }),
    isDefault: z.boolean().meta({ description: 'It came with Rectify and rules wherever no other is in force' }),
    publishedAt: instant,
    inForceFrom: instant,
    withdrawnAt: instant,
    withdrawnBecause: z.string().nullable(),
    openCycles: z.int().nonnegative().meta({ description: 'Closure cycles under it that have not ended' }),
  })
  .meta({ id: 'ProcedureSummary' });

const titles = z.record(z.string(), wording);

/** What codes are called. */
const wordings = z
  .object({ offices: titles, checks: titles, requirements: titles, groundsCodes: titles, findingCodes: titles })
  .meta({ id: 'ProcedureWordings' });

/** The procedure versions known here. */
export const procedureList = z
  .object({
    items: z.array(procedureSummary).meta({ description: 'In the order published, the default first' }),
    unpublished: z
      .array(z.object({ name, title: wording }))
      .meta({ description: 'What comes with Rectify and was not published here' }),
    wordings: wordings.meta({ description: 'What the codes of all versions are called, by the latest that has them' }),
  })
  .meta({ id: 'ProcedureList' });

/** What publishing or withdrawing a version led to. */
export const publishedAnswer = z
  .object({
    procedure: procedureSummary,
    duplicate: z.boolean().meta({ description: 'The same was sent before under this key; nothing was stored again' }),
  })
  .meta({ id: 'Published' });

/** {@link procedureSummary} as a type. */
export type ProcedureSummary = z.infer<typeof procedureSummary>;
/** {@link procedureList} as a type. */
export type ProcedureList = z.infer<typeof procedureList>;
/** {@link publishedAnswer} as a type. */
export type PublishedAnswer = z.infer<typeof publishedAnswer>;

/** All that is known when procedures are described. */
export interface Known {
  readonly procedures: Procedures;
  /** The open cycles of each version by its name; none where it is left out. */
  readonly openCycles: ReadonlyMap<string, number>;
  readonly now: string;
}

/** A procedure version as it is listed. */
export function describeProcedure(
  published: PublishedProcedure,
  { procedures, openCycles, now }: Known,
): ProcedureSummary {
  const { procedure: document, ...standing } = published;
  const { id, version, title, regions } = document;
  return {
    ...standing,
    id,
    version,
    title,
    regions,
    inForceIn: regionsInForce(procedures, published, now),
    isDefault: standing.publishedAt === null,
    openCycles: openCycles.get(standing.name) ?? 0,
  };
}

/** All procedure versions as they are listed. */
export function describeProcedures(known: Known): ProcedureList {
  return {
    items: [...known.procedures.values()].map((published) => describeProcedure(published, known)),
    unpublished: shippedDocuments
      .map((document) => ({ name: procedureName(document), title: document.title }))
      .filter(({ name }) => !known.procedures.has(name)),
    wordings: wordingsOf(known.procedures),
  };
}
