import { instantOf, isDay, isTime } from '../../language/dates.ts';
import { type Entries, type Entry, type Field, isChosenFile, isDocument, isSeveral } from './field.ts';

/** What is wrong with an entry. The words for each are in the case's `fault`. */
export type FaultCode =
  | 'required'
  | 'choose'
  | 'document'
  | 'number'
  | 'whole'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'day'
  | 'time'
  | 'pattern'
  | 'future'
  | 'nothing-changed'
  | 'finding-needed'
  | 'not-begun';

/** One entry that needs another look. */
export interface EntryFault {
  readonly pointer: string;
  readonly code: FaultCode;
}

/** What is sent, and what is wrong with it. */
export interface Composed {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly EntryFault[];
}

/** Puts together an event's data from what was entered. What is optional and empty is left out. */
export function compose(fields: readonly Field[], entries: Entries): Composed {
  const composed = fields.map((field) => ({ name: field.name, ...composeField(field, entries) }));
  return {
    data: Object.fromEntries(composed.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
    faults: composed.flatMap(({ faults }) => faults),
  };
}

interface ComposedField {
  readonly value: unknown;
  readonly faults: readonly EntryFault[];
}

function composeField(field: Field, entries: Entries): ComposedField {
  const entry = entries[field.pointer];
  switch (field.kind) {
    case 'given':
      return fine(field.value);
    case 'line':
    case 'text':
      return composeText(field, entry);
    case 'number':
      return composeNumber(field, entry);
    case 'yes':
      return fine(entry === true ? true : undefined);
    case 'choice':
      return typeof entry === 'string' && field.options.some(({ value }) => value === entry)
        ? fine(entry)
        : absent(field, 'choose');
    case 'several':
      return isSeveral(entry) && entry.length >= field.least && entry.length > 0
        ? fine(entry)
        : absent(field, 'choose');
    case 'day':
      return composeDay(field, entry);
    case 'instant':
    case 'day-or-instant':
      return composeMoment(field, entries);
    case 'document':
      return isDocument(entry) || isChosenFile(entry) ? fine(entry) : absent(field, 'document');
    case 'group':
      return composeGroup(field.fields, field.required, entries);
    case 'each': {
      const rows = field.rows.map((row) => compose(row, entries));
      const value = rows.map(({ data }, index) => ({ [field.of]: field.options[index]?.value, ...data }));
      return { value, faults: rows.flatMap(({ faults }) => faults) };
    }
    case 'unknown':
      return fine(undefined);
  }
}

function composeText(
  { pointer, required, longest, pattern }: Extract<Field, { kind: 'line' | 'text' }>,
  entry: Entry | undefined,
): ComposedField {
  const text = typeof entry === 'string' ? entry.trim() : '';
  if (text === '') return absent({ pointer, required }, 'required');
  if (text.length > longest) return fault(pointer, 'too-long');
  return pattern !== undefined && !new RegExp(pattern, 'u').test(text) ? fault(pointer, 'pattern') : fine(text);
}

function composeNumber(
  { pointer, required, whole, above, least, most }: Extract<Field, { kind: 'number' }>,
  entry: Entry | undefined,
): ComposedField {
  const text = typeof entry === 'string' ? entry.trim().replaceAll(',', '') : '';
  if (text === '') return absent({ pointer, required }, 'required');
  const number = Number(text);
  if (!Number.isFinite(number)) return fault(pointer, 'number');
  if (whole && !Number.isInteger(number)) return fault(pointer, 'whole');
  if ((above !== undefined && number <= above) || (least !== undefined && number < least))
    return fault(pointer, 'too-small');
  return most !== undefined && number > most ? fault(pointer, 'too-large') : fine(number);
}

function composeDay(
  { pointer, required }: Pick<Field, 'pointer' | 'required'>,
  entry: Entry | undefined,
): ComposedField {
  const text = typeof entry === 'string' ? entry.trim() : '';
  if (text === '') return absent({ pointer, required }, 'required');
  return isDay(text) ? fine(text) : fault(pointer, 'day');
}

function composeMoment(field: Pick<Field, 'kind' | 'pointer' | 'required'>, entries: Entries): ComposedField {
  const day = textOf(entries[`${field.pointer}#day`]);
  const time = textOf(entries[`${field.pointer}#time`]);
  if (day === '' && time === '') return absent(field, 'required');
  if (!isDay(day)) return fault(field.pointer, 'day');
  if (time === '') return field.kind === 'instant' ? fault(field.pointer, 'time') : fine(day);
  return isTime(time) ? fine(instantOf(day, time)) : fault(field.pointer, 'time');
}

/** A group that is optional and not begun is left out; a quantity is begun by its amount, its unit alone says nothing. */
function composeGroup(fields: readonly Field[], required: boolean, entries: Entries): ComposedField {
  const { data, faults } = compose(fields, entries);
  const numbers = fields.filter(({ kind }) => kind === 'number');
  const asked = numbers.length > 0 ? numbers : fields.filter(({ kind }) => kind !== 'given');
  const begun = asked.some(({ pointer }) => textOf(entries[pointer]) !== '' || typeof entries[pointer] === 'object');
  return required || begun ? { value: data, faults } : fine(undefined);
}

/** The text of an entry, trimmed; empty for anything else. */
export function textOf(entry: Entry | undefined): string {
  return typeof entry === 'string' ? entry.trim() : '';
}

function fine(value: unknown): ComposedField {
  return { value, faults: [] };
}

function fault(pointer: string, code: FaultCode): ComposedField {
  return { value: undefined, faults: [{ pointer, code }] };
}

function absent({ pointer, required }: Pick<Field, 'pointer' | 'required'>, code: FaultCode): ComposedField {
  return required ? fault(pointer, code) : fine(undefined);
}
