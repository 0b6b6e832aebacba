import { globSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type CollectedTest, testsIn } from './collected-tests.ts';
import { loadModulesFrom } from './module-loading.ts';
import { runTests } from './test-run.ts';

declare global {
  /** What the mutated code and who runs it share. */
  var __stryker__: InstrumenterContext | undefined;
}

/** The tests of the domain: what needs no server and no browser. Those of stores and threads prove nothing about the domain. */
const TEST_FILES = [
  'packages/engine/test/**/*.test.ts',
  'packages/projections/test/{flags,operators,viewers}.test.ts',
  'test/golden.test.ts',
];
const EXCEPT = ['packages/engine/test/{contract,event-store}/**', 'packages/engine/test/verify-all.test.ts'];

/** Walks and random histories, which take seconds: asked only about the chart, its deciders and the judging of histories, whose examples they are. */
const LONG = [
  'packages/engine/test/{statechart,why-not}/*',
  'packages/engine/test/{corrected-histories,never-throws,properties,rules-in-words}.test.ts',
];
const ASKED_AT_LENGTH = ['**/rectification/{machine,decide,chart-*,compiled/*}.ts', '**/src/judg*.ts'];

function isAskedAtLength(file: string): boolean {
  return ASKED_AT_LENGTH.some((pattern) => matchesGlob(file, pattern));
}

function isLong({ file }: CollectedTest): boolean {
  return LONG.some((pattern) => matchesGlob(file, pattern));
}

/** Properties are tried with the same few histories every time, so that a mutant's fate is no matter of luck. */
const SEED = 20181105;

/** Stryker's plugin that runs the domain tests in its own process: a mutant costs its tests, and no start of anything. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'domain-tests', domainTests)];

domainTests.inject = [] as const;
function domainTests(): TestRunner {
  fc.configureGlobal({ seed: SEED });
  const folder = process.cwd();
  const loadAgain = loadModulesFrom(folder);
  globalThis.__stryker__ ??= {};
  const mutated = globalThis.__stryker__;
  const usual = new Map<string, number>();
  const kills = new Map<string, number>();
  let tests: readonly CollectedTest[] = [];

  async function load(): Promise<void> {
    loadAgain();
    const files = globSync(TEST_FILES, { cwd: folder, exclude: EXCEPT }).toSorted();
    tests = [];
    for (const file of files)
      tests = [...tests, ...(await testsIn(file, () => import(pathToFileURL(join(folder, file)).href)))];
  }

  /** What kills often and fast goes first. */
  function mostLikelyFirst(one: CollectedTest, other: CollectedTest): number {
    return promise(other) - promise(one);
  }

  function promise({ id }: CollectedTest): number {
    return ((kills.get(id) ?? 0) + 1) / ((usual.get(id) ?? 0) + 1);
  }

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async dryRun({ files = [] }) {
      await load();
      const asked = files.some(isAskedAtLength) ? tests : tests.filter((test) => !isLong(test));
      const running = (id: string | undefined) => {
        mutated.currentTestId = id;
      };
      const results = await runTests(asked, { usual, running, endAtFirstFailure: false });
      for (const { id, timeSpentMs } of results) usual.set(id, timeSpentMs);
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage: mutated.mutantCoverage };
    },

    async mutantRun({ activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit, disableBail }) {
      const whileLoading = mutantActivation === 'static' ? activeMutant.id : undefined;
      mutated.activeMutant = whileLoading;
      mutated.hitCount = hitLimit === undefined ? undefined : 0;
      mutated.hitLimit = hitLimit;
      try {
        if (reloadEnvironment || tests.length === 0) await load();
      } catch (error) {
        const failureMessage = String(error);
        return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failedToLoad(failureMessage)] });
      }
      mutated.activeMutant = activeMutant.id;
      const atLength = isAskedAtLength(activeMutant.fileName);
      const chosen = tests.filter((test) => (testFilter?.includes(test.id) ?? true) && (atLength || !isLong(test)));
      const results = await runTests(chosen.toSorted(mostLikelyFirst), {
        usual,
        running: () => {},
        endAtFirstFailure: !disableBail,
      });
      for (const { id, status } of results) if (status === TestStatus.Failed) kills.set(id, (kills.get(id) ?? 0) + 1);
      const tooOften = determineHitLimitReached(mutated.hitCount, hitLimit);
      return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests: results });
    },
  };
}

/** Stands for the tests when a mutant keeps them from being loaded at all. */
function failedToLoad(failureMessage: string) {
  const id = 'loading';
  return { id, name: id, timeSpentMs: 0, status: TestStatus.Failed as const, failureMessage };
}
