import { EventTooLarge, InvalidAppend, MAX_APPEND_BYTES, MAX_JSON_DEPTH } from './errors.ts';

/** The way from the payload to the value being looked at, and what its JSON holds at least, in bytes. */
interface Walk {
  readonly path: (string | number)[];
  bytes: number;
}

/**
 * Writes a payload as JSON text that reads back as an equal value.
 *
 * JSON is: null, booleans, finite numbers, strings, arrays and plain objects of these, nested at most {@link MAX_JSON_DEPTH} deep.
 * Strings may hold anything, NUL and lone surrogates included (they are escaped); a key may be `__proto__`. `-0` is stored as 0.
 * Everything that JSON.stringify would drop or change is refused: undefined, functions, symbols, NaN, Infinity, bigint, holes
 * in arrays, class instances such as Date, and cycles.
 *
 * @param payload what the error message calls the value, for instance `data`
 * @throws InvalidAppend naming the place, for instance `data/findings/0/closedAt`
 * @throws EventTooLarge before writing it, when it is surely larger than one append may be
 */
export function jsonText(value: unknown, payload: string): string {
  const walk: Walk = { path: [payload], bytes: 0 };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(walk, 'is not an object');
  check(value, walk);
  return JSON.stringify(value);
}

function check(value: unknown, walk: Walk): void {
  count(1, walk);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') count(value.length, walk);
  else if (typeof value === 'object') checkNested(value, walk);
  else if (value === undefined || typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(walk, `is ${value}`);
  } else refuse(walk, `is a ${typeof value}`);
}

function checkNested(value: object, walk: Walk): void {
  if (walk.path.length > MAX_JSON_DEPTH)
    refuse(walk, `is nested more than ${MAX_JSON_DEPTH} levels deep, or contains itself`);
  if (Object.getOwnPropertySymbols(value).length > 0) refuse(walk, 'has symbols as keys');
  if (Array.isArray(value)) checkItems(value, walk);
  else checkEntries(value, walk);
}

function checkItems(items: readonly unknown[], walk: Walk): void {
  count(items.length, walk);
  if (Object.keys(items).length !== items.length) refuse(walk, 'is an array with holes or extra properties');
  for (const [index, item] of items.entries()) {
    walk.path.push(index);
    check(item, walk);
    walk.path.pop();
  }
}

function checkEntries(value: object, walk: Walk): void {
  if (!isPlain(value)) refuse(walk, 'is not a plain object');
  for (const key of Object.keys(value)) {
    count(key.length, walk);
    walk.path.push(key);
    check(value[key], walk);
    walk.path.pop();
  }
}

/** Tells an object literal, from whichever realm, from an instance of a class: its prototype is the last one. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Counts what the JSON holds at least, so that a small value that repeats itself endlessly is refused before it is written. */
function count(bytes: number, walk: Walk): void {
  walk.bytes += bytes;
  if (walk.bytes > MAX_APPEND_BYTES) throw new EventTooLarge(walk.bytes);
}

function refuse(walk: Walk, problem: string): never {
  const path = walk.path.join('/');
  throw new InvalidAppend(`${path.length > 200 ? `${path.slice(0, 200)}…` : path} ${problem}; payloads are JSON.`);
}
