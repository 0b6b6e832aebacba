import { grantableBy } from './approvals.ts';
import { forbids } from './authorisation.ts';
import { type FormSchema, formSchema } from './form-schema.ts';
import { migrationTargets, type Present, procedureFor } from './known-procedures.ts';
import { inOpenCycle } from './rectification/case/open-cycle.ts';
import { sendersOf } from './rectification/catalogue.ts';
import { compiled } from './rectification/compiled/decider.ts';
import { noSuchStep } from './rectification/decide.ts';
import { type EventType, eventTypes } from './rectification/events/events.ts';
import type { FoldedMine } from './rectification/fold.ts';
import { conditionsAgainst } from './rectification/guards/guards.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import type { Reason } from './rectification/reason.ts';
import type { Person, Role } from './rectification/roles.ts';
import { operatesNow } from './rectification/tenure.ts';
import type { Way } from './why-not/way.ts';
import { wayTo } from './why-not/why-not.ts';

/** What may be sent now, each with the JSON Schema of its data narrowed to this mine, and what not, with every reason and who can. */
export interface Possibilities {
  readonly possible: readonly {
    readonly type: EventType;
    readonly schema: FormSchema;
    readonly needsApproval: boolean;
  }[];
  readonly refused: readonly Refused[];
}

/** What may not be sent now and why; where it was sought, the way there: see why-not/way.ts. */
interface Refused extends Partial<Pick<Way, 'path' | 'pathSearch'>> {
  readonly type: EventType;
  readonly reasons: readonly Reason[];
}

/**
 * What a person may send for a mine now and what not, with the way to those of the events `sought` that are refused; where none are named, from
 * a shut mine to the milestones of reopening. Owners are not told of what is internal to the authority.
 */
export function possibilities(
  folded: FoldedMine,
  person: Person,
  present: Present,
  sought: readonly EventType[] = inOpenCycle(folded.mine) ? milestones : [],
): Possibilities {
  const judged = judgedNow(folded, person, present);
  const procedure = procedureFor(folded.mine, present.procedures, present.now);
  return {
    possible: judged
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ type }) => ({
        type,
        schema: formSchema(type, folded, person, present),
        needsApproval: procedure.fourEyes[type] !== undefined,
      })),
    refused: judged
      .filter(({ reasons }) => reasons.length > 0)
      .map((refused) =>
        sought.includes(refused.type) ? { ...refused, ...theWay(refused.type, folded, present) } : refused,
      ),
  };
}

/** The milestones on the way to reopening. */
const milestones: readonly EventType[] = ['InspectionPassed', 'RequirementsCertified', 'ReopeningAuthorised'];

function theWay(goal: EventType, standing: FoldedMine, present: Present): Pick<Way, 'path' | 'pathSearch'> {
  const { path, pathSearch } = wayTo({ goal, standing, present });
  return path === undefined ? { pathSearch } : { path, pathSearch };
}

/** The event types that a person may send for a mine now. */
export function possibleTypes(folded: FoldedMine, person: Person, present: Present): EventType[] {
  return judgedNow(folded, person, present)
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ type }) => type);
}

/** The events that concern a person, each with the reasons against it now; none to a former operator, whose time is over. */
function judgedNow(folded: FoldedMine, person: Person, { now, procedures }: Present): Refused[] {
  if (person.role === 'owner' && !operatesNow(folded.mine.operator, person.operator)) return [];
  const procedure = procedureFor(folded.mine, procedures, now);
  const steps = new Set(compiled.stepsFrom(folded));
  const canMigrate = migrationTargets(folded.mine, procedures).length > 0;
  const concerned = concerning(person.role, procedure).filter((type) => type !== 'ProcedureMigrated' || canMigrate);
  const grantable = grantableBy(person, folded, { now, procedures });
  const noneCanBeGranted = grantable.length > 0 && grantable.every(({ reasons }) => reasons.length > 0);
  return concerned.map((type) => ({
    type,
    reasons:
      type === 'ApprovalGranted' && noneCanBeGranted
        ? grantable.flatMap(({ reasons }) => reasons)
        : reasonsNow(folded, type, person, now, procedure, steps),
  }));
}

/** The events that people send, as far as they concern a role. */
function concerning(role: Role, procedure: Procedure): EventType[] {
  return eventTypes.filter((type) => {
    const senders = sendersOf(type, procedure);
    if (type === 'MineRegistered' || senders.length === 0) return false;
    if (senders.includes(role)) return true;
    if (senders.every((sender) => sender === 'system')) return false;
    return role !== 'owner' || senders.includes('owner') || isStepOfTheWay(type);
  });
}

/** The steps of the way to reopening, which an owner wants to see although others take them. */
function isStepOfTheWay(type: EventType): boolean {
  return [
    'InspectionStarted',
    'InspectionPassed',
    'RequirementSatisfied',
    'RequirementsCertified',
    'ReopeningAuthorised',
  ].includes(type);
}

function reasonsNow(
  folded: FoldedMine,
  type: EventType,
  person: Person,
  now: string,
  procedure: Procedure,
  steps: ReadonlySet<EventType>,
): Reason[] {
  const forbidden = forbids(person, type, folded.mine, procedure);
  const who = sendersOf(type, procedure)[0] ?? 'system';
  const first: Reason[] = forbidden ? [{ code: 'not-yours', detail: forbidden.detail, who }] : [];
  if (!steps.has(type)) return [...first, noSuchStep(folded.value, type)];
  const at = { occurredAt: now, decidedAt: now, actor: person, procedure };
  return [...first, ...conditionsAgainst(folded.mine, type, at)];
}
