import { chartConditionsInWords } from '@rectify/engine/in-words';
import { type Edge, edges } from './edges.ts';
import { type Step, steps } from './steps.ts';

/** The drawing and the statechart do not agree: a step has no line, or a line has no step. */
class NotDrawn extends Error {
  override readonly name = 'NotDrawn';
}

/** An edge with the lines of its words: its events, and under which condition they lead that way. */
export interface Labelled {
  readonly edge: Edge;
  readonly lines: readonly string[];
}

/**
 * Every edge with its words, from the steps of the statechart that lead from one state to another. `stateInWords` names the target
 * where an edge has several. @throws NotDrawn
 */
export function labelledEdges(stateInWords: (edge: Edge, state: string) => string): Labelled[] {
  const byEdge = new Map<Edge, Step[]>(edges.map((edge) => [edge, []]));
  for (const step of steps.filter(({ from, to }) => from !== to)) {
    const edge = widestFor(step);
    if (!edge) throw new NotDrawn(`${step.region}: ${step.from} to ${step.to} by ${step.event} has no line.`);
    byEdge.get(edge)?.push(step);
  }
  return [...byEdge].map(([edge, its]) => {
    if (its.length === 0) throw new NotDrawn(`No step leads from ${edge.from.join()} to ${edge.to.join()}.`);
    return { edge, lines: linesOf(edge, its, (state) => stateInWords(edge, state)) };
  });
}

/** The edge that says most at once: from most states, if the same step leads from all of them. */
function widestFor(step: Step): Edge | undefined {
  return edges
    .filter(({ region, from, to }) => region === step.region && from.includes(step.from) && to.includes(step.to))
    .toSorted((a, b) => b.from.length - a.from.length)
    .find((edge) => edge.from.every((from) => steps.some((each) => isLike(each, step) && each.from === from)));
}

function isLike(a: Step, b: Step): boolean {
  return a.region === b.region && a.event === b.event && a.condition === b.condition && a.to === b.to;
}

function linesOf(edge: Edge, its: readonly Step[], stateInWords: (state: string) => string): string[] {
  const ways = new Map<string, Set<string>>();
  for (const { event, to, condition } of its) {
    const why = conditionInWords(condition);
    const target = edge.to.length > 1 ? ` to ${stateInWords(to)}` : '';
    const tail = `${target}${why === '' ? '' : `, if ${why}`}`;
    ways.set(tail, (ways.get(tail) ?? new Set()).add(event));
  }
  return [...ways].flatMap(([tail, events]) =>
    wrapped(`${[...events].join(', ')}${tail}`, edge.words.characters ?? 90),
  );
}

function conditionInWords(name: string): string {
  const known: Readonly<Record<string, string>> = chartConditionsInWords;
  return known[name] ?? name;
}

/** A text in lines of so many characters at most, where its words allow. */
function wrapped(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.pop();
    const fits = last !== undefined && last.length + word.length < characters;
    if (last !== undefined && !fits) lines.push(last);
    lines.push(fits ? `${last} ${word}` : word);
  }
  return lines;
}
