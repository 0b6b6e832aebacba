import {
  checkProcedure,
  type Procedure,
  type Procedures,
  procedure,
  procedureName,
  procedureReference,
  shippedDocuments,
} from '@rectify/engine';
import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from '../problems.ts';
import { checked, invalid } from './checked.ts';

/** A version to publish, with when it comes into force. */
export const sentProcedure = z
  .strictObject({
    procedure,
    inForceFrom: z
      .string()
      .meta({ format: 'date-time', description: 'Cycles that begin from then on are under it; now unless given' })
      .optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'SentProcedure' });

/** Why a version is withdrawn. */
export const sentWithdrawal = z.strictObject({ reason: z.string() }).meta({ id: 'SentWithdrawal' });

/** The name of a version from the path of a request: `:id` and `:version`. @throws Problem `unknown-procedure` where none can be called so */
export function procedureIn(request: Request, procedures: Procedures): string {
  const name = `${String(request.params.id)}@${String(request.params.version)}`;
  if (!procedureReference.safeParse(name).success) throw unknownProcedure(name, procedures);
  return name;
}

/** The document of a version known here. @throws Problem `unknown-procedure` */
export function knownDocument(procedures: Procedures, name: string): Procedure {
  const found = procedures.get(name);
  if (!found) throw unknownProcedure(name, procedures);
  return found.procedure;
}

/**
 * The procedure that a request means: a document in its body, or the name of one that is known here or comes with Rectify.
 * @throws Problem `unknown-procedure`; `invalid` with everything wrong with a document
 */
export function procedureMeant(meant: unknown, procedures: Procedures, now: string): Procedure {
  const name = procedureReference.safeParse(meant);
  if (name.success) {
    const shipped = shippedDocuments.find((document) => procedureName(document) === name.data);
    return procedures.get(name.data)?.procedure ?? shipped ?? knownDocument(procedures, name.data);
  }
  const faults = checkProcedure(meant, now).map((fault) => ({ ...fault, pointer: `/procedure${fault.pointer}` }));
  if (faults.length > 0) throw invalid(faults);
  return checked(procedure, meant);
}

/** There is no such version here. */
export function unknownProcedure(name: string, procedures: Procedures): Problem {
  const known = [...procedures.keys()].join(', ');
  return new Problem('unknown-procedure', {
    detail: `There is no procedure ${JSON.stringify(name.slice(0, 100))}; known: ${known}.`,
  });
}
