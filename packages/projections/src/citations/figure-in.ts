import { CannotBeCited } from './cannot-be-cited.ts';
import { type CitedFigure, citedFigure } from './citation-answer.ts';

/** The steps of a JSON pointer (RFC 6901). */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer leads to; undefined where there is nothing. */
export function valueAt(value: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce((within: unknown, step) => {
    if (typeof within !== 'object' || within === null || !Object.hasOwn(within, step)) return undefined;
    return Reflect.get(within, step);
  }, value);
}

/**
 * The figure that a pointer leads to; undefined where there is none.
 * @throws CannotBeCited where it leads to more than one value
 */
export function figureIn(answer: unknown, pointer: string): CitedFigure | undefined {
  const value = valueAt(answer, pointer);
  if (value === undefined) return undefined;
  const figure = citedFigure.safeParse(value);
  if (figure.success) return figure.data;
  throw new CannotBeCited(`${pointer} leads to more than one value. Name a single figure in the answer.`);
}
