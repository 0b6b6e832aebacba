import { forbids } from './authorisation.ts';
import type { SentEvent } from './commands.ts';
import { correctionFaults } from './corrections.ts';
import { type Deciding, type Draft, mineAt, type Sender } from './draft.ts';
import { effectOf, type KnownMine } from './known-mine.ts';
import { procedureFor } from './known-procedures.ts';
import type { PendingApproval } from './rectification/case/approvals.ts';
import { own } from './rectification/case/own.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import type { EventType } from './rectification/events/events.ts';
import { instant } from './rectification/events/values.ts';
import type { Procedure } from './rectification/procedures/procedure.ts';
import { actorOf } from './rectification/roles.ts';
import type { Rejection } from './rejection.ts';
import { asJson } from './stored-event.ts';
import { notMet, refusedBy, type Steps, take, takeNow } from './taking.ts';
import { type ValidEvent, validate } from './validation.ts';

/** A sent event that may be sent by who sends it, as a draft of the fact it would be. */
interface Prepared {
  readonly valid: ValidEvent;
  readonly draft: Draft;
  /** The request that it answers. */
  readonly answered: PendingApproval | undefined;
  readonly needsApproval: boolean;
}

/** Decides one sent event on a mine: validated, authorised, under four eyes where the procedure asks for them, then by the chart. */
export function stepsFor(sender: Sender, sent: SentEvent, mine: KnownMine, deciding: Deciding): Steps {
  const prepared = prepare(sender, sent, mine, deciding);
  if ('code' in prepared) return { kind: 'refused', rejection: prepared };
  if (prepared.needsApproval) return request(sender, prepared, mine, deciding);
  return putIntoEffect(sender, prepared, mine, deciding);
}

/** Decides one sent event as {@link stepsFor} does; what needs approval is taken as if it were granted at once. */
export function stepsAsIfGranted(
  sender: Sender,
  sent: SentEvent,
  mine: KnownMine,
  deciding: Deciding,
): { readonly steps: Steps; readonly needsApproval: boolean } {
  const prepared = prepare(sender, sent, mine, deciding);
  if ('code' in prepared) return { steps: { kind: 'refused', rejection: prepared }, needsApproval: false };
  const { needsApproval } = prepared;
  const premature = needsApproval ? refusedRequest(sender, prepared, mine, deciding) : undefined;
  return { steps: premature ?? putIntoEffect(sender, prepared, mine, deciding), needsApproval };
}

function prepare(sender: Sender, sent: SentEvent, mine: KnownMine, deciding: Deciding): Prepared | Rejection {
  const procedure = procedureFor(mine.folded.mine, deciding.procedures, deciding.now);
  const valid = validate(sent, procedureThen(sent, mine, deciding), deciding);
  if ('code' in valid) return valid;
  const answered = approvalAnswered(valid, mine);
  const forbidden = forbids(sender.person, valid.type, mine.folded.mine, procedure, answered);
  if (forbidden) return forbidden;
  const draft: Draft = {
    type: valid.type,
    data: valid.data,
    actor: actorOf(sender.person),
    occurredAt: valid.occurredAt ?? deciding.now,
    occurredAtPrecision: valid.occurredAtPrecision,
    source: valid.source,
    commandId: sender.commandId,
    causationId: sender.commandId,
  };
  const faults = faultsOfCorrection(draft, mine, deciding);
  if (faults.length > 0) return { code: 'invalid', faults };
  return { valid, draft, answered, needsApproval: procedure.fourEyes[valid.type] !== undefined };
}

/** The procedure that the mine was under when an event is said to have occurred: its codes are the ones to name. */
function procedureThen({ occurredAt }: SentEvent, mine: KnownMine, { procedures, now }: Deciding): Procedure {
  const at = occurredAt !== undefined && instant.safeParse(occurredAt).success ? occurredAt : now;
  return procedureFor(mineAt(mine, at), procedures, at);
}

function putIntoEffect(sender: Sender, prepared: Prepared, mine: KnownMine, deciding: Deciding): Steps {
  const { draft, answered } = prepared;
  if (draft.type === 'ApprovalGranted' && answered) return grant(sender, draft, answered, mine, deciding);
  return take(sender, draft, mine, deciding);
}

