import type { GrownFigures } from './grown-figures.ts';
import type { Panel } from './growth-chart.ts';

/** What the chart of a growing store shows. */
export const panels: readonly (Panel & { readonly lines: Readonly<Record<string, keyof GrownFigures>> })[] = [
  {
    title: 'Written by 64 senders, durable',
    unit: 'events/s',
    scale: 'value',
    lines: {
      raw: 'rawActive',
      'append, 10⁴ mines': 'appendActive',
      'append, any': 'appendAny',
      'send, 10⁴ mines': 'sendActive',
    },
  },
  { title: 'The whole log read', unit: 'events/s', scale: 'value', lines: { readAll: 'readAll' } },
  {
    title: 'Waiting for one thing',
    unit: 'ms',
    scale: 'log',
    lines: { 'opening the store': 'openingMs', "one mine's history": 'historyMs' },
  },
  {
    title: 'Peak memory of the process',
    unit: 'MiB',
    scale: 'value',
    lines: { 'the store': 'storeMegabytes', 'and the engine, sending': 'engineMegabytes' },
  },
];
