import { expect, test } from '@jest/globals';
import { aalenJohansen, CENSORED, describeSurvival, incidenceAt, type Observation } from '@rectify/analytics';

/** Two that were reopened, one whose order was quashed, two that were still shut when last seen. */
const shut: readonly Observation[] = [
  { time: 1, outcome: 'reopened' },
  { time: 2, outcome: 'quashed' },
  { time: 2, outcome: CENSORED },
  { time: 3, outcome: 'reopened' },
  { time: 4, outcome: CENSORED },
];

test('two competing outcomes, worked by hand', () => {
  // Survival before each: 1, 4/5, 3/5. Reopened 1/5, then 1/5 + 3/5 · 1/2; quashed 4/5 · 1/4.
  const curves = aalenJohansen(shut);
  expect(curves.outcomes).toEqual(['quashed', 'reopened']);
  expect(
    curves.steps.map(({ time, survival, incidences }) => [
      time,
      survival,
      ...incidences.map(({ incidence }) => incidence.value),
    ]),
  ).toEqual(
    [
      [1, 0.8, 0, 0.2],
      [2, 0.6, 0.2, 0.2],
      [3, 0.3, 0.2, 0.5],
      [4, 0.3, 0.2, 0.5],
    ].map((row) => row.map((number) => expect.closeTo(number, 12))),
  );
});

test('their variances, worked by hand', () => {
  // Quashed: 0.2² / 20 + 0.8² · 3/64. Reopened: 0.3² (1/20 + 1/12) + 4/125 + 0.6² / 8 - 2 · 0.3 / 25.
  const last = aalenJohansen(shut)
    .steps.at(-1)
    ?.incidences.map(({ incidence }) => incidence.standardError);
  expect(last).toEqual([expect.closeTo(Math.sqrt(0.032), 12), expect.closeTo(Math.sqrt(0.065), 12)]);
});

test('asked for at a time: as it was since the last event, and nothing once nobody was watched', () => {
  const asked = incidenceAt(aalenJohansen(shut), 'reopened', [0, 1.5, 4, 5]);
  expect(asked.map(({ incidence }) => incidence?.value ?? null)).toEqual([0, 0.2, expect.closeTo(0.5, 12), null]);
});

test('described with the survival, each outcome with how many ended so', () => {
  const [group] = describeSurvival(shut).groups;
  expect(
    group?.outcomes.map(({ outcome, events, incidence }) => [outcome, events, incidence.map(({ time }) => time)]),
  ).toEqual([
    ['quashed', 1, [1, 2, 3]],
    ['reopened', 2, [1, 2, 3]],
  ]);
});
