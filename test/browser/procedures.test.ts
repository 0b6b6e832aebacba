import { beforeAll, expect, test } from '@jest/globals';
import { type Procedure, strict1 } from '@rectify/engine';
import { onTheWayTo } from '../course.ts';
import { givenRectify } from './given-rectify.ts';
import { drawn, type Look, type Persona } from './visitor.ts';

/** The strict procedure, whose working days are known in every year. */
const strict: Procedure = { ...strict1, calendar: { base: 'weekdays', years: [] } };

const rectify = givenRectify();
beforeAll(async () => {
  const admin = await rectify.server.as({ role: 'admin' });
  expect((await admin.post('/v1/procedures', { procedure: strict })).status).toBe(201);
  await onTheWayTo('inspecting', await rectify.registered({ mineId: 'XJ-9001' }));
});

async function seen(path: string, look: Look & { readonly as: Persona }, until: string) {
  await using visitor = await rectify.visit(path, look);
  await drawn(visitor.page);
  await visitor.page.getByText(until).first().waitFor();
  expect(visitor.complaints).toEqual([]);
  return visitor.page.locator('main').textContent();
}

test.each([
  ['en', 'Fire safety', 'fire and rescue office'],
  ['zh-CN', '消防安全', '消防救援机构'],
] as const)(
  'in %s a case under another procedure is told in that procedure’s words',
  async (language, check, office) => {
    const text = await seen('/mines/XJ-9001', { as: 'inspector', language }, check);
    expect(text).toContain(office);
    expect(text).not.toMatch(/FIRE_SAFETY|fire-rescue/);
  },
);

test.each([
  ['en', 'Who issues it: the social security office where the mine is insured', 'For example: Payment certificate'],
  ['zh-CN', '出具单位：参保地社会保险经办机构', '例如：最近一个月的缴费证明'],
] as const)('in %s an owner reads what counts, who issues it, and an example', async (language, issuedBy, example) => {
  const text = await seen('/my/XJ-9001', { as: { ownerOf: 'XJ-9001' }, language }, issuedBy);
  expect(text).toContain(example);
  expect(text).not.toMatch(/FIRE_SAFETY|fire-rescue/);
});
