import type { z } from 'zod';
import { identityNumbersIn, pointerPart } from '../../identity-numbers.ts';
import { procedure } from '../procedure.ts';
import type { FaultFinder, ProcedureFault } from './fault.ts';

const languages = Object.keys(procedure.shape.title.shape);

/** What does not fit the schema of procedures, and texts that hold an identity number. */
export const schemaFaults: FaultFinder = (document) => [
  ...(procedure.safeParse(document).error?.issues ?? []).flatMap((issue) => faultsOfIssue(issue, document)),
  ...identityNumbersIn(document).map(
    (pointer): ProcedureFault => ({
      pointer,
      code: 'identity-number',
      detail: 'holds an 18-digit identity number; identity numbers are never stored, leave it out',
    }),
  ),
];

function faultsOfIssue(issue: z.core.$ZodIssue, document: unknown): ProcedureFault[] {
  const pointer = issue.path.map((part) => `/${pointerPart(String(part))}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${pointerPart(key)}`,
      code: 'unknown-field',
      detail: 'is not a known field; leave it out, or correct its name',
    }));
  const language = String(issue.path.at(-1));
  if (languages.includes(language))
    return [{ pointer, code: 'missing-language', detail: `has to be worded in ${language} too` }];
  const isMissing = issue.code === 'invalid_type' && valueAt(document, issue.path) === undefined;
  return [
    isMissing
      ? { pointer, code: 'missing', detail: 'is missing and has to be given' }
      : { pointer, code: 'not-valid', detail: issue.message },
  ];
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => Object.getOwnPropertyDescriptor(Object(value), key)?.value, document);
}
