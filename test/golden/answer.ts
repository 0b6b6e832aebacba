import { type Fact, type FoldedMine, fold, isoDuration } from '@rectify/engine';
import { describeMineInDetail } from '@rectify/projections';
import type { ClosureAnswer, DeadlineAnswer, MineDetail } from '@rectify/projections/answers';
import type { Answer } from './answer-form.ts';
import { instantOf, timeOf } from './time.ts';

/** A question about a mine: as of and as known at times, by a clock. */
export interface Question {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly at: string;
}

/** No fact of the mine was on record, or none had occurred, at the times asked for. */
class NoSuchMine extends Error {
  override readonly name = 'NoSuchMine';
}

/** What a mine was like, folded from its facts. Times are those of a file: Beijing time. @throws NoSuchMine */
export function answerTo(facts: readonly Fact[], { asOf, knownAt, at }: Question): Answer {
  const instants = { asOf: asOf && instantOf(asOf), knownAt: knownAt && instantOf(knownAt) };
  const folded = fold(facts, instants);
  const registered = fold(facts.slice(0, 1));
  if (!folded || !registered) throw new NoSuchMine(`There was no mine as of ${asOf}, as known at ${knownAt}.`);
  return describe(describeMineInDetail(folded, { ...instants, now: instantOf(at) }), registered);
}

function describe({ detail, ...mine }: MineDetail, { mine: registered }: FoldedMine): Answer {
  const { direction, relocation } = detail.power;
  const { scheduled, running } = detail.inspections;
  return {
    state: {
      operation: mine.state.operation,
      appeal: mine.state.appeal === 'none' ? undefined : mine.state.appeal,
      power: mine.state.power === 'none' ? undefined : mine.state.power,
    },
    cycle: mine.cycle,
    mayOperate: mine.mayOperate,
    waitingOn: mine.waitingOn,
    waitingOnOffice: mine.waitingOnOffice ?? undefined,
    flags: any(mine.flags),
    openFindings: byId(
      detail.findings.filter(({ status }) => status === 'open'),
      ({ findingId, dueOn }) => [findingId, dueOn],
    ),
    requirements: byId(detail.requirements, ({ requirement, status }) =>
      status === 'missing' ? undefined : [requirement, status],
    ),
    licences: byId(detail.licences, ({ licenceId, status }) => [licenceId, status]),
    letters: byId(detail.letters, ({ letterId, status }) => [letterId, status]),
    appeals: byId(detail.appeals, ({ appealId, status, against, repeated, stay }) => [
      appealId,
      {
        status,
        against: against === 'order' ? undefined : against,
        repeated: repeated || undefined,
        stay: stay === 'none' ? undefined : stay,
      },
    ]),
    direction: direction
      ? {
          directionId: direction.directionId,
          curtailedTo: direction.curtailedTo ?? undefined,
          verified: direction.verifiedAt === null ? undefined : true,
          breached: direction.breachedAt === null ? undefined : true,
        }
      : undefined,
    relocatingTo: relocation?.destination,
    scheduledInspection: scheduled ?? undefined,
    runningInspection: running?.inspectionId,
    liftRequested: detail.liftRequest === null ? undefined : true,
    extensionsRequested: any(detail.extensionRequests.map(({ findingId }) => findingId).toSorted()),
    requested: any(detail.approvals.map(({ event }) => event.type)),
    resumed: detail.resumed || undefined,
    assignee: mine.assignee ?? undefined,
    operator: mine.operator.id === registered.operator.id ? undefined : mine.operator.id,
    site: detail.site === registered.site ? undefined : (detail.site ?? undefined),
    region: mine.region === registered.region ? undefined : mine.region,
    documents: any(detail.documents.map(({ document }) => document.name)),
    statements: any(detail.statements.map(({ text }) => text)),
    lostCapacity: any(
      detail.lostCapacity.map(({ amountPerDay, approximate, unit, scope, from, to }) => ({
        amountPerDay,
        approximate: approximate || undefined,
        unit,
        scope,
        from,
        to: to ?? undefined,
      })),
    ),
    deadlines: any(detail.deadlines.map(deadlineOf).toSorted(byDayRuleAndSubject)),
    closures: any([...detail.earlierClosures, ...(mine.closure ? [mine.closure] : [])].map(closureOf)),
  };
}

/** A request's id is the engine's: a file does not know it. */
function deadlineOf({ rule, dueOn, party, office, subject }: DeadlineAnswer) {
  const named = rule === 'approval-answer' ? undefined : (subject ?? undefined);
  return { dueOn: dueOn ?? 'no day', rule, party, office: office ?? undefined, subject: named };
}

function byDayRuleAndSubject(a: ReturnType<typeof deadlineOf>, b: ReturnType<typeof deadlineOf>): number {
  const order = ({ dueOn, rule, subject = '' }: typeof a) => `${dueOn} ${rule} ${subject}`;
  return order(a).localeCompare(order(b));
}

function closureOf(closure: ClosureAnswer): NonNullable<Answer['closures']>[number] {
  const { owner, offices } = closure.waitedOn;
  return {
    cycle: closure.cycle,
    cause: closure.cause,
    procedure: closure.procedure === 'rectification@1' ? undefined : closure.procedure,
    since: timeOf(closure.since),
    sincePrecision: closure.sincePrecision === 'instant' ? undefined : closure.sincePrecision,
    served: closure.served ? timeOf(closure.served.servedAt) : undefined,
    refusedToSign: closure.served?.refusedToSign || undefined,
    until: closure.until === null ? undefined : timeOf(closure.until),
    ongoing: closure.ongoing || undefined,
    outcome: closure.outcome ?? undefined,
    appealOutcome: closure.appealOutcome ?? undefined,
    duration: closure.duration,
    days: closure.days,
    notAllowedToRun: closure.notAllowedToRun === closure.duration ? undefined : closure.notAllowedToRun,
    perState: durations(closure.perState),
    waitedOn: durations({ ...(owner > 0 ? { owner } : {}), ...offices }),
  };
}

function durations(spans: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(spans).map(([name, span]) => [name, isoDuration(span ?? 0)]));
}

function any<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

function byId<T, V>(
  things: readonly T[],
  entryOf: (thing: T) => readonly [string, V] | undefined,
): Record<string, V> | undefined {
  const entries = things.flatMap((thing) => {
    const entry = entryOf(thing);
    return entry ? [entry] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
