import { z } from 'zod';
import type { FaultFinder, ProcedureFault } from './fault.ts';
import { type Part, partsAt } from './parts.ts';

const lists = ['checks', 'requirements', 'groundsCodes', 'findingCodes', 'directory'];

/** Codes and regions that are there twice: what they name would not be one thing. */
export const codeFaults: FaultFinder = (document) => {
  const checks = new Set(codesIn(document, 'checks').map(({ value }) => value));
  return [
    ...lists.flatMap((list) =>
      repeated(codesIn(document, list)).map(
        ({ pointer, value }): ProcedureFault => ({
          pointer,
          code: 'duplicate-code',
          detail: `is ${value}, as another of ${list} is; give each a code of its own`,
        }),
      ),
    ),
    ...codesIn(document, 'requirements')
      .filter(({ value }) => checks.has(value))
      .map(
        ({ pointer, value }): ProcedureFault => ({
          pointer,
          code: 'code-of-check-and-requirement',
          detail: `is ${value}, as a check is; give the requirement another code`,
        }),
      ),
    ...repeated(partsAt(document, '/regions/*', z.string())).map(
      ({ pointer, value }): ProcedureFault => ({
        pointer,
        code: 'region-twice',
        detail: `names ${value} again; name each region once`,
      }),
    ),
  ];
};

function codesIn(document: unknown, list: string): Part<string>[] {
  return partsAt(document, `/${list}/*/code`, z.string());
}

/** The parts that are the same as one before them. */
export function repeated<T>(parts: readonly Part<T>[]): Part<T>[] {
  return parts.filter(({ value }, index) => parts.findIndex((part) => part.value === value) < index);
}
