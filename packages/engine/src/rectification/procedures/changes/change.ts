import { z } from 'zod';
import { pointerPart } from '../../identity-numbers.ts';

/** What a change of a procedure can be; the codes stay the same. */
const procedureChangeCodes = [
  'added',
  'removed',
  'changed',
  'reordered',
  'deadline-changed',
  'four-eyes-added',
  'four-eyes-removed',
] as const;

/** JSON, as documents are made of it. */
const json = z.json();

/**
 * One difference between two procedure documents: where (RFC 6901, into the newer document; of what was removed, into the older one),
 * what kind of change, a sentence in English, and both values where there are any, so that a page can say it in another language.
 */
export const procedureChange = z.object({
  pointer: z.string(),
  code: z.enum(procedureChangeCodes),
  detail: z.string(),
  before: json.optional(),
  after: json.optional(),
});

/** {@link procedureChange} as a type. */
export type ProcedureChange = z.infer<typeof procedureChange>;

/** A value in a document; `undefined` where there is none. */
export type Value = z.infer<typeof json> | undefined;

/** Where something is, and what it is called in a sentence. */
export interface Place {
  readonly pointer: string;
  readonly name: string;
}

/** A place within a place. */
export function within({ pointer, name }: Place, key: string | number, called: string): Place {
  return { pointer: `${pointer}/${pointerPart(String(key))}`, name: name === '' ? called : `${name}, ${called}` };
}

/** What was `before` at a place is `after` now. */
export function changeAt({ pointer, name }: Place, before: Value, after: Value): ProcedureChange {
  const code = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    pointer,
    code,
    detail: `${capitalised(name)}: ${inWords(before)} → ${inWords(after)}`,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** Whether a value has fields. */
export function isFields(value: Value): value is { [name: string]: Exclude<Value, undefined> } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names of the fields of two values, those of the second first. */
export function fieldsOfBoth(before: object, after: object): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

/** Whether two values are the same, whatever the order of their fields. */
export function same(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (isFields(a) && isFields(b)) return fieldsOfBoth(a, b).every((key) => same(a[key], b[key]));
  return a === b;
}

/** A value in a sentence: `14`, `yes`, `"Tax"`, `supervisor, licensing`, `none`. */
export function inWords(value: Value): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (isFields(value))
    return Object.entries(value)
      .map(([key, inner]) => `${calledAs(key)} ${inWords(inner)}`)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' && !/^[\w@./:-]*$/.test(value) ? JSON.stringify(value) : String(value);
}

/** A field or a rule as it is called in a sentence: `takesDocument` is `takes document`, `first-inspection` is `first inspection`. */
export function calledAs(key: string): string {
  if (/[A-Z]{2}|^[A-Z]/.test(key)) return key;
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll(/(?<!^re)-/g, ' ');
}

/** A sentence with a capital at its beginning. */
export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
