import { shippedDocuments } from '@rectify/engine/rectification';
import { statechartDrawing } from './chart/drawing.ts';
import { parts } from './markdown.ts';
import { cycles } from './sections/cycles.ts';
import { deadlines } from './sections/deadlines.ts';
import { events } from './sections/events.ts';
import { foundations } from './sections/foundations.ts';
import { procedures } from './sections/procedures.ts';
import { states } from './sections/states.ts';
import { english } from './words.ts';

/** The rules as a document (Markdown): from the statechart, its conditions, the vocabulary and the shipped procedures. */
export async function rulesDocument(): Promise<string> {
  const { words } = await english();
  const text = parts(
    '# The rules of rectification',
    'What may happen to a mine, who may do it, when, and what has to be so. Written by `pnpm docs:rules` from what the engine runs: the statechart, its conditions, the vocabulary of events and the shipped procedures. Do not edit it; `pnpm docs:check` tells when it is not current.',
    states(words),
    cycles(),
    events(words, shippedDocuments),
    deadlines(words, shippedDocuments),
    procedures(words, shippedDocuments),
    foundations(),
  );
  return `${text}\n`;
}

/** The statechart as a picture (SVG). */
export async function statechartPicture(): Promise<string> {
  const { shortState } = await english();
  return statechartDrawing(shortState);
}
