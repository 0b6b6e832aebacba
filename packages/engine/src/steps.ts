import { forbids } from './authorisation.ts';
import type { SendCommand, SentEvent } from './commands.ts';
import { correctionFaults } from './corrections.ts';
import { judge } from './judging.ts';
import { effectOf, type KnownMine, withFacts } from './known-mine.ts';
import { procedureFor, procedureOf } from './known-procedures.ts';
import { milliseconds } from './rectification/calendar.ts';
import { pendingAppeal } from './rectification/case/appeals.ts';
import type { PendingApproval } from './rectification/case/approvals.ts';
import { inOpenCycle } from './rectification/case/open-cycle.ts';
import { own } from './rectification/case/own.ts';
import { isKnowledgeEvent } from './rectification/catalogue.ts';
import { compiled } from './rectification/compiled/decider.ts';
import type { Decider, Decision } from './rectification/decide.ts';
import type { EventData, EventType } from './rectification/events/events.ts';
import { type Fact, type FactOf, withData } from './rectification/fact.ts';
import { eventOf } from './rectification/fold.ts';
import type { Procedures } from './rectification/procedures/procedures.ts';
import type { Reason } from './rectification/reason.ts';
import { type Actor, actorOf } from './rectification/roles.ts';
import type { Rejection } from './rejection.ts';
import { asJson, ENGINE_VERSION } from './stored-event.ts';
import { type ValidEvent, validate } from './validation.ts';

/** What one sent event comes to: the facts it stores, in one append, or why none. */
export type Steps =
  | { readonly kind: 'taken'; readonly facts: readonly Fact[]; readonly after: KnownMine }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/** When a command is decided, on which procedures, what it hashes to, whether it holds this event alone, and who decides. */
export interface Deciding {
  readonly now: string;
  readonly procedures: Procedures;
  readonly hash: string;
  readonly alone: boolean;
  /** The compiled chart, unless another is given. */
  readonly decider?: Decider;
}

type Sender = Pick<SendCommand, 'mineId' | 'person' | 'commandId' | 'correlationId'> & { readonly newId: () => string };

/** A fact before the chart has said where it leads. */
interface Draft {
  readonly type: EventType;
  readonly data: EventData;
  readonly actor: Actor;
  readonly approvedBy?: Actor;
  readonly occurredAt: string;
  readonly occurredAtPrecision: Fact['occurredAtPrecision'];
  readonly source?: Fact['source'];
  readonly commandId: string;
  readonly causationId: string;
}

/** Decides one sent event on a mine: validated, authorised, under four eyes where the procedure asks for them, then by the chart. */
export function stepsFor(sender: Sender, sent: SentEvent, mine: KnownMine, deciding: Deciding): Steps {
  const procedure = procedureFor(mine.folded.mine, deciding.procedures, deciding.now);
  const valid = validate(sent, procedure, deciding);
  if ('code' in valid) return { kind: 'refused', rejection: valid };
  const answered = approvalAnswered(valid, mine);
  const forbidden = forbids(sender.person, valid.type, mine.folded.mine, procedure, answered);
  if (forbidden) return { kind: 'refused', rejection: forbidden };
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
  if (faults.length > 0) return { kind: 'refused', rejection: { code: 'invalid', faults } };
  if (procedure.fourEyes[valid.type]) return request(sender, valid, draft, mine, deciding);
  if (valid.type === 'ApprovalGranted' && answered) return grant(sender, draft, answered, mine, deciding);
  return takeWithConsequences(sender, draft, mine, deciding);
}

/** Stores a request with the proposed event, if that is legal now. */
function request(sender: Sender, valid: ValidEvent, draft: Draft, mine: KnownMine, deciding: Deciding): Steps {
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
  const legalNow = draft.type === 'FactCorrected' || takeNow(sender, draft, mine, deciding);
  if (legalNow !== true && !legalNow.accepted) return refusedBy(legalNow);
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
  const valid = validate(event, procedureFor(mine.folded.mine, deciding.procedures, deciding.now), deciding);
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
  if (faults.length > 0) return notMet(...faults.map(({ pointer, detail }) => staleCorrection(pointer, detail)));
  const now = takeNow(sender, effect, granted.after, deciding);
  if (!now.accepted) return refusedBy(now);
  const taken = takeWithConsequences(sender, effect, granted.after, deciding);
  return taken.kind === 'refused' ? taken : { ...taken, facts: [...granted.facts, ...taken.facts] };
}

