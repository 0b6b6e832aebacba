import type { z } from 'zod';
import { pointerPart } from '../../identity-numbers.ts';

/** A part of a document: where it is (RFC 6901), under which key, and what is there. */
export interface Part<T> {
  readonly pointer: string;
  readonly key: string;
  readonly value: T;
}

/**
 * The parts of a document at a path, of which `*` stands for every key or index, as far as they fit a schema. What does not fit is
 * passed over, so that one fault hides no other.
 */
export function partsAt<S extends z.ZodType>(document: unknown, path: string, schema: S): Part<z.output<S>>[] {
  return reached({ pointer: '', key: '', value: document }, path.split('/').slice(1)).flatMap(
    ({ pointer, key, value }) => {
      const read = schema.safeParse(value);
      return read.success ? [{ pointer, key, value: read.data }] : [];
    },
  );
}

function reached(part: Part<unknown>, [step, ...further]: readonly string[]): Part<unknown>[] {
  if (step === undefined) return [part];
  if (typeof part.value !== 'object' || part.value === null) return [];
  return Object.entries(part.value)
    .filter(([key]) => step === '*' || step === key)
    .flatMap(([key, value]) => reached({ pointer: `${part.pointer}/${pointerPart(key)}`, key, value }, further));
}
