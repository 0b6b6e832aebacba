import type { ChartValue } from '@rectify/engine/rectification';
import { say } from '@rectify/words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from './chart-step.ts';
import type { ChosenState } from './state-choice.ts';

/** What the chart's regions and states are called: `short` within the zones of the drawing, which say whether the mine is shut. */
export function useChartWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const named = (name: Region, state: string) =>
      name === 'operation' && (state === 'inspected' || state === 'licensed')
        ? say(t, `domain.status.${state}`, state)
        : say(t, `chart.${name}.${state}`, state);
    const region = (name: Region) => t(`chart.region.${name}`);
    return {
      region,
      short: <R extends Region>(name: R, state: ChartValue[R]) => say(t, `chart.${name}.${state}`, state),
      /** Inspected and licensed never stand alone: the mine is still shut. */
      state: <R extends Region>(name: R, state: ChartValue[R]) => named(name, state),
      named,
      /** A state by itself, away from its region: `Appeal: lodged`. */
      inFull: ({ region: name, state }: ChosenState) =>
        name === 'operation'
          ? named(name, state)
          : t('chart.ofRegion', { region: region(name), state: named(name, state) }),
    };
  }, [t]);
}
