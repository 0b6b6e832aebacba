import type { Broken } from '../judging.ts';
import type { EventData } from '../rectification/events/events.ts';
import type { Steps } from '../taking.ts';

/** What is said of one event by voiding it. */
export type Voiding = Extract<EventData<'FactCorrected'>['corrections'][number], { void: true }>;

/**
 * What has to be voided together with a correction so that it becomes legal: everything that depends on it, and what depends on that, in
 * the order in which it was found. Empty if the correction is legal as it is; null if voiding other events does not help. `decided`
 * decides the correction with further corrections behind its own; it refuses to correct an event twice, or one that cannot be corrected.
 */
export function dependentsOf(decided: (further: readonly Voiding[]) => Steps): readonly Voiding[] | null {
  let voided: readonly Voiding[] = [];
  for (;;) {
    const steps = decided(voided);
    if (steps.kind === 'taken') return voided;
    const broken = steps.broken ?? [];
    if (broken.length === 0 || !broken.every(canBeVoided)) return null;
    voided = [...voided, ...broken.map(({ fact: { eventId } }) => ({ eventId, void: true }) as const)];
  }
}

/** What came before its mine was registered is no dependent: the registration is where it should not be. */
function canBeVoided({ reasons }: Broken): boolean {
  return !reasons.some(({ code }) => code === 'before-registration');
}
