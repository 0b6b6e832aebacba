import { type EventReader, instant, type NewEvent } from '@rectify/engine';
import { z } from 'zod';

/** The stream that says that a store holds a demonstration: its first event is the first that a load stores, its second the last. */
export const scenarioStream = 'system-scenario';

const begun = z.object({ scenario: z.string(), endsAt: instant, language: z.enum(['en', 'zh-CN']).optional() });

/** What names and texts of a demonstration are told in. */
export type StoryLanguage = NonNullable<z.infer<typeof begun>['language']>;

/** A demonstration that a store holds; in English unless it says another language. */
export interface HeldScenario extends z.infer<typeof begun> {
  /** False while its loading has not come to its end. */
  readonly complete: boolean;
}

/** Which demonstration a store holds, or undefined for a store with no such thing. */
export async function scenarioIn(store: Pick<EventReader, 'read'>): Promise<HeldScenario | undefined> {
  let held: HeldScenario | undefined;
  for await (const batch of store.read(scenarioStream)) {
    for (const { type, data } of batch) {
      if (type === 'ScenarioBegun') held = { ...begun.parse(data), complete: false };
      if (type === 'ScenarioCompleted' && held) held = { ...held, complete: true };
    }
  }
  return held;
}

/** What goes into the stream before and after everything else. */
export function scenarioEvent(
  type: 'ScenarioBegun' | 'ScenarioCompleted',
  data: z.infer<typeof begun>,
  recordedAt: string,
  eventId: string,
): NewEvent {
  const actor = { id: 'system', role: 'system', office: 'system' };
  return { eventId, type, data, metadata: { occurredAt: recordedAt, recordedAt, actor, source: { kind: 'invented' } } };
}
