import { effectiveHistory, type Fact, isKnowledgeEvent } from '@rectify/engine';
import { answerTo } from './answer.ts';
import { type Asked, type GoldenHistory, goldenHistory } from './history-file.ts';
import { timeOf } from './time.ts';

/** What a golden history would have to expect of these facts: the answers to all that it asks. */
export function answered({ at, questions }: Asked, facts: readonly Fact[]): GoldenHistory['expected'] {
  const answers = {
    at,
    ...answerTo(facts, { at }),
    transitions: transitionsOf(facts),
    questions: questions?.map(({ asOf, knownAt }) => ({ asOf, knownAt, ...answerTo(facts, { asOf, knownAt, at }) })),
  };
  return goldenHistory.shape.expected.parse(JSON.parse(JSON.stringify(answers)));
}

/** Each change of state in one line, in the order in which it happened in the world, as corrected. */
function transitionsOf(facts: readonly Fact[]): string[] {
  return effectiveHistory(facts).flatMap(({ fact: { type, occurredAt, transition } }) => {
    const { from, to } = transition;
    if (from === null || isKnowledgeEvent(type)) return [];
    const changes = (['operation', 'appeal', 'power'] as const)
      .filter((region) => from[region] !== to[region])
      .map((region) => `${from[region]} → ${to[region]}`);
    return changes.length > 0 ? [`${timeOf(occurredAt)} ${type}: ${changes.join(', ')}`] : [];
  });
}
