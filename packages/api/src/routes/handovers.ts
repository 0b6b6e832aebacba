import { type HandedOver, type HandOver, handOver, mineId, previewHandOver } from '@rectify/engine';
import { mineQuery, type Viewer } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import { caller, personOf } from '../auth/claims.ts';
import type { Operation } from '../openapi/operation.ts';
import { reasonAnswer } from '../problems.ts';
import { actOf } from '../requests/act.ts';
import { checked } from '../requests/checked.ts';
import { parseJson, textOf } from '../requests/json.ts';
import type { SignedInHandlers } from './handlers.ts';

type Handovers = 'previewHandOver' | 'handOver';

/** The most cases that are handed over at once. */
export const MAX_CASES = 1_000;
/** Officials read all regions; which cases they may hand over the engine says, case by case. */
const viewer: Viewer = { kind: 'official' };

const who = {
  from: caller.shape.id.meta({ description: 'Who has the cases now' }),
  to: caller.shape.id.meta({ description: 'Who is to have them' }),
  note: z.string().trim().min(1).max(10_000).optional(),
};
const handOverPreview = z.strictObject(who).meta({ id: 'HandOverPreview' });
const handOverBody = z
  .strictObject({ ...who, mineIds: z.array(mineId).min(1).max(MAX_CASES) })
  .meta({ id: 'HandOver' });

const handedOverCase = z
  .object({
    mineId: z.string(),
    outcome: z.enum(['handed-over', 'refused']),
    reasons: z.array(reasonAnswer).readonly().meta({ description: 'Every reason why not' }),
  })
  .meta({ id: 'HandedOverCase' });
/** What became of each case, or would. */
export const handedOver = z
  .object({
    total: z.int(),
    handedOver: z.int(),
    refused: z.int(),
    cases: z.array(handedOverCase).readonly(),
    more: z.boolean().meta({ description: `There are more than ${MAX_CASES}: hand these over first` }),
  })
  .meta({ id: 'HandedOver' });

/** What became of one case, or would. */
export type HandedOverCase = z.infer<typeof handedOverCase>;

/** The routes by which all cases of somebody who is away go to somebody else: shown first, then handed over as shown. */
export function handoverRoutes({ engine, reads, readSide, clock, newId }: AppNeeds): Pick<SignedInHandlers, Handovers> {
  return {
    previewHandOver: async ({ request, response, caller: by }) => {
      const asked = checked(handOverPreview, parseJson(textOf(request)));
      await readSide.meet(request, response);
      const mineIds: string[] = [];
      let cursor: string | undefined;
      do {
        const query = mineQuery.parse({ assignee: asked.from, limit: '500', ...(cursor && { cursor }) });
        const page = await reads.listMines(query, { viewer, now: clock() });
        mineIds.push(...page.items.map((mine) => mine.mineId));
        cursor = page.next;
      } while (cursor !== undefined && mineIds.length <= MAX_CASES);
      const shown: HandOver = { ...asked, person: personOf(by), mineIds: mineIds.slice(0, MAX_CASES) };
      writeJson(response, answerOf(await previewHandOver(engine, shown, clock()), mineIds.length > MAX_CASES));
    },
    handOver: async (call) => {
      const asked = checked(handOverBody, parseJson(textOf(call.request)));
      const { person, commandId } = actOf(call, newId);
      writeJson(call.response, answerOf(await handOver(engine, { ...asked, person }, commandId), false));
    },
  };
}

function answerOf(cases: readonly HandedOver[], more: boolean): z.infer<typeof handedOver> {
  const refused = cases.filter(({ outcome }) => outcome === 'refused').length;
  return { total: cases.length, handedOver: cases.length - refused, refused, cases, more };
}

/** What the documentation says of {@link handoverRoutes}. */
export const handoverOperations: Readonly<Record<Handovers, Operation>> = {
  previewHandOver: {
    tag: 'Work',
    summary: 'Show what handing over all cases of somebody would do',
    description: 'Every case that `from` has, with whether the caller may hand it over. Nothing is stored.',
    headers: ['Rectify-After'],
    body: handOverPreview,
    answers: { 200: { description: 'Each case', schema: handedOver } },
    problems: ['invalid', 'other-store', 'not-yet-known'],
  },
  handOver: {
    tag: 'Work',
    summary: 'Hand over all cases of somebody who is away',
    description:
      'The cases as the preview showed them: `CaseHandedOver` to each. A case that somebody else has meanwhile is left to them. With an Idempotency-Key the same again has one effect.',
    headers: ['Idempotency-Key'],
    body: handOverBody,
    answers: { 200: { description: 'What became of each case', schema: handedOver } },
    problems: ['invalid'],
  },
};
