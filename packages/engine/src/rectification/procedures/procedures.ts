import { type Procedure, procedureName } from './procedure.ts';
import { rectification1 } from './rectification-1.ts';

/** A fact names a procedure version that is not known here. */
export class UnknownProcedure extends Error {
  override readonly name = 'UnknownProcedure';
}

/** The procedure version in force for cycles that begin now. */
export const procedureInForce: Procedure = rectification1;

const shipped = new Map([[procedureName(rectification1), rectification1]]);

/** The procedure version of a name such as `rectification@1`. @throws UnknownProcedure */
export function procedureNamed(name: string): Procedure {
  const found = shipped.get(name);
  if (!found)
    throw new UnknownProcedure(
      `There is no procedure ${JSON.stringify(name)}; known: ${[...shipped.keys()].join(', ')}.`,
    );
  return found;
}
