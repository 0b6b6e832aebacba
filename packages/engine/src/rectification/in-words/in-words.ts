/** The rules in words, for who reads them rather than runs them: what the statechart, its conditions and the events mean. */
export { chartConditionsInWords, regionsInWords, statesInWords } from './chart.ts';
export { type ConditionInWords, conditionsInWords, generalConditions } from './conditions.ts';
export { cycleRules } from './cycles.ts';
export { eventSubjects, eventsInWords } from './events.ts';
export { type Foundation, foundingReport, rulesEverywhere } from './foundations.ts';
