/** Statistics of durations. They know nothing of mines: numbers come in, numbers go out. */
export { aalenJohansen, type IncidenceCurves, type IncidenceStep, incidenceAt } from './survival/aalen-johansen.ts';
export { type GroupSurvival, groupSurvival, type SurvivalAnswer, survivalAnswer } from './survival/answer.ts';
export { describeSurvival, type SurvivalQuestion } from './survival/describe-survival.ts';
export type { Estimate } from './survival/estimate.ts';
export {
  eventTimes,
  kaplanMeier,
  type SurvivalAt,
  type SurvivalCurve,
  type SurvivalStep,
  survivalAt,
} from './survival/kaplan-meier.ts';
export { type LogRank, logRank } from './survival/log-rank.ts';
export { CENSORED, InvalidObservation, type Observation } from './survival/observation.ts';
export { type Quantile, quantile } from './survival/quantile.ts';
export { type RestrictedMean, restrictedMean } from './survival/restricted-mean.ts';
