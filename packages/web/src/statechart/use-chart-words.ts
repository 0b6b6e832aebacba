import type { ChartValue } from '@rectify/engine/rectification';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../language/say.ts';
import type { Region } from './chart-step.ts';

/** What the chart's regions and states are called: `short` within the zones of the drawing, which say whether the mine is shut. */
export function useChartWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      region: (name: Region) => t(`case.chart.region.${name}`),
      short: <R extends Region>(name: R, state: ChartValue[R]) => say(t, `case.chart.${name}.${state}`, state),
      /** Inspected and licensed never stand alone: the mine is still shut. */
      state: <R extends Region>(name: R, state: ChartValue[R]) =>
        name === 'operation' && (state === 'inspected' || state === 'licensed')
          ? say(t, `domain.status.${state}`, state)
          : say(t, `case.chart.${name}.${state}`, state),
    }),
    [t],
  );
}
