import { forbids } from './authorisation.ts';
import type { RegisterCommand } from './commands.ts';
import { type KnownMine, storedBy } from './known-mine.ts';
import { type Plan, refused } from './plan.ts';
import { initialValue } from './rectification/decide.ts';
import { type Fact, withData } from './rectification/fact.ts';
import { apply } from './rectification/fold.ts';
import { defaultProcedure, type Procedures, procedureInForce } from './rectification/procedures/procedures.ts';
import { actorOf } from './rectification/roles.ts';
import { commandHash, ENGINE_VERSION, storedEvent } from './stored-event.ts';
import { validate } from './validation.ts';

/** A registration with all it is decided on; `mine` is there when the id is taken. */
interface PlannedRegistration {
  readonly command: RegisterCommand;
  readonly mineId: string;
  readonly mine: KnownMine | undefined;
  readonly now: string;
  readonly newId: () => string;
  readonly procedures: Procedures;
}

/** Plans the first event of a mine's stream. */
export function planRegistration({ command, mineId, mine, now, newId, procedures }: PlannedRegistration): Plan {
  const { person, commandId, correlationId, data, ...when } = command;
  const sent = {
    ...when,
    type: 'MineRegistered',
    data: typeof data === 'object' && data !== null ? { ...data, mineId } : data,
  };
  const hash = commandHash([{ type: sent.type, data, occurredAt: when.occurredAt }], undefined);
  const before = mine && storedBy(person, commandId, mine.facts);
  if (before) {
    if (before[0]?.commandHash !== hash) return refused({ code: 'key-reused', commandId });
    return { kind: 'answer', outcome: { kind: 'accepted', facts: before, mine: mine.folded, duplicate: true } };
  }
  const valid = validate(sent, defaultProcedure, { now, procedures });
  if ('code' in valid) return refused(withoutDataPrefix(valid));
  if (!('region' in valid.data))
    return refused({ code: 'invalid', faults: [{ pointer: '/region', detail: 'is missing' }] });
  const { region } = valid.data;
  const occurredAt = valid.occurredAt ?? now;
  const procedure = procedureInForce(procedures, region, occurredAt);
  const forbidden = forbids(person, 'MineRegistered', { region }, procedure);
  if (forbidden) return refused(forbidden);
  if (mine) return refused({ code: 'mine-exists', mineId });
  const fact: Fact = withData(
    {
      type: 'MineRegistered',
      eventId: newId(),
      mineId,
      occurredAt,
      occurredAtPrecision: valid.occurredAtPrecision,
      recordedAt: now,
      actor: actorOf(person),
      source: valid.source,
      transition: { from: null, to: initialValue },
      commandId,
      commandHash: hash,
      correlationId: correlationId ?? commandId,
      causationId: commandId,
      procedure,
      engineVersion: ENGINE_VERSION,
      revision: 0,
      position: '',
    },
    valid.data,
  );
  return {
    kind: 'append',
    events: [storedEvent(fact)],
    planned: { facts: [fact], folded: apply(undefined, fact) },
    answer: (after, facts) => ({ kind: 'accepted', facts, mine: after.folded, duplicate: false }),
  };
}

/** The body of a registration is its data: pointers lead into it directly. */
function withoutDataPrefix<T extends ReturnType<typeof validate>>(rejection: T): T {
  if (!('code' in rejection) || rejection.code !== 'invalid') return rejection;
  const faults = rejection.faults.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^\/data(?=\/|$)/, ''),
    detail,
  }));
  return { ...rejection, faults };
}
