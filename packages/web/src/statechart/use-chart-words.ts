import type { ChartValue } from '@rectify/engine/rectification';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../language/say.ts';
import type { Region } from './chart-step.ts';

/** The short names of the chart's states, as they stand in the drawing. */
export function useChartWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      region: (name: Region) => t(`case.chart.region.${name}`),
      state: <R extends Region>(name: R, state: ChartValue[R]) => say(t, `case.chart.${name}.${state}`, state),
    }),
    [t],
  );
}
