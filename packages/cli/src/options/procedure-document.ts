import {
  checkProcedure,
  type Procedure,
  procedure,
  procedureName,
  procedureReference,
  shippedDocuments,
} from '@rectify/engine';
import type { Reading } from '../access/access.ts';
import { outside } from '../access/outside.ts';
import { ProcedureHasFaults } from '../failures.ts';
import { faultsInWords } from '../print/faults.ts';
import { print, printJson } from '../print/output.ts';
import { counted } from '../print/times.ts';
import { readJson } from './event-data.ts';

/** Whether an argument is the name of a procedure version, such as `strict@1`; anything else is a file. */
export function isName(given: string): boolean {
  return procedureReference.safeParse(given).success;
}

/** A procedure that comes with Rectify, by its name; undefined for others. */
export function shipped(name: string): Procedure | undefined {
  return shippedDocuments.find((document) => procedureName(document) === name);
}

/**
 * The procedure that an argument means: the document in a file (`-` for standard input), a version known in the store, or one that
 * comes with Rectify.
 * @throws ProcedureHasFaults after telling them; Refused for a name that there is not
 */
export async function procedureMeant(given: string, reading: Reading, json: boolean): Promise<Procedure> {
  if (!isName(given)) return withoutFaults(await readJson(given), given, json);
  const { items } = await reading.procedures();
  const document = items.some(({ name }) => name === given) ? undefined : shipped(given);
  return document ?? reading.procedure(given);
}

/**
 * A document that has no faults; `from` says where it is from.
 * @throws ProcedureHasFaults after telling all of them
 */
export function withoutFaults(document: unknown, from: string, json: boolean): Procedure {
  const faults = checkProcedure(document, outside.clock());
  if (faults.length === 0) return procedure.parse(document);
  if (json) printJson({ faults });
  else print(faultsInWords(faults));
  const where = from === '-' ? 'The document' : from;
  throw new ProcedureHasFaults(`${where} has ${counted(faults.length, 'fault')}; it cannot be published.`);
}
