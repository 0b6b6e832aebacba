import type { Ignorer } from '@stryker-mutator/api/ignore';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { z } from 'zod';

/** A property of a syntax tree whose value is a sentence for people. */
const sentence = z.object({
  node: z.object({
    type: z.literal('ObjectProperty'),
    key: z.object({ type: z.literal('Identifier'), name: z.enum(['detail', 'description']) }),
  }),
});

/** Leaves sentences alone: how something is worded is no behaviour, and tests that repeat sentences prove nothing. */
const wording: Ignorer = {
  shouldIgnore: (path) => (sentence.safeParse(path).success ? 'the wording of a sentence' : undefined),
};

/** Stryker's plugin that leaves sentences alone. */
export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)];
