import type { EventData } from '../events/events.ts';
import type { MineEvent } from '../mine-event.ts';
import type { Procedure } from '../procedures/procedure.ts';

/** The last outcome recorded for a mandatory check. */
export type Check = EventData<'CheckRecorded'> & { readonly recordedAt: string };

/** The checks recorded in the current cycle at the current site, by code. */
export type Checks = Readonly<Record<string, Check>>;

/** The checks after an event. */
export function checksAfter(checks: Checks, event: MineEvent): Checks {
  if (event.type !== 'CheckRecorded') return checks;
  return { ...checks, [event.data.check]: { ...event.data, recordedAt: event.occurredAt } };
}

/** The mandatory checks that are neither passed nor not applicable, in the procedure's order. */
export function unresolvedChecks(checks: Checks, procedure: Procedure): Procedure['checks'] {
  return procedure.checks.filter(({ code }) => {
    const outcome = checks[code]?.outcome;
    return outcome !== 'pass' && outcome !== 'not-applicable';
  });
}
