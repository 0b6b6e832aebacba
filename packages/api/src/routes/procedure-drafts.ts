import { checkProcedure, procedure, procedureFaultCodes, procedureName, procedureReference } from '@rectify/engine';
import { migrationPreviewList, previewQuery } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Operation } from '../openapi/operation.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import { procedureMeant } from '../requests/procedure.ts';
import type { SignedInHandlers } from './handlers.ts';

type Drafting = 'checkProcedure' | 'previewProcedure';

const sentDraft = z.strictObject({ procedure: z.unknown() });
const sentPreview = z.strictObject({ procedure: z.unknown(), ...previewQuery.shape });

/** What is wrong with a draft. */
export const checkAnswer = z
  .object({
    name: procedureReference.nullable().meta({ description: 'Null where the document does not say' }),
    exists: z.boolean().meta({ description: 'That version was published already: what is different is a new version' }),
    faults: z.array(
      z.object({
        pointer: z.string().meta({ description: 'A JSON pointer (RFC 6901) into the document' }),
        code: z.enum(procedureFaultCodes),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'ProcedureCheck' });

/** {@link checkAnswer} as a type. */
export type ProcedureCheck = z.infer<typeof checkAnswer>;

/** The routes that say what a procedure would do before it is published, or before cycles are moved to it. They change nothing. */
export function draftRoutes({ engine, reads, readSide, clock }: AppNeeds): Pick<SignedInHandlers, Drafting> {
  return {
    checkProcedure: async ({ request, response }) => {
      const { procedure: draft } = checked(sentDraft, parseJson(textOf(request)));
      const named = procedure.pick({ id: true, version: true }).strip().safeParse(draft);
      const name = named.success ? procedureName(named.data) : null;
      const answer: ProcedureCheck = {
        name,
        exists: name !== null && (await engine.procedures()).has(name),
        faults: checkProcedure(draft, clock()),
      };
      writeJson(response, answer);
    },
    previewProcedure: async ({ request, response }) => {
      const { procedure: meant, ...query } = checked(sentPreview, parseJson(textOf(request)));
      const to = procedureMeant(meant, await engine.procedures(), clock());
      await readSide.meet(request, response);
      const list = await reads.previewMigrations(to, query, { now: clock() });
      writeJson(response, list, { position: list.position });
    },
  };
}

/** What the documentation says of {@link draftRoutes}. */
export const draftOperations: Readonly<Record<Drafting, Operation>> = {
  checkProcedure: {
    tag: 'Procedures',
    summary: 'Check a draft',
    description: 'Everything that is wrong with it, each with a stable code; no faults where it may be published.',
    body: z.strictObject({ procedure: z.unknown() }).meta({ id: 'SentDraft' }),
    answers: { 200: { description: 'The faults', schema: checkAnswer } },
    problems: ['invalid'],
  },
  previewProcedure: {
    tag: 'Procedures',
    summary: 'Preview a migration',
    description:
      'What moving each open cycle to a procedure would change: a draft in the body, or a version by its name. Nothing is moved; a supervisor moves a cycle by sending `ProcedureMigrated`.',
    headers: ['Rectify-After'],
    body: z
      .strictObject({ procedure: z.union([procedureReference, procedure]), ...previewQuery.shape })
      .meta({ id: 'SentPreview' }),
    answers: { 200: { description: 'Counts, and a page of cases', schema: migrationPreviewList } },
    problems: ['invalid', 'unknown-procedure', 'other-store', 'not-yet-known'],
  },
};
