import { describeSurvival, type SurvivalAnswer, type SurvivalQuestion } from '@rectify/analytics';
import { type ObservationColumns, readObservations } from './observations.ts';

/**
 * The survival of the observations in a table; `-` is standard input.
 * @throws UsageError, CannotBeDone
 */
export async function survivalOfLog(
  file: string,
  columns: ObservationColumns,
  question: SurvivalQuestion,
): Promise<SurvivalAnswer> {
  return describeSurvival(await readObservations(file, columns), question);
}
