import { type ChartValue, chartValue, type EventType, isEventType } from '@rectify/engine/rectification';
import { rectification } from '@rectify/engine/statechart';

/** A region of the statechart. */
export type Region = keyof ChartValue;

/** One step of the statechart: what leads from where to where, by the name of the condition that decides whether this way is taken. */
export interface Step {
  readonly region: Region;
  readonly from: string;
  readonly event: EventType;
  /** The same as `from` where the region stays. */
  readonly to: string;
  readonly condition: string;
}

type Node = typeof rectification.root;

/** Every step of the machine, region by region; a state's own steps before those of the states around it. */
export const steps: readonly Step[] = chartValue.keyof().options.flatMap((region) => {
  const node: Node | undefined = rectification.root.states[region];
  return node ? leavesUnder(node).flatMap((leaf) => stepsFrom(leaf, region)) : [];
});

function leavesUnder(node: Node): Node[] {
  const inner = Object.values(node.states);
  return inner.length === 0 ? [node] : inner.flatMap(leavesUnder);
}

function stepsFrom(leaf: Node, region: Region): Step[] {
  const found: Step[] = [];
  for (let node: Node | undefined = leaf; node && node !== rectification.root; node = node.parent) {
    for (const [event, transitions] of node.transitions) {
      if (!isEventType(event)) continue;
      for (const { target, guard } of transitions) {
        const from = nameOf(leaf);
        const to = target?.[0] ? nameOf(entered(target[0])) : from;
        found.push({ region, from, event, to, condition: String(guard) });
      }
    }
  }
  return found;
}

/** Where one comes to by entering a state. */
function entered(node: Node): Node {
  const [initial] = node.type === 'compound' ? (node.initial?.target ?? []) : [];
  return initial ? entered(initial) : node;
}

function nameOf({ path }: Node): string {
  return path.slice(1).join('.');
}

/** The state of a region in which a mine begins. */
export function initialState(region: Region): string | undefined {
  const node: Node | undefined = rectification.root.states[region];
  return node && nameOf(entered(node));
}

/** Sets of states of the operation region that have a name of their own, the largest first. */
export const stateSets: readonly { readonly name: string; readonly states: readonly string[] }[] = (() => {
  const { options } = chartValue.shape.operation;
  const running = ['operating', 'reopened'];
  const closed = options.filter((state) => state.startsWith('closed.'));
  const shut = [...closed, 'inspected', 'licensed'];
  return [
    { name: 'any state', states: options },
    { name: 'any state but decommissioned', states: [...running, ...shut] },
    { name: 'shut', states: shut },
    { name: 'closed', states: closed },
    { name: 'running', states: running },
  ];
})();

/** The states of a set by its name. */
export function setOfStates(name: string): readonly string[] {
  return stateSets.find((set) => set.name === name)?.states ?? [];
}
