import type { z } from 'zod';
import { milliseconds } from '../calendar.ts';
import type { ProcedureEventType, procedureEvents } from '../events/procedure.ts';
import { type Procedure, procedureName } from './procedure.ts';
import { rectification1 } from './rectification-1.ts';

/** A fact names a procedure version that is not known here. */
export class UnknownProcedure extends Error {
  override readonly name = 'UnknownProcedure';
  constructor(name: string, known: Iterable<string>) {
    super(`There is no procedure ${JSON.stringify(name)}; known: ${[...known].join(', ')}.`);
  }
}

/** A procedure version with when it is in force for cycles that begin. The shipped default was never published: it always is. */
export interface PublishedProcedure {
  readonly name: string;
  readonly procedure: Procedure;
  readonly publishedAt: string | null;
  readonly inForceFrom: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBecause: string | null;
}

/** All known procedure versions, by name, in the order published. */
export type Procedures = ReadonlyMap<string, PublishedProcedure>;

/** An event of procedures, as far as it changes what is in force. */
export type ProcedureEvent = {
  [T in ProcedureEventType]: {
    readonly type: T;
    readonly data: z.infer<(typeof procedureEvents)[T]>;
    readonly occurredAt: string;
  };
}[ProcedureEventType];

/** The procedure that rules where no other was published. */
export const defaultProcedure: Procedure = rectification1;

/** What is known before anything was published. */
export const shippedProcedures: Procedures = new Map([
  [
    procedureName(defaultProcedure),
    {
      name: procedureName(defaultProcedure),
      procedure: defaultProcedure,
      publishedAt: null,
      inForceFrom: null,
      withdrawnAt: null,
      withdrawnBecause: null,
    },
  ],
]);

/** The known procedures after an event. */
export function proceduresAfter(procedures: Procedures, { type, data, occurredAt }: ProcedureEvent): Procedures {
  if (type === 'ProcedurePublished') {
    const name = procedureName(data.procedure);
    const published: PublishedProcedure = {
      name,
      procedure: data.procedure,
      publishedAt: occurredAt,
      inForceFrom: data.inForceFrom ?? occurredAt,
      withdrawnAt: null,
      withdrawnBecause: null,
    };
    return new Map([...procedures, [name, published]]);
  }
  const before = procedures.get(data.procedure);
  if (!before) return procedures;
  return new Map([...procedures, [before.name, { ...before, withdrawnAt: occurredAt, withdrawnBecause: data.reason }]]);
}

/** The procedure version of a name such as `rectification@1`. @throws UnknownProcedure */
export function procedureNamed(procedures: Procedures, name: string): Procedure {
  const found = procedures.get(name);
  if (!found) throw new UnknownProcedure(name, procedures.keys());
  return found.procedure;
}

/**
 * The procedure version that a cycle beginning in a region at an instant is pinned to: of those for the region that are in force
 * then, the one that came into force last; the default where there is none.
 */
export function procedureInForce(procedures: Procedures, region: string, at: string): Procedure {
  const instant = milliseconds(at);
  const inForce = [...procedures.values()].filter(
    ({ procedure, inForceFrom, withdrawnAt }) =>
      procedure.regions.includes(region) &&
      (inForceFrom === null || milliseconds(inForceFrom) <= instant) &&
      (withdrawnAt === null || instant < milliseconds(withdrawnAt)),
  );
  return inForce.reduce(latest, undefined)?.procedure ?? defaultProcedure;
}

/** The regions of a procedure version in which a cycle that begins at an instant is pinned to it, in its own order. */
export function regionsInForce(procedures: Procedures, { name, procedure }: PublishedProcedure, at: string): string[] {
  return procedure.regions.filter((region) => procedureName(procedureInForce(procedures, region, at)) === name);
}

function latest(a: PublishedProcedure | undefined, b: PublishedProcedure): PublishedProcedure {
  if (!a || a.inForceFrom === null) return b;
  return b.inForceFrom !== null && milliseconds(b.inForceFrom) >= milliseconds(a.inForceFrom) ? b : a;
}
