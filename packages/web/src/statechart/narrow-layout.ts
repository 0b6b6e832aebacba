import type { ChartValue } from '@rectify/engine/rectification';
import { across } from './beneath.ts';
import type { Place } from './geometry.ts';
import type { Layout, Line, RegionLayout } from './layout.ts';

const height = 44;
/** Free lines left and right of the states, along which ways run that skip some. */
const left = 4;
const right = 355;

const operation: RegionLayout<ChartValue['operation']> = {
  title: [0, 0],
  places: {
    operating: { x: 24, y: 24, width: 316, height },
    'closed.awaitingInspection': { x: 24, y: 142, width: 150, height },
    'closed.inspecting': { x: 190, y: 142, width: 150, height },
    'closed.remediating': { x: 190, y: 222, width: 150, height },
    'closed.awaitingReinspection': { x: 24, y: 222, width: 150, height },
    inspected: { x: 24, y: 306, width: 316, height },
    licensed: { x: 24, y: 374, width: 316, height },
    reopened: { x: 24, y: 462, width: 316, height },
    decommissioned: { x: 24, y: 550, width: 316, height },
  },
  ways: [
    {
      from: 'operating',
      leave: ['bottom', 0.2373],
      to: 'closed.awaitingInspection',
      arrive: ['top', 0.5],
      usual: true,
    },
    {
      from: 'closed.awaitingInspection',
      leave: ['right', 0.5],
      to: 'closed.inspecting',
      arrive: ['left', 0.5],
      usual: true,
    },
    { from: 'closed.inspecting', leave: ['bottom', 0.6], to: 'closed.remediating', arrive: ['top', 0.6], usual: true },
    {
      from: 'closed.remediating',
      leave: ['left', 0.5],
      to: 'closed.awaitingReinspection',
      arrive: ['right', 0.5],
      usual: true,
    },
    {
      from: 'closed.awaitingReinspection',
      leave: ['top', 0.7],
      bends: [
        [129, 210],
        [220, 210],
      ],
      to: 'closed.inspecting',
      arrive: ['bottom', 0.2],
      usual: true,
    },
    {
      from: 'closed.inspecting',
      leave: ['right', 0.5],
      bends: [
        [right - 1, 164],
        [right - 1, 292],
        [310, 292],
      ],
      to: 'inspected',
      arrive: ['top', 0.905],
      usual: true,
    },
    { from: 'inspected', leave: ['bottom', 0.5], to: 'licensed', arrive: ['top', 0.5], usual: true },
    { from: 'licensed', leave: ['bottom', 0.5], to: 'reopened', arrive: ['top', 0.5], usual: true },
    {
      from: 'reopened',
      leave: ['left', 0.5],
      bends: [
        [10, 484],
        [10, 164],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['left', 0.5],
      usual: true,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.08],
      bends: [
        [202, 196],
        [111, 196],
      ],
      to: 'closed.awaitingInspection',
      arrive: ['bottom', 0.58],
      usual: false,
    },
    {
      from: 'closed.inspecting',
      leave: ['bottom', 0.4],
      bends: [
        [250, 203],
        [84, 203],
      ],
      to: 'closed.awaitingReinspection',
      arrive: ['top', 0.4],
      usual: false,
    },
    { from: 'licensed', leave: ['top', 0.75], to: 'inspected', arrive: ['bottom', 0.75], usual: false },
  ],
  detour: (from, to) => beside(operation.places[from], operation.places[to]),
};

/** States in the left column are left and met from the left, all others from the right; only one goes round beneath another. */
function beside(start: Place, end: Place): Line {
  const leftwards = start.x + start.width < 190 || end.x + end.width < 190;
  const side = leftwards ? 'left' : 'right';
  const lane = leftwards ? left : right;
  const meet = end.y + end.height * 0.7;
  if (leftwards && start.x >= 190) {
    const under = start.y + start.height + 6;
    return {
      leave: ['bottom', 0.4],
      bends: [
        [across(start, 0.4), under],
        [lane, under],
        [lane, meet],
      ],
      arrive: [side, 0.7],
    };
  }
  return {
    leave: [side, 0.3],
    bends: [
      [lane, start.y + start.height * 0.3],
      [lane, meet],
    ],
    arrive: [side, 0.7],
  };
}

const appeal: RegionLayout<ChartValue['appeal']> = {
  title: [0, 630],
  places: {
    none: { x: 0, y: 642, width: 168, height },
    'lodged.unstayed': { x: 190, y: 642, width: 168, height },
    'lodged.stayed': { x: 190, y: 718, width: 168, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'lodged.unstayed', arrive: ['left', 0.5], usual: true },
    { from: 'lodged.unstayed', leave: ['bottom', 0.5], to: 'lodged.stayed', arrive: ['top', 0.5], usual: true },
  ],
  detour: (from, to) => between(appeal.places[from], appeal.places[to], 642),
};

const power: RegionLayout<ChartValue['power']> = {
  title: [0, 798],
  places: {
    none: { x: 0, y: 810, width: 168, height },
    ordered: { x: 190, y: 810, width: 168, height },
    curtailed: { x: 190, y: 886, width: 168, height },
    relocating: { x: 0, y: 886, width: 168, height },
  },
  ways: [
    { from: 'none', leave: ['right', 0.5], to: 'ordered', arrive: ['left', 0.5], usual: true },
    { from: 'ordered', leave: ['bottom', 0.5], to: 'curtailed', arrive: ['top', 0.5], usual: true },
    { from: 'curtailed', leave: ['left', 0.5], to: 'relocating', arrive: ['right', 0.5], usual: true },
  ],
  detour: (from, to) => between(power.places[from], power.places[to], 810),
};

/** States that stand in two rows, the first at `firstRow`: their ways run between the rows. */
function between(start: Place, end: Place, firstRow: number): Line {
  const along = start.y < end.y ? 0.25 : 0.75;
  const upwards = start.y > end.y || (start.y === end.y && start.y > firstRow);
  const side = upwards ? 'top' : 'bottom';
  const facing = start.y === end.y ? side : upwards ? 'bottom' : 'top';
  const lane = firstRow + height + (upwards ? 20 : 12);
  return {
    leave: [side, along],
    bends: [
      [across(start, along), lane],
      [across(end, along), lane],
    ],
    arrive: [facing, along],
  };
}

/** The chart for a phone: the way to reopening from top to bottom, the other regions beneath. */
export const narrowLayout: Layout = {
  width: 358,
  height: 942,
  roomy: true,
  closed: { x: 16, y: 112, width: 332, height: 166 },
  zones: [
    { word: 'running', from: [24, 18], to: [340, 18], text: [24, 12] },
    { word: 'shut', from: [16, 100], to: [348, 100], text: [200, 94] },
    { word: 'running', from: [24, 450], to: [340, 450], text: [200, 444] },
  ],
  operation,
  appeal,
  power,
};
