import fc from 'fast-check';
import { type EventData, type EventType, eventJsonSchema, eventSchemas } from '../src/index.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Ids that things have, that they may have soon, and that mean something to JavaScript. */
const ids = [
  'I1',
  'I2',
  'F1',
  'F2',
  'L1',
  'L2',
  'G1',
  'G2',
  'P1',
  'A1',
  'A2',
  'Q1',
  'constructor',
  'toString',
  'valueOf',
];
const codes = ['TAX', 'REAL_NAME_PRODUCERS', 'LICENCES', 'SOCIAL_SECURITY', 'NONE'];
const days = ['2018-01-01', '2018-12-31', '2019-01-01', '2099-12-31', '0001-01-01', '9999-12-31', '2020-02-29'];
const instants = [
  '2018-11-05T00:00:00+08:00',
  '2018-11-01T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
];
const others = [
  'rectification@1',
  'strict@1',
  '2018-07',
  'CN-XJ',
  'CN-GZ',
  'CN-SC',
  'a'.repeat(64),
  'f'.repeat(64),
  '00000000-0000-4000-8000-000000000001',
];

const texts = [...ids, ...codes, ...days, ...instants, ...others];

/** Any data that fits the schema of an event type, whatever the mine is like. */
export function arbitraryData<T extends EventType>(type: T): fc.Arbitrary<EventData> {
  const schema = eventSchemas[type];
  return anything(eventJsonSchema(type))
    .map((value) => schema.safeParse(value))
    .filter(({ success }) => success)
    .map(({ data }) => data)
    .filter((data) => data !== undefined);
}

function anything(schema: unknown): fc.Arbitrary<unknown> {
  if (!isSchema(schema)) return fc.jsonValue();
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(anything));
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(anything(schema.items), { minLength: Number(schema.minItems ?? 0), maxLength: 3 });
    case 'integer':
      return fc.integer({ min: 0, max: 50 });
    case 'number':
      return fc.oneof(fc.constantFrom(0.001, 1, 5, 1e12), fc.double({ min: 0, max: 1e12, noNaN: true }));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema);
    default:
      return fc.jsonValue();
  }
}

function objectOf({ properties, required, additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const parts = isSchema(properties) ? properties : {};
  const named = fc.record(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, anything(part)])), {
    requiredKeys: Array.isArray(required) ? required : [],
  });
  if (additionalProperties === false) return named;
  return fc
    .tuple(named, fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }))
    .map(([some, more]) => ({ ...more, ...some }));
}

function textOf({ pattern }: Schema): fc.Arbitrary<string> {
  const fits = typeof pattern === 'string' ? new RegExp(pattern, 'u') : /^/;
  const known = fc.constantFrom(...texts.filter((candidate) => fits.test(candidate)));
  const free = ['', 'two words', '矿场 🏭', '\ud800', 'line\nline'].some((candidate) => fits.test(candidate));
  return free ? fc.oneof(known, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })) : known;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
