import { isDeepStrictEqual } from 'node:util';
import {
  type Actor,
  defaultProcedure,
  type EventData,
  type EventType,
  eventTypes,
  openFindings,
  owningRegion,
  type Procedure,
  sendersOf,
} from '../../src/index.ts';
import { registered } from '../../src/rectification/case/evolve.ts';
import { inOpenCycle } from '../../src/rectification/case/open-cycle.ts';
import { compiled } from '../../src/rectification/compiled/decider.ts';
import { byXState, type Decider, type Decision, initialValue, type Standing } from '../../src/rectification/decide.ts';
import { withData } from '../../src/rectification/fact.ts';
import { eventOf } from '../../src/rectification/fold.ts';
import type { MineEvent } from '../../src/rectification/mine-event.ts';
import { registration, wellFormed } from '../well-formed.ts';
import { asLine } from './table.ts';

/** The shipped procedure with one check and one requirement: the same chart, far fewer ways to the same place. */
export const smallProcedure: Procedure = {
  ...defaultProcedure,
  checks: defaultProcedure.checks.slice(0, 1),
  requirements: defaultProcedure.requirements.slice(0, 1),
};

/** Where an open cycle can be moved to. */
const nextVersion: Procedure = { ...smallProcedure, version: smallProcedure.version + 1 };

const answers: readonly EventType[] = ['ApprovalGranted', 'ApprovalDeclined'];

/** An event of a type as the chart sees it, at a moment of its own. */
export function anEvent<T extends EventType>(
  type: T,
  data: EventData<T>,
  moment: number,
  by: Actor = usualSender(type),
): MineEvent {
  const at = new Date(Date.UTC(2018, 10, 1) + moment * 1000).toISOString();
  const fact = withData(
    {
      type,
      eventId: `event-${moment}`,
      mineId: registration.mineId,
      occurredAt: at,
      occurredAtPrecision: 'instant',
      recordedAt: at,
      actor: by,
      transition: { from: null, to: initialValue },
      commandId: 'c',
      commandHash: 'h',
      correlationId: 'c',
      causationId: 'c',
      procedure: type === 'ProcedureMigrated' ? nextVersion : smallProcedure,
      engineVersion: '0',
      revision: moment,
      position: String(moment),
    },
    data,
  );
  return eventOf(fact);
}

function usualSender(type: EventType): Actor {
  const [role = 'supervisor'] = sendersOf(type, smallProcedure);
  return answers.includes(type)
    ? { id: 'another', role: 'supervisor', office: 'energy' }
    : { id: 'someone', role, office: 'tax' };
}

function justRegistered(): Standing {
  const event = anEvent('MineRegistered', registration, 0);
  if (event.type !== 'MineRegistered') throw new Error('no registration');
  return { value: initialValue, mine: registered(event) };
}

/** A place reached on the walk: where the mine stands and how many events led there. */
export interface Place {
  readonly standing: Standing;
  readonly moment: number;
}

/** A mine just registered. */
function newMine(): Place {
  return { standing: justRegistered(), moment: 0 };
}

/** A mine that was closed and reopened while its appeal was pending, and holds a licence. */
function reopenedMine(): Place {
  const way = [
    'LicenceGranted',
    'ClosureOrdered',
    'AppealLodged',
    'InspectionStarted',
    'CheckRecorded',
    'InspectionPassed',
    'RequirementSatisfied',
    'RequirementsCertified',
    'ReopeningAuthorised',
  ] as const;
  return way.reduce((place, type) => {
    const next = firstWay(place, type);
    if (!next) throw new Error(`${type} was refused on the way to reopened`);
    return next;
  }, newMine());
}

/** The place after an event of a type with the usual data; undefined when it is refused in every way. */
export function firstWay(place: Place, type: EventType): Place | undefined {
  return allWays(place, type)[0]?.place;
}

/** What one event did: the transitions of all regions as lines of the table, and the place it led to. */
interface Step {
  readonly lines: readonly string[];
  readonly place: Place;
}

/** Sends an event to a mine, with what the engine appends to it; undefined when the chart refuses it. */
export function step<T extends EventType>(
  { standing, moment }: Place,
  type: T,
  data: EventData<T>,
  { decide = decidedAlike, by }: { readonly decide?: Decider['decide']; readonly by?: Actor } = {},
): Step | undefined {
  const decision = decide(standing, anEvent(type, data, moment + 1, by));
  if (!decision.accepted) return undefined;
  const { from, to } = decision.transition;
  const lines = from
    ? (['operation', 'appeal', 'power'] as const)
        .filter((region) => region === owningRegion(type) || from[region] !== to[region])
        .map((region) => asLine(region, from[region], type, to[region]))
    : [];
  const place = { standing: decision.standing, moment: moment + 1 };
  const quashes = type === 'AppealDecided' && 'appealId' in data && quashesClosure(decision.standing, data.appealId);
  const consequence = quashes ? step(place, 'ClosureQuashed', { appealId: data.appealId }, { decide }) : undefined;
  if (quashes && !consequence) throw new Error('a quashed order was not quashed');
  return consequence ? { lines: [...lines, ...consequence.lines], place: consequence.place } : { lines, place };
}