/** Takes a fact, and what the engine appends with it: a quashed order ends the closure in the same append. */
function takeWithConsequences(sender: Sender, draft: Draft, mine: KnownMine, deciding: Deciding): Steps {
  const taken = take(sender, draft, mine, deciding);
  const [fact] = taken.kind === 'taken' ? taken.facts : [];
  if (taken.kind === 'refused' || fact?.type !== 'AppealDecided' || !quashesTheClosure(fact, mine)) return taken;
  const quashed: Draft = {
    ...draft,
    type: 'ClosureQuashed',
    data: { appealId: fact.data.appealId },
    commandId: effectOf(draft.commandId),
    causationId: fact.eventId,
  };
  const consequence = take(sender, quashed, taken.after, deciding);
  return consequence.kind === 'refused'
    ? consequence
    : { ...consequence, facts: [...taken.facts, ...consequence.facts] };
}

/** statechart.md, "Appeals": the current cycle's appeal against the closing order, decided quashed while the mine is shut. */
function quashesTheClosure({ data }: FactOf<'AppealDecided'>, { folded: { mine } }: KnownMine): boolean {
  const appeal = pendingAppeal(mine.appeals, mine.cycle);
  return (
    data.decision === 'quashed' && appeal?.appealId === data.appealId && appeal.against === 'order' && inOpenCycle(mine)
  );
}

/** Asks the chart, and puts the fact behind the mine's others. */
function take(sender: Sender, draft: Draft, mine: KnownMine, deciding: Deciding): Steps {
  const fact = provisional(sender, draft, mine, deciding);
  if (reorders(fact, mine)) {
    const judgement = judge(mine.facts, fact, deciding.decider);
    if (!judgement.legal)
      return { kind: 'refused', rejection: { code: judgement.code, reasons: judgement.reasons, next: [] } };
    const { transition, retransitions } = judgement;
    return taken(
      { ...fact, transition, ...(retransitions.length > 0 ? { retransitions: [...retransitions] } : {}) },
      mine,
    );
  }
  const { decide } = deciding.decider ?? compiled;
  const decision = decide(mine.folded, eventOf(fact));
  return decision.accepted ? taken({ ...fact, transition: decision.transition }, mine) : refusedBy(decision);
}

/** What the chart says of an event against the mine as it is now, whenever it is said to have occurred. */
function takeNow(sender: Sender, draft: Draft, mine: KnownMine, deciding: Deciding): Decision {
  const { decide } = deciding.decider ?? compiled;
  return decide(mine.folded, eventOf(provisional(sender, draft, mine, deciding)));
}

function reorders(fact: Fact, { folded }: KnownMine): boolean {
  if (fact.type === 'FactCorrected') return true;
  return !isKnowledgeEvent(fact.type) && milliseconds(fact.occurredAt) < milliseconds(folded.lastOccurredAt);
}

function provisional(sender: Sender, draft: Draft, { folded }: KnownMine, deciding: Deciding): Fact {
  const { data, ...rest } = draft;
  const { now, hash, procedures } = deciding;
  return withData(
    {
      ...rest,
      eventId: sender.newId(),
      mineId: sender.mineId,
      recordedAt: now,
      commandHash: hash,
      correlationId: sender.correlationId ?? sender.commandId,
      procedure: procedureOf(draft, folded.mine, procedures, now),
      engineVersion: ENGINE_VERSION,
      transition: { from: folded.value, to: folded.value },
      revision: folded.revision + 1,
      position: folded.position,
    },
    data,
  );
}

function taken(fact: Fact, mine: KnownMine): Steps {
  const after = withFacts(mine, [fact]);
  return after ? { kind: 'taken', facts: [fact], after } : notMet();
}

function approvalAnswered({ type, data }: ValidEvent, { folded }: KnownMine): PendingApproval | undefined {
  if (type !== 'ApprovalGranted' && type !== 'ApprovalDeclined') return undefined;
  return 'approvalId' in data ? own(folded.mine.approvals, data.approvalId) : undefined;
}

function faultsOfCorrection({ type, data }: Pick<Draft, 'type' | 'data'>, { facts }: KnownMine, { now }: Deciding) {
  return type === 'FactCorrected' && 'corrections' in data ? correctionFaults(facts, data, now) : [];
}

function staleCorrection(pointer: string, detail: string): Reason {
  return { code: 'correction-no-longer-fits', detail: `${pointer} ${detail}`, who: 'inspector', about: pointer };
}

function refusedBy(decision: Extract<Decision, { accepted: false }>): Steps {
  return { kind: 'refused', rejection: { code: decision.code, reasons: decision.reasons, next: [] } };
}

function notMet(...reasons: Reason[]): Steps {
  return { kind: 'refused', rejection: { code: 'condition-not-met', reasons, next: [] } };
}
