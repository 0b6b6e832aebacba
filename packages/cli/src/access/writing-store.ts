import { answerOutcome, type Caller } from '@rectify/api';
import { createEngine, type EventStore, handOver, type Outcome, type Person } from '@rectify/engine';
import { startProjector, viewerOf } from '@rectify/projections';
import type { Writing, Written } from './access.ts';
import type { Beside } from './beside.ts';
import { campaigningInStore } from './campaigns-of-store.ts';
import type { Outside } from './outside.ts';
import { publishingToStore } from './procedures-of-store.ts';
import { orRefused } from './refusal.ts';

/** Writes to a store that this process has opened, as the server would. */
export function writingStore(store: EventStore, beside: Beside, { clock, newId }: Outside): Writing {
  const { readDatabase } = beside;
  const engine = createEngine({ store, clock, newId });
  // Analysts, whose pseudonyms need a key, send nothing.
  const needs = {
    engine,
    clock,
    viewerOf: (person: Pick<Person, 'role' | 'mines' | 'operator'>) => viewerOf(person, ''),
  };

  async function written(caller: Caller, outcome: Outcome): Promise<Written> {
    const answer = await orRefused(() => answerOutcome(needs, caller, outcome), newId);
    return answer.status === 202 ? { kind: 'requested', answer: answer.body } : { kind: 'stored', answer: answer.body };
  }

  return {
    ...publishingToStore(store, readDatabase, { clock, newId }),
    ...campaigningInStore(store, beside, { clock, newId }),
    async register(registration, { caller, key = newId() }) {
      return written(caller, await engine.register({ ...registration, person: caller, commandId: key }));
    },
    async send(mineId, event, { caller, key = newId(), ifMatch }) {
      const command = { mineId, ...event, person: caller, commandId: key, expectedRevision: ifMatch };
      return written(caller, await engine.send(command));
    },
    handOver: (absence, { caller, key = newId() }) => handOver(engine, { ...absence, person: caller }, key),
    async rebuild(onProgress) {
      const projector = startProjector({ store, file: readDatabase, isAlone: () => true });
      let folded = 0;
      try {
        await projector.rebuild((progress) => {
          folded = progress.events;
          onProgress(progress);
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