/** Why an event cannot even be requested; undefined if nothing speaks against it now. Whether its history allows it is another question. */
function refusedRequest(
  sender: Sender,
  { valid, draft }: Prepared,
  mine: KnownMine,
  deciding: Deciding,
): Extract<Steps, { kind: 'refused' }> | undefined {
  if (!deciding.alone) {
    return notMet({
      code: 'needs-approval',
      detail: `${draft.type} needs another person's approval: send it alone.`,
      who: 'supervisor',
    });
  }
  if (mayNotPrecedeItsGrant(draft.type) && valid.occurredAt !== undefined) {
    return notMet({
      code: 'before-its-grant',
      detail: `${draft.type} cannot occur before it is granted: leave occurredAt out.`,
      who: draft.actor.role,
    });
  }
  if (draft.type === 'FactCorrected') return undefined;
  const now = takeNow(sender, draft, mine, deciding);
  return now.accepted ? undefined : refusedBy(now);
}

/** Stores a request with the proposed event, if that is legal now. */
function request(sender: Sender, prepared: Prepared, mine: KnownMine, deciding: Deciding): Steps {
  const { valid, draft } = prepared;
  const premature = refusedRequest(sender, prepared, mine, deciding);
  if (premature) return premature;
  const legal = take(sender, draft, mine, deciding);
  if (legal.kind === 'refused') return legal;
  const { occurredAtPrecision, source } = valid;
  const occurredAt = isKnowledgeEvent(valid.type) ? undefined : valid.occurredAt;
  const proposed = { type: valid.type, data: asJson(valid.data), occurredAt, occurredAtPrecision, source };
  return take(
    sender,
    {
      ...draft,
      type: 'ApprovalRequested',
      data: { approvalId: sender.newId(), event: proposed, revision: mine.folded.revision },
      occurredAt: deciding.now,
      occurredAtPrecision: 'instant',
      source: undefined,
    },
    mine,
    deciding,
  );
}

/** statechart.md, architecture.md: reopening and withdrawing may not be dated before they were granted. */
function mayNotPrecedeItsGrant(type: EventType): boolean {
  return type === 'ReopeningAuthorised' || type === 'ClosureWithdrawn';
}

/** Stores a grant together with its effect, which has to be legal at its own time and against the mine as it is now. */
function grant(sender: Sender, draft: Draft, approval: PendingApproval, mine: KnownMine, deciding: Deciding): Steps {
  const { event, requestedBy } = approval;
  const valid = validate(event, procedureThen(event, mine, deciding), deciding);
  if ('code' in valid) return { kind: 'refused', rejection: valid };
  const granted = take(sender, { ...draft, occurredAt: deciding.now, occurredAtPrecision: 'instant' }, mine, deciding);
  if (granted.kind === 'refused') return granted;
  const [fact] = granted.facts;
  const effect: Draft = {
    type: valid.type,
    data: valid.data,
    actor: requestedBy,
    approvedBy: actorOf(sender.person),
    occurredAt: valid.occurredAt ?? deciding.now,
    occurredAtPrecision: valid.occurredAtPrecision,
    source: valid.source,
    commandId: effectOf(sender.commandId),
    causationId: fact?.eventId ?? sender.commandId,
  };
  const faults = faultsOfCorrection(effect, mine, deciding);
  if (faults.length > 0) return { kind: 'refused', rejection: { code: 'invalid', faults } };
  const now = takeNow(sender, effect, granted.after, deciding);
  if (!now.accepted) return refusedBy(now);
  const taken = take(sender, effect, granted.after, deciding);
  return taken.kind === 'refused' ? taken : { ...taken, facts: [...granted.facts, ...taken.facts] };
}

function approvalAnswered({ type, data }: ValidEvent, { folded }: KnownMine): PendingApproval | undefined {
  if (type !== 'ApprovalGranted' && type !== 'ApprovalDeclined') return undefined;
  return 'approvalId' in data ? own(folded.mine.approvals, data.approvalId) : undefined;
}

function faultsOfCorrection({ type, data }: Pick<Draft, 'type' | 'data'>, { facts }: KnownMine, { now }: Deciding) {
  return type === 'FactCorrected' && 'corrections' in data ? correctionFaults(facts, data, now) : [];
}
