export type { Control } from './control.ts';
export { type StandIn, type StandInOptions, startStandIn } from './stand-in.ts';
