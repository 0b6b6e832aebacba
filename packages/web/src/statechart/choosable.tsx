import type { KeyboardEvent, ReactNode } from 'react';
import { type ChosenState, isChosen, type StateChoice } from './state-choice.ts';
import classes from './statechart.module.css';

/** A state of the drawing that can be pressed, also with the keyboard, where states can be chosen and the mine is not in it. */
export function Choosable({
  at,
  current,
  choice,
  children,
}: {
  readonly at: ChosenState;
  readonly current: boolean;
  readonly choice: StateChoice | undefined;
  readonly children: ReactNode;
}) {
  if (!choice || current) return children;
  const chosen = isChosen(choice, at);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choice.choose(at);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no buttons of its own
    <g
      role="button"
      tabIndex={0}
      className={classes.choosable}
      data-chosen={chosen}
      aria-describedby={choice.explained}
      aria-expanded={chosen}
      aria-controls={chosen ? choice.controls : undefined}
      onClick={() => choice.choose(at)}
      onKeyDown={pressed}
    >
      {children}
    </g>
  );
}
