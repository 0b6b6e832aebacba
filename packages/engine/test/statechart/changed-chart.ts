import fc from 'fast-check';
import { type AnyStateMachine, createMachine } from 'xstate';
import { type EventType, eventTypes, owningRegion } from '../../src/index.ts';
import { chartConditions } from '../../src/rectification/chart-conditions.ts';
import { rectification } from '../../src/rectification/machine.ts';

/** What a state of the chart is configured with, as far as it is changed here. */
interface State {
  readonly on?: object;
  readonly states?: Readonly<Record<string, State>>;
}

/** Another configuration for the state at a path; an empty path is the chart itself. */
interface Change {
  readonly path: readonly string[];
  readonly to: (state: State) => object;
}

/** The chart with changes. */
export function chartWith(...changes: readonly Change[]): AnyStateMachine {
  const changed = changes.reduce<State>((state, { path, to }) => changedAt(state, path, to), rectification.config);
  return createMachine({ ...rectification.config, ...changed }, rectification.implementations);
}

function changedAt(state: State, [inner, ...rest]: Change['path'], to: Change['to']): State {
  if (inner === undefined) return { ...state, ...to(state) };
  return { ...state, states: { ...state.states, [inner]: changedAt(state.states?.[inner] ?? {}, rest, to) } };
}

type Node = typeof rectification.root;

function nodesIn(node: Node): Node[] {
  return Object.values(node.states).flatMap((inner) => [inner, ...nodesIn(inner)]);
}

const nodes = nodesIn(rectification.root);
const condition = fc.constantFrom(...Object.keys(chartConditions));

/** Other transitions for one event, from any state to any states of its region, under any conditions. */
const change = fc
  .record({ node: fc.constantFrom(...nodes), type: fc.constantFrom<EventType>(...eventTypes) })
  .chain(({ node, type }) => {
    const [region = ''] = node.path;
    const targets = nodes.filter(({ path }) => path[0] === region && path.length > 1).map(({ id }) => `#${id}`);
    const owns = owningRegion(type) === region;
    const transition: fc.Arbitrary<object> = owns
      ? fc.record({
          target: fc.option(fc.constantFrom(...targets), { nil: undefined }),
          guard: condition,
          actions: fc.constant('record'),
        })
      : fc.record({ target: fc.constantFrom(...targets), guard: condition });
    return fc
      .array(transition, { minLength: 1, maxLength: 3 })
      .map((transitions): Change => ({ path: node.path, to: ({ on }) => ({ on: { ...on, [type]: transitions } }) }));
  });

/** The chart with very different transitions, each within its region and recorded by the owning one. */
export const changedChart = fc
  .array(change, { minLength: 100, maxLength: 300, size: 'max' })
  .map((changes) => chartWith(...changes));
