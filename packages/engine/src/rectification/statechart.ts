/** The statechart and what decides by it: XState, and what is compiled from the same chart. */
export { compiled } from './compiled/decider.ts';
export { byXState, type Decider, type Decision, type Standing } from './decide.ts';
export { rectification } from './machine.ts';
