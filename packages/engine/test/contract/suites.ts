import type { Suite } from './check.ts';
import { oneOrder } from './concurrent-clients.ts';
import { aborting } from './port/aborting.ts';
import { appending } from './port/appending.ts';
import { appendingAgain } from './port/appending-again.ts';
import { closing } from './port/closing.ts';
import { hostileNames } from './port/names.ts';
import { hostilePayloads } from './port/payloads.ts';
import { readingAllStreams } from './port/reading-all-streams.ts';
import { readingOneStream } from './port/reading-one-stream.ts';
import { sizesOfAppends } from './port/sizes-of-appends.ts';
import { subscribing } from './port/subscribing.ts';
import { storeProperties } from './properties.ts';
import { sameAnswers } from './same-answers.ts';

/** What the port promises, one example each. */
export const contract: Suite = {
  name: 'contract',
  checks: [
    ...appending,
    ...named('appending the same events again', appendingAgain),
    ...named('the size of an append', sizesOfAppends),
    ...hostileNames,
    ...hostilePayloads,
    ...named('reading one stream', readingOneStream),
    ...named('reading all streams', readingAllStreams),
    ...named('subscribing', subscribing),
    ...named('aborting', aborting),
    ...named('closing', closing),
  ],
};

/** Each stream does one thing at a time, whatever many clients do at once. */
export const linearizability: Suite = { name: 'linearizability', checks: oneOrder };

/** What holds after any history of appends. */
export const properties: Suite = { name: 'properties', checks: storeProperties };

/** The same answers and errors as the store in memory. */
export const differential: Suite = { name: 'differential', checks: sameAnswers };

/** All that every store passes. */
export const suites: readonly Suite[] = [contract, properties, differential, linearizability];

function named(subject: string, checks: Suite['checks']): Suite['checks'] {
  return checks.map(({ name, check }) => ({ name: `${subject} ${name}`, check }));
}
