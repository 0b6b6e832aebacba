import { unresolvedChecks } from '../../rectification/case/checks.ts';
import type { Mine } from '../../rectification/case/mine.ts';
import { isMet } from '../../rectification/case/requirements.ts';
import type { FoldedMine } from '../../rectification/fold.ts';

/** Codes that stand in the way or do not, before and after. What is not asked for any more stands in nobody's way. */
export interface ComparedCodes {
  readonly newlyUnmet: readonly string[];
  readonly newlyMet: readonly string[];
  readonly unchanged: readonly string[];
}

/** No codes at all. */
export const noCodes: ComparedCodes = { newlyUnmet: [], newlyMet: [], unchanged: [] };

/** How the requirements of two standings of a mine differ at an instant. */
export function comparedRequirements(before: FoldedMine, after: FoldedMine, now: string): ComparedCodes {
  return comparedCodes(requirementsOf(before.mine, now), requirementsOf(after.mine, now));
}

/** How the checks differ. Nothing does once the inspection has passed: there is no way back behind it. */
export function comparedChecks(before: FoldedMine, after: FoldedMine): ComparedCodes {
  return before.value.operation.startsWith('closed.')
    ? comparedCodes(checksOf(before.mine), checksOf(after.mine))
    : noCodes;
}

/** What is asked for, in its order, and which of it stands in the way. */
interface Asked {
  readonly all: readonly string[];
  readonly unmet: readonly string[];
}

function requirementsOf({ requirements, procedure }: Mine, now: string): Asked {
  const all = procedure.requirements.map(({ code }) => code);
  return { all, unmet: all.filter((code) => !isMet(requirements[code], now, procedure.zone)) };
}

function checksOf({ checks, procedure }: Mine): Asked {
  return {
    all: procedure.checks.map(({ code }) => code),
    unmet: unresolvedChecks(checks, procedure).map(({ code }) => code),
  };
}

function comparedCodes(before: Asked, after: Asked): ComparedCodes {
  const all = [...new Set([...after.all, ...before.all])];
  const was = new Set(before.unmet);
  const is = new Set(after.unmet);
  return {
    newlyUnmet: all.filter((code) => is.has(code) && !was.has(code)),
    newlyMet: all.filter((code) => was.has(code) && !is.has(code)),
    unchanged: all.filter((code) => was.has(code) === is.has(code)),
  };
}
