import type { Region } from './chart-step.ts';

/** A state of a region. */
export interface ChosenState {
  readonly region: Region;
  readonly state: string;
}

/** States of a chart that can be chosen, to be asked why the mine is not there. */
export interface StateChoice {
  readonly chosen: ChosenState | null;
  /** What stands beneath the drawing, named by an id: it opens as a state is chosen. */
  readonly controls: string;
  /** What says that states can be pressed and why, named by an id. */
  readonly explained: string;
  readonly choose: (chosen: ChosenState) => void;
}

/** Whether a state is the one that is chosen. */
export function isChosen(choice: StateChoice, { region, state }: ChosenState): boolean {
  return choice.chosen?.region === region && choice.chosen.state === state;
}