/** What XState decides. @throws when the compiled chart decides anything else */
function decidedAlike(standing: Standing, event: MineEvent): Decision {
  const decision = byXState.decide(standing, event);
  if (isDeepStrictEqual(compiled.decide(standing, event), decision)) return decision;
  throw new Error(`the compiled chart decides differently on ${event.type} from ${JSON.stringify(standing.value)}`);
}

function quashesClosure({ mine }: Standing, appealId: string): boolean {
  const appeal = mine.appeals.find((each) => each.appealId === appealId);
  return appeal?.status === 'quashed' && appeal.cycle === mine.cycle && appeal.against === 'order' && inOpenCycle(mine);
}

/** What leads nowhere and makes nothing else possible: seen once from a state, it need not be tried again. */
const ends: readonly EventType[] = [
  'OperatorChanged',
  'OrderServed',
  'LiftRefused',
  'OperationResumed',
  'InspectionScheduled',
  'ExtensionRefused',
  'RemediationExtended',
  'LicenceRefused',
  'LicenceExpired',
  'GuaranteeLetterWithdrawn',
  'LostCapacityReported',
  'OwnerStatementFiled',
  'CaseHandedOver',
  'DocumentAttached',
  'NoteAdded',
  'DeadlinePassed',
  'FactCorrected',
  'ApprovalGranted',
  'ApprovalDeclined',
  'ApprovalWithdrawn',
  'StayRefused',
];

/** What leads nowhere and makes only the next of its kind possible. */
const links: readonly EventType[] = [
  'LiftRequested',
  'ExtensionRequested',
  'RequirementWaived',
  'LicenceApplied',
  'GuaranteeLetterDemanded',
  'GuaranteeLetterSigned',
  'GuaranteeLetterAccepted',
  'GuaranteeLetterBreached',
  'GuaranteeLetterDeclined',
  'CaseAssigned',
  'ApprovalRequested',
  'StayRequested',
];

function allWays<T extends EventType>(place: Place, type: T): Step[] {
  return wellFormed(type, place.standing.mine).flatMap((data) => step(place, type, data) ?? []);
}

/** What makes two places alike: what the table's rows ask of a mine, short of what one event can bring about anywhere. */
function likeness({ standing: { value, mine } }: Place): string {
  return JSON.stringify([
    value.operation,
    value.appeal,
    value.power === 'relocating',
    mine.everReopened,
    mine.siteInspected,
    mine.inspections.failed,
    openFindings(mine.findings).length > 0,
    Object.values(mine.checks).some(({ outcome }) => outcome !== 'fail'),
    Object.values(mine.requirements).map(({ status }) => ['satisfied', 'submitted'].indexOf(status)),
    Object.values(mine.licences).some(({ status }) => status === 'suspended'),
    mine.appeals.some(({ cycle, status }) => cycle !== mine.cycle && status === 'pending'),
  ]);
}

/** The kinds of places that the walk shares its steps among. */
function kindOf({ standing: { value, mine } }: Place): string {
  const { operation, appeal, power } = value;
  return JSON.stringify([operation, appeal, power === 'relocating', mine.siteInspected, mine.everReopened]);
}

/** What the walk found: the places it went on from, every transition seen. */
export interface Found {
  readonly places: readonly Place[];
  readonly lines: ReadonlySet<string>;
}

/**
 * Walks the chart from a new and from a reopened mine, to every place that is like none before. It goes on first from places reached by
 * a transition not seen before, then from those of the kind it went on from least. Goes on from so many places; the same ones each time.
 */
export function walk(limit: number): Found {
  const places: Place[] = [];
  const lines = new Set<string>();
  const known = new Set<string>();
  const wentOn = new Map<string, number>();
  const promising: Place[] = [newMine(), reopenedMine()];
  const others: Place[] = [];
  while (places.length < limit) {
    const place = promising.shift() ?? leastOften(others, wentOn);
    if (!place) break;
    places.push(place);
    wentOn.set(kindOf(place), (wentOn.get(kindOf(place)) ?? 0) + 1);
    for (const type of worthTrying(place, lines, places.length)) {
      for (const next of allWays(place, type)) {
        const isNew = next.lines.some((line) => !lines.has(line)) && !ends.includes(type);
        for (const line of next.lines) lines.add(line);
        const like = likeness(next.place);
        if (known.has(like) && !isNew) continue;
        known.add(like);
        (isNew ? promising : others).push(next.place);
      }
    }
  }
  return { places, lines };
}

/** All that leads on, and what does not as long as it was not seen from here; that again at every tenth place. */
function worthTrying({ standing: { value } }: Place, seen: ReadonlySet<string>, count: number): EventType[] {
  return eventTypes.filter((type, index) => {
    if (!(ends.includes(type) || links.includes(type)) || (count + index) % 10 === 0) return true;
    const state = value[owningRegion(type)];
    return !seen.has(asLine(owningRegion(type), state, type, state));
  });
}

function leastOften(places: Place[], wentOn: ReadonlyMap<string, number>): Place | undefined {
  const often = places.map((place) => wentOn.get(kindOf(place)) ?? 0);
  const [place] = places.splice(often.indexOf(Math.min(...often)), 1);
  return place;
}
