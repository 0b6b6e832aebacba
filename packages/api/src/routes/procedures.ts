import { procedure } from '@rectify/engine';
import { z } from 'zod';
import { describeProcedures, type ProcedureList, procedureList } from '../answers/procedure.ts';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { knownDocument, procedureIn, unknownProcedure } from '../requests/procedure.ts';
import type { SignedInHandlers } from './handlers.ts';

type Reading = 'listProcedures' | 'readProcedure' | 'readProcedureVersion';

/** The routes that show the rules of jurisdictions: which versions there are, and what one of them says. */
export function procedureRoutes({ engine, reads, readSide, clock }: AppNeeds): Pick<SignedInHandlers, Reading> {
  async function list(): Promise<ProcedureList> {
    const [procedures, openCycles] = [await engine.procedures(), await reads.openCyclesByProcedure()];
    return describeProcedures({ procedures, openCycles, now: clock() });
  }

  return {
    listProcedures: async ({ request, response }) => {
      await readSide.meet(request, response);
      writeJson(response, await list());
    },
    readProcedure: async ({ request, response }) => {
      const asked = String(request.params.id);
      if (asked.includes('@')) return writeJson(response, knownDocument(await engine.procedures(), asked));
      await readSide.meet(request, response);
      const { items, unpublished, wordings } = await list();
      const versions = items.filter(({ id }) => id === asked);
      if (versions.length === 0) throw unknownProcedure(asked, await engine.procedures());
      const ofId = unpublished.filter(({ name }) => name.startsWith(`${asked}@`));
      writeJson(response, { items: versions, unpublished: ofId, wordings });
    },
    readProcedureVersion: async ({ request, response }) => {
      const procedures = await engine.procedures();
      writeJson(response, knownDocument(procedures, procedureIn(request, procedures)));
    },
  };
}

/** What the documentation says of {@link procedureRoutes}. */
export const procedureOperations: Readonly<Record<Reading, Operation>> = {
  listProcedures: {
    tag: 'Procedures',
    summary: 'List procedures',
    description: 'Every version known, where and since when it is in force, and how many open cycles are under it.',
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The versions', schema: procedureList } },
    problems: ['other-store', 'not-yet-known'],
  },
  readProcedure: {
    tag: 'Procedures',
    summary: 'Read a procedure',
    description:
      'The versions of an id such as `rectification`; the rule set itself by a name such as `rectification@1`.',
    headers: ['Rectify-After'],
    answers: { 200: { description: 'The versions, or the rule set', schema: z.union([procedureList, procedure]) } },
    problems: ['unknown-procedure', 'other-store', 'not-yet-known'],
  },
  readProcedureVersion: {
    tag: 'Procedures',
    summary: 'Read a version of a procedure',
    answers: { 200: { description: 'The rule set', schema: procedure } },
    problems: ['unknown-procedure'],
  },
};
