import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { GrownFigures } from './grown-figures.ts';

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

type Sizes = readonly (GrownFigures & { readonly events: number })[];

interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly scale: 'value' | 'log';
  readonly lines: Readonly<Record<string, keyof GrownFigures>>;
}

const panels: readonly Panel[] = [
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

const WIDTH = 960;
const HEIGHT = 690;
const ink = '#1f2933';
const colours = ['#1d4ed8', '#b45309', '#0f766e', '#be185d', '#6d28d9', '#4d7c0f', '#b91c1c', '#334155'];

/** A chart of how cost grows with a store, as SVG on white: four panels, the size of the store from left to right in powers of ten. */
export function growthChart(sizes: Sizes, subtitle: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  const place = (index: number) => ({ left: 90 + (index % 2) * 480, top: 130 + Math.floor(index / 2) * 310 });
  const lines = panels.flatMap(({ lines }, panel) => Object.entries(lines).map(([name, of]) => ({ name, of, panel })));
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { color: ink, fontFamily: 'system-ui, sans-serif', fontSize: 13 },
    title: [
      { text: 'How cost grows with the number of events stored', subtext: subtitle, left: 20, top: 10 },
      ...panels.map(({ title, unit }, index) => ({
        text: `${title} (${unit})`,
        left: place(index).left - 60,
        top: place(index).top - 62,
        textStyle: { fontSize: 14, color: ink },
      })),
    ],
    legend: panels.map(({ lines }, index) => ({
      data: Object.keys(lines),
      left: place(index).left - 65,
      top: place(index).top - 38,
      itemWidth: 16,
      itemGap: 8,
      textStyle: { color: ink, fontSize: 12 },
    })),
    grid: panels.map((_, index) => ({ ...place(index), width: 360, height: 190 })),
    xAxis: panels.map((_, gridIndex) => ({
      gridIndex,
      type: 'log',
      min: Math.min(...sizes.map(({ events }) => events)),
      max: Math.max(...sizes.map(({ events }) => events)),
      name: 'events in the store',
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: { color: ink },
      axisLabel: { color: ink, formatter: powerOfTen },
    })),
    yAxis: panels.map(({ scale }, gridIndex) => ({
      gridIndex,
      type: scale,
      min: scale === 'value' ? 0 : undefined,
      axisLabel: { color: ink, formatter: (value: number) => value.toLocaleString('en') },
    })),
    series: lines.map(({ name, of, panel }) => ({
      name,
      type: 'line',
      xAxisIndex: panel,
      yAxisIndex: panel,
      symbol: 'circle',
      symbolSize: 8,
      data: sizes.map((size) => [size.events, size[of]]),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function powerOfTen(value: number): string {
  const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  return `10${[...String(Math.round(Math.log10(value)))].map((digit) => superscripts[Number(digit)] ?? '').join('')}`;
}
