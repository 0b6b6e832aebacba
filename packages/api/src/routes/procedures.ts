import { type Procedures, procedure, procedureNamed, UnknownProcedure } from '@rectify/engine';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import type { SignedInHandlers } from './handlers.ts';

/** The route that shows the rules of a jurisdiction: checks, requirements, offices, deadlines, four eyes. */
export function procedureRoutes({ engine }: AppNeeds): Pick<SignedInHandlers, 'readProcedure'> {
  return {
    readProcedure: async ({ request, response }) => {
      writeJson(response, named(await engine.procedures(), String(request.params.name)));
    },
  };
}

function named(procedures: Procedures, name: string) {
  try {
    return procedureNamed(procedures, name);
  } catch (error) {
    if (error instanceof UnknownProcedure) throw new Problem('not-found', { detail: error.message });
    throw error;
  }
}

/** What the documentation says of {@link procedureRoutes}. */
export const procedureOperations: Readonly<Record<'readProcedure', Operation>> = {
  readProcedure: {
    tag: 'Procedures',
    summary: 'Read a version of a procedure',
    description: 'By name and version, for instance `rectification@1`.',
    answers: { 200: { description: 'The rule set', schema: procedure } },
    problems: ['not-found'],
  },
};
