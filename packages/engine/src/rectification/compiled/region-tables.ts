import type { AnyStateMachine } from 'xstate';
import { type ChartRegion, owningRegion } from '../catalogue.ts';
import { type ChartCondition, chartConditions, isConditionName } from '../chart-conditions.ts';
import { chartValue } from '../chart-value.ts';
import { type EventType, isEventType } from '../events/events.ts';

/** A region of the chart as a table of its states. */
export interface RegionTable {
  readonly region: ChartRegion;
  readonly states: readonly RegionState[];
}

/** A state of a region without others in it. */
export interface RegionState {
  /** Dotted, as in a chart value. */
  readonly name: string;
  readonly transitions: Transitions;
}

/** For each event the transitions in the order they are tried: the state's own, then those of the states around it, which they shadow. */
type Transitions = ReadonlyMap<EventType, readonly Transition[]>;

/** A transition: where it leads, null if the region stays, and when. */
interface Transition {
  readonly to: string | null;
  readonly holds: ChartCondition;
}

/** A chart does more than decide, so that tables cannot stand for it: something happens later, elsewhere or by itself. */
export class ChartNotCompilable extends Error {
  override readonly name = 'ChartNotCompilable';
  /** The id of the state where. */
  readonly state: string;
  constructor(state: string, what: string) {
    super(`The chart cannot be compiled: ${state} ${what}.`);
    this.state = state;
  }
}

type Node = AnyStateMachine['root'];
type ChartTransition = NonNullable<ReturnType<Node['transitions']['get']>>[number];

const stateKeys = ['id', 'type', 'context', 'schemas', 'initial', 'states', 'on'];
const transitionKeys = ['target', 'guard', 'actions', 'source', 'reenter', 'eventType', 'toJSON'];

/**
 * Reads a chart as tables. It may have parallel regions of nested states; `on` with at most one target, in the same region; a guard known by
 * name; and one assignment, by the region that owns the event. Whatever else it has is refused. @throws ChartNotCompilable
 */
export function regionTables({ root, implementations }: AnyStateMachine): readonly RegionTable[] {
  const { actions, actors, delays, guards } = implementations;
  demand(root, Object.keys({ ...actors, ...delays }).length === 0, 'has actors or delays');
  demand(root, Object.keys(actions).join() === 'record' && isAssignment(actions.record), 'does not only assign');
  demand(root, Object.keys(guards).every(isConditionName), 'has a guard that is no condition of the chart');
  demand(root, root.type === 'parallel' && root.transitions.size === 0, 'is not regions alone');
  demandKeys(root, root.config, stateKeys);
  const regions = chartValue.keyof().options;
  demand(root, sameNames(Object.keys(root.states), regions), 'has other regions than a chart value');
  return regions.map((region) => {
    const node = root.states[region];
    const states = node ? statesIn(node, region, new Map()) : [];
    const names = states.map(({ name }) => name);
    demand(node ?? root, sameNames(names, chartValue.shape[region].options), 'has other states than a chart value');
    return { region, states };
  });
}

function statesIn(node: Node, region: ChartRegion, outer: Transitions): readonly RegionState[] {
  demandKeys(node, node.config, stateKeys);
  demand(node, node.type === 'atomic' || node.type === 'compound', `is ${node.type}`);
  demand(node, node.type === 'atomic' || typeof node.config.initial === 'string', 'does something on entering');
  const all = new Map(outer);
  for (const [type, charted] of node.transitions) {
    if (!isEventType(type)) throw new ChartNotCompilable(node.id, `takes ${type}, which is no event type`);
    const own = charted.map((transition) => read(transition, node, region, type));
    all.set(type, [...own, ...(outer.get(type) ?? [])]);
  }
  const inner = Object.values(node.states);
  return inner.length === 0
    ? [{ name: nameOf(node), transitions: all }]
    : inner.flatMap((each) => statesIn(each, region, all));
}

function read(transition: ChartTransition, node: Node, region: ChartRegion, type: EventType): Transition {
  const { target = [], guard, actions, reenter } = transition;
  demandKeys(node, transition, transitionKeys);
  const owns = owningRegion(type) === region;
  demand(node, actions.join() === (owns ? 'record' : ''), `${owns ? 'does not just record' : 'records'} ${type}`);
  demand(node, !reenter, `is entered anew on ${type}`);
  const [to, ...others] = target;
  demand(node, others.length === 0, `leads to two states on ${type}`);
  demand(node, owns || to !== undefined, `does nothing on ${type}`);
  demand(node, !to || (to.path[0] === region && to.path.length > 1), `leads out of its region on ${type}`);
  if (!isConditionName(guard)) throw new ChartNotCompilable(node.id, `has no condition by name on ${type}`);
  return { to: to ? nameOf(entered(to)) : null, holds: chartConditions[guard] };
}

/** Where one comes to by entering a state. */
function entered(node: Node): Node {
  const [initial] = node.type === 'compound' ? node.initial.target : [];
  return initial ? entered(initial) : node;
}

function nameOf({ path }: Node): string {
  return path.slice(1).join('.');
}

function demandKeys(node: Node, part: object, known: readonly string[]): void {
  const unknown = Object.keys(part).find((key) => !known.includes(key));
  demand(node, unknown === undefined, `has ${unknown}`);
}

function demand(node: Node, holds: boolean, otherwise: string): void {
  if (!holds) throw new ChartNotCompilable(node.id, otherwise);
}

function isAssignment(action: unknown): boolean {
  return typeof action === 'function' && 'type' in action && action.type === 'xstate.assign';
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}
