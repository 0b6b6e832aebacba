import { expect, test } from '@jest/globals';
import { eventTypes } from '../../src/index.ts';
import { rectification } from '../../src/rectification/machine.ts';

type Node = typeof rectification.root;

function nodesUnder(node: Node): Node[] {
  return [node, ...Object.values(node.states).flatMap(nodesUnder)];
}

const nodes = nodesUnder(rectification.root);

test('the chart is made of states and transitions alone: nothing happens in it by itself, later or elsewhere', () => {
  expect(nodes.length).toBeGreaterThan(20);
  for (const node of nodes) {
    expect(node.always ?? []).toEqual([]);
    expect(node.after).toEqual([]);
    expect(node.invoke).toEqual([]);
    expect(node.entry).toEqual([]);
    expect(node.exit).toEqual([]);
    expect(node.history).toBe(false);
    expect(['atomic', 'compound', 'parallel']).toContain(node.type);
    const { config } = node;
    expect(Object.keys(config)).toEqual(
      expect.not.arrayContaining(['always', 'after', 'invoke', 'entry', 'exit', 'onDone', 'output']),
    );
  }
});

test('every transition is an event of the vocabulary with a guard, and its only action puts the event on the file', () => {
  const seen = new Set<string>();
  for (const node of nodes) {
    for (const [event, transitions] of node.transitions) {
      seen.add(event);
      expect(eventTypes).toContain(event);
      for (const { guard, actions, reenter } of transitions) {
        expect(typeof guard).toBe('function');
        expect(actions.every((action) => action === 'record')).toBe(true);
        expect(reenter).toBe(false);
      }
    }
  }
  expect(eventTypes.filter((type) => !seen.has(type))).toEqual(['MineRegistered']);
});

test('the one action only assigns', () => {
  const { actions } = rectification.implementations;
  expect(Object.keys(actions)).toEqual(['record']);
  expect(actions.record).toHaveProperty('type', 'xstate.assign');
  for (const kind of ['actors', 'delays', 'guards'] as const) expect(rectification.implementations[kind]).toEqual({});
});
