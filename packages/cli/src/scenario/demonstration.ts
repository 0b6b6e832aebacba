import type { Config, Demonstration } from '@rectify/api';
import type { EventReader, EventStore } from '@rectify/engine';
import { scenarioIn } from './scenario-stream.ts';

/**
 * The demonstration that a store holds, after it was loaded where the store is new and a scenario is wanted; one that was interrupted is
 * loaded to its end, in the language in which it began. A store with other data is never given any.
 */
export async function demonstrationIn(
  store: EventStore,
  { scenario, scenarioLanguage }: Pick<Config, 'scenario' | 'scenarioLanguage'>,
  tell: (text: string) => void,
): Promise<Demonstration | undefined> {
  const held = await scenarioIn(store);
  const toLoad = held ? !held.complete : scenario === 'november-2018' && (await store.head()) === undefined;
  if (toLoad) {
    tell('Loading the November 2018 scenario …');
    const { loadNovember2018 } = await import('./november-2018.ts');
    const { mines, events } = await loadNovember2018({ store, language: held ? held.language : scenarioLanguage });
    tell(`Loaded ${mines} mines with ${events} events.`);
  }
  return demonstrationOf(store);
}

/** The demonstration that a store holds, if it holds one. */
export async function demonstrationOf(store: Pick<EventReader, 'read'>): Promise<Demonstration | undefined> {
  const held = await scenarioIn(store);
  return held && { scenario: held.scenario, endsAt: held.endsAt };
}
