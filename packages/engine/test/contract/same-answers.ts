import { expect } from '@jest/globals';
import fc from 'fast-check';
import { openMemoryStore } from '../../src/event-store/memory.ts';
import { type Check, type OpenStore, onStore } from './check.ts';
import { all } from './given.ts';
import { answerOf, anyOperation, type Compared, type Operation } from './random-operations.ts';
import { OPERATIONS } from './sizes.ts';

const PLANNED = 40;
const operations = fc.array(anyOperation, { minLength: PLANNED, maxLength: PLANNED, size: 'max' });

/** The store in memory is the measure: it is short enough to be read. */
export const sameAnswers: readonly Check[] = [
  {
    name: `to ${OPERATIONS} random operations`,
    async check(open: OpenStore) {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(operations, (planned) =>
          onStore(open, async (store) => {
            const measure: Compared = { store: openMemoryStore({ storeId: 'the-measure' }), positions: [] };
            const other: Compared = { store, positions: [] };
            for (const operation of planned) {
              const expected = await comparableAnswer(operation, measure);
              expect(await comparableAnswer(operation, other)).toEqual(expected);
              compared++;
            }
            await measure.store.close();
          }),
        ),
        { numRuns: Math.ceil(OPERATIONS / PLANNED) },
      );
      expect(compared).toBeGreaterThanOrEqual(OPERATIONS);
    },
  },
];

/**
 * The answer, with the place of each position among all in its stead; what the log has gained is looked up first.
 * Data is one string: what stands in it is no position, though it may look like one.
 */
async function comparableAnswer(operation: Operation, compared: Compared): Promise<unknown> {
  const answer = await answerOf(() => operation(compared));
  const gained = await all(compared.store.readAll({ after: compared.positions.at(-1) }));
  compared.positions.push(...gained.map(({ position }) => position));
  const place = new Map(compared.positions.map((position, index) => [position, `#${index}`]));
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value: unknown) => {
      if (key === 'data') return JSON.stringify(value);
      return typeof value === 'string' && (key === 'position' || key === '') ? (place.get(value) ?? value) : value;
    }),
  );
}
