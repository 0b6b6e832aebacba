import { amountText, figureText } from '@rectify/words';
import type { EventAnswer } from '../api/answers.ts';
import type { Speech } from './speech.ts';

type Json = EventAnswer['data'][string];
type JsonObject = EventAnswer['data'];

/** One field as filed. */
export interface Detail {
  readonly label: string;
  readonly value: string;
}

/** The values of some fields, as filed: for a comparison of before and after. */
export function linesOf(data: JsonObject, speech: Speech, type: string, without: readonly string[] = []): Detail[] {
  return Object.entries(data)
    .filter(([field, value]) => !without.includes(field) && value !== null)
    .map(([field, value]) => ({ label: speech.words.field(field, type), value: valueText(field, value, speech) }));
}

/** A value as a reader writes it. */
export function valueText(field: string, value: Json, speech: Speech): string {
  const { t, words, day, time } = speech;
  if (value === null) return t('common.nothing');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return figureText(value);
  if (Array.isArray(value)) return value.map((item) => valueText(field, item, speech)).join(t('domain.list.join'));
  if (typeof value === 'object') return objectText(value, speech);
  if (field === 'check' || field === 'requirement') return words.subject(value);
  if (field === 'region') return words.place(value);
  if (field === 'occurredAtPrecision') return words.option('precision', value);
  if (field === 'rule') return words.deadline(value);
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return day(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return time(value);
  return words.stated(words.option(field, value));
}

/** An object as a reader writes it. */
export function objectText(value: JsonObject, speech: Speech): string {
  const { name, amount, unit, type, kind, document } = value;
  if (typeof amount === 'number' && typeof unit === 'string') return amountText({ amount, unit });
  if (typeof type === 'string') return speech.words.verb(type);
  if (typeof kind === 'string') return speech.words.option('against', kind);
  if (typeof name === 'string') return name;
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return objectText(document, speech);
  return Object.entries(value)
    .map(([field, inner]) => `${speech.words.field(field)}: ${valueText(field, inner, speech)}`)
    .join(speech.t('history.semicolon'));
}
