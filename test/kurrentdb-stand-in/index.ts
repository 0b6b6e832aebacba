export type { Control } from './control.ts';
export { controlAt } from './control-channel.ts';
export { type StandIn, type StandInOptions, startStandIn } from './stand-in.ts';
