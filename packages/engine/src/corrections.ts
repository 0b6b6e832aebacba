import { ZodError } from 'zod';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import type { EventData } from './rectification/events/events.ts';
import type { Fact } from './rectification/fact.ts';
import { patchedFact } from './rectification/history.ts';
import type { Fault } from './rejection.ts';
import { codesUnknownTo, faultsOf, timeFaults } from './validation.ts';

/** What is wrong with the corrections themselves, before asking whether the corrected history is legal. */
export function correctionFaults(
  facts: readonly Fact[],
  { corrections }: EventData<'FactCorrected'>,
  now: string,
): Fault[] {
  return corrections.flatMap((correction, index): Fault[] => {
    const pointer = `/data/corrections/${index}`;
    const fact = facts.find(({ eventId }) => eventId === correction.eventId);
    if (!fact) return [{ pointer: `${pointer}/eventId`, detail: 'is no event of this mine' }];
    if (isKnowledgeEvent(fact.type))
      return [{ pointer: `${pointer}/eventId`, detail: `${fact.type} cannot be corrected` }];
    if (corrections.findIndex(({ eventId }) => eventId === correction.eventId) !== index)
      return [{ pointer: `${pointer}/eventId`, detail: 'is corrected twice here' }];
    if ('void' in correction) {
      return fact.type === 'MineRegistered'
        ? [{ pointer, detail: 'A registration cannot be voided; decommission the mine.' }]
        : [];
    }
    return patchFaults(fact, correction.patch, `${pointer}/patch`, now);
  });
}

function patchFaults(fact: Fact, patch: Parameters<typeof patchedFact>[1], pointer: string, now: string): Fault[] {
  if ('mineId' in patch && fact.type === 'MineRegistered')
    return [{ pointer: `${pointer}/mineId`, detail: 'cannot be changed' }];
  if ('procedure' in patch && fact.type === 'ProcedureMigrated')
    return [{ pointer: `${pointer}/procedure`, detail: 'cannot be changed; void it and migrate again' }];
  try {
    const { data } = patchedFact(fact, patch);
    return [...timeFaults(patch.occurredAt, now, pointer), ...codesUnknownTo(fact.procedure, fact.type, data, pointer)];
  } catch (error) {
    if (error instanceof ZodError) return faultsOf(error, pointer);
    throw error;
  }
}
