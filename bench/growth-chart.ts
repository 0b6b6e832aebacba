import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** One of the four pictures of a chart. */
export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly scale: 'value' | 'log';
  /** What its lines are called, and the value that each shows. */
  readonly lines: Readonly<Record<string, string>>;
}

/** What a chart shows. */
export interface Growth {
  readonly title: string;
  readonly subtitle: string;
  /** What grows, from left to right. */
  readonly across: string;
  readonly panels: readonly Panel[];
  readonly sizes: readonly { readonly size: number; readonly values: Readonly<Record<string, number>> }[];
}

const WIDTH = 960;
const HEIGHT = 690;
const ink = '#1f2933';
const colours = ['#1d4ed8', '#b45309', '#0f766e', '#be185d', '#6d28d9', '#4d7c0f', '#b91c1c', '#334155'];

/** A chart of how something grows with a store, as SVG on white: four panels, the size of the store from left to right in powers of ten. */
export function growthChart({ title, subtitle, across, panels, sizes }: Growth): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  const place = (index: number) => ({ left: 90 + (index % 2) * 480, top: 130 + Math.floor(index / 2) * 310 });
  const lines = panels.flatMap(({ lines }, panel) => Object.entries(lines).map(([name, of]) => ({ name, of, panel })));
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: colours,
    textStyle: { color: ink, fontFamily: 'system-ui, sans-serif', fontSize: 13 },
    title: [
      { text: title, subtext: subtitle, left: 20, top: 10 },
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
      min: Math.min(...sizes.map(({ size }) => size)),
      max: Math.max(...sizes.map(({ size }) => size)),
      name: across,
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
      data: sizes.map(({ size, values }) => [size, values[of]]),
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
