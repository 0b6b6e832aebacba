import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { Reporter } from '@stryker-mutator/api/report';

/** How many changes between two lines about how far it is. */
const STEP = 50;

/** Stryker's plugin that prints every change that went unnoticed as soon as it is known, and how far it is. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.Reporter, 'unnoticed', unnoticed)];

unnoticed.inject = [] as const;
function unnoticed(): Reporter {
  let planned = 0;
  let tested = 0;
  return {
    onMutationTestingPlanReady: ({ mutantPlans }) => {
      planned = mutantPlans.length;
    },
    onMutantTested: (mutant) => {
      tested += 1;
      if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') console.log(described(mutant));
      if (tested % STEP === 0) console.log(`${tested} of ${planned}`);
    },
  };
}

/** Where a change is, what is there and what it becomes, on one line. */
function described({ fileName, location: { start }, mutatorName, replacement, status }: MutantResult): string {
  const where = `${relative(process.cwd(), fileName)}:${start.line}:${start.column}`;
  const becomes = replacement.replaceAll(/\s+/g, ' ').slice(0, 100);
  return `${status === 'NoCoverage' ? 'untested' : 'unnoticed'} ${where} ${mutatorName} → ${becomes}`;
}
