import type { EventAnswer } from '../../api/answers.ts';
import { localParts } from '../../language/dates.ts';
import type { Entries, Entry, Field } from './field.ts';

type JsonObject = EventAnswer['data'];

/** The entries of a form that holds an event's data as filed: the other way round of `compose`. */
export function enterData(fields: readonly Field[], data: JsonObject): Entries {
  return Object.fromEntries(fields.flatMap((field) => entriesOf(field, data[field.name])));
}

function entriesOf(field: Field, value: JsonObject[string] | undefined): [string, Entry][] {
  const { pointer, kind } = field;
  if (value === undefined || value === null) return [];
  if (kind === 'group') return isObject(value) ? Object.entries(enterData(field.fields, value)) : [];
  if (kind === 'document') return isObject(value) ? documentOf(pointer, value) : [];
  if (kind === 'several') return Array.isArray(value) ? [[pointer, value.map(String)]] : [];
  if (kind === 'instant' || kind === 'day-or-instant') return momentOf(pointer, String(value));
  if (kind === 'yes') return [[pointer, value === true]];
  if (kind === 'each' || kind === 'given' || kind === 'unknown') return [];
  return typeof value === 'object' ? [] : [[pointer, String(value)]];
}

/** The two entries of a moment: a day, and its time where it has one. */
export function momentOf(pointer: string, value: string): [string, Entry][] {
  if (!value.includes('T')) return [[`${pointer}#day`, value]];
  const { day, time } = localParts(value);
  return [
    [`${pointer}#day`, day],
    [`${pointer}#time`, time],
  ];
}

function documentOf(pointer: string, { name, sha256, mediaType, bytes }: JsonObject): [string, Entry][] {
  if (typeof name !== 'string' || typeof sha256 !== 'string') return [];
  return [
    [
      pointer,
      {
        name,
        sha256,
        ...(typeof mediaType === 'string' ? { mediaType } : {}),
        bytes: typeof bytes === 'number' ? bytes : 0,
      },
    ],
  ];
}

function isObject(value: JsonObject[string]): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
