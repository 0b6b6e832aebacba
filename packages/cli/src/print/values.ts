import { onOneLine } from './table.ts';

/** A value on one line: `24 MW`, `relocate, curtail`, `id XJ-OP, name Example`. */
function valueInWords(value: unknown): string {
  if (Array.isArray(value))
    return value.map((item) => (isObject(item) ? `(${valueInWords(item)})` : valueInWords(item))).join(', ');
  if (!isObject(value)) return onOneLine(String(value));
  if (isQuantity(value)) return `${value.amount} ${value.unit}`;
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${isObject(inner) ? `(${valueInWords(inner)})` : valueInWords(inner)}`)
    .join(', ');
}

/** An event's data in words: its fields, each as one line. */
export function fieldsInWords(data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(data).map(([key, value]) => `${key}: ${valueInWords(value)}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isQuantity(value: object): value is { amount: number; unit: string } {
  return Object.keys(value).length === 2 && 'amount' in value && 'unit' in value;
}
