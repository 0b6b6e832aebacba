import { answerOf, answerOutcome, type Caller, Problem } from '@rectify/api';
import { createEngine, type EventStore, type Outcome } from '@rectify/engine';
import { startProjector, viewerOf } from '@rectify/projections';
import { Refused } from '../failures.ts';
import type { Writing, Written } from './access.ts';
import type { Outside } from './outside.ts';
import { publishingToStore } from './procedures-of-store.ts';

/** Writes to a store that this process has opened, as the server would. */
export function writingStore(store: EventStore, readDatabase: string, { clock, newId }: Outside): Writing {
  const engine = createEngine({ store, clock, newId });
  // Analysts, whose pseudonyms need a key, send nothing.
  const needs = { engine, clock, viewerOf: (caller: Caller) => viewerOf(caller, '') };

  async function written(caller: Caller, outcome: Outcome): Promise<Written> {
    try {
      const answer = await answerOutcome(needs, caller, outcome);
      return answer.status === 202
        ? { kind: 'requested', answer: answer.body }
        : { kind: 'stored', answer: answer.body };
    } catch (error) {
      if (error instanceof Problem) throw new Refused(answerOf(error, newId()));
      throw error;
    }
  }

  return {
    ...publishingToStore(store, readDatabase, { clock, newId }),
    async register(registration, { caller, key = newId() }) {
      return written(caller, await engine.register({ ...registration, person: caller, commandId: key }));
    },
    async send(mineId, event, { caller, key = newId(), ifMatch }) {
      const command = { mineId, ...event, person: caller, commandId: key, expectedRevision: ifMatch };
      return written(caller, await engine.send(command));
    },
    async rebuild(onProgress) {
      const projector = startProjector({ store, file: readDatabase });
      let folded = 0;
      try {
        await projector.rebuild(({ events }) => {
          folded = events;
          onProgress(events);
        });
      } finally {
        await projector.close();
      }
      return folded;
    },
    async [Symbol.asyncDispose]() {
      await store.close();
    },
  };
}
