import { expect, test } from '@jest/globals';
import { onTheWayTo, order } from '../course.ts';
import { hoursBefore, latestNoon } from '../latest-noon.ts';
import { givenRectify } from './given-rectify.ts';

const rectify = givenRectify();

test('the papers of a reopened mine are made from its records, and a signed scan goes back on the file', async () => {
  const mine = await onTheWayTo('reopened', await rectify.registered({ mineId: 'XJ-9001' }));
  await using visitor = await rectify.visit(`/mines/${mine.mineId}`, { as: 'inspector' });
  const { page } = visitor;
  await page.getByRole('link', { name: 'Papers to print' }).click();
  for (const paper of ['Closing order', 'Inspection record', 'Decision on reopening'])
    await page.getByRole('link', { name: paper }).waitFor();

  await page.getByRole('link', { name: 'Inspection record' }).click();
  const paper = page.getByRole('article');
  await paper.getByText(/^No\. XJ-9001\/1\/R-/).waitFor();
  for (const check of ['Tax', 'Real names of producers', 'Real names of customers'])
    await paper.getByText(new RegExp(`^${check}.*: passed$`)).waitFor();
  await paper.getByText(/Made by Rectify from the records as of .*, up to position \d+\./).waitFor();

  const buffer = Buffer.from('%PDF-1.7 signed');
  await page.locator('input[type=file]').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
  await page.getByText('It is on the file.').waitFor();
  const attached = (await mine.history()).at(-1);
  expect(attached).toMatchObject({
    type: 'DocumentAttached',
    data: { visibility: 'owner', document: { name: expect.stringMatching(/^Inspection record XJ-9001.*scan\.pdf$/) } },
  });

  await page.emulateMedia({ media: 'print' });
  await paper.waitFor();
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(visitor.complaints).toEqual([]);
});

test('the daily report of a campaign tells as of an hour what changed since the day before, region by region, and where nothing happens', async () => {
  const { inspector, supervisor } = rectify.people;
  const noon = latestNoon();
  const campaignId = 'winter';
  const opening = { campaignId, name: 'Winter rectification', trigger: 'accident', regions: ['CN-XJ', 'CN-GZ'] };
  const basis = { authority: 'Energy Bureau', legalBasis: 'not stated' };
  await supervisor.post('/v1/campaigns', { ...opening, ...basis, occurredAt: hoursBefore(noon, 300) });
  const closed = async (mineId: string, region: string, hours: number) => {
    const mine = await rectify.registered({ mineId, region, occurredAt: hoursBefore(noon, 900) });
    await mine.does(inspector, 'ClosureOrdered', { ...order, campaignId }, { occurredAt: hoursBefore(noon, hours) });
    return mine;
  };
  await closed('XJ-8001', 'CN-XJ', 200);
  const { does } = await closed('XJ-8002', 'CN-XJ', 200);
  await closed('GZ-8003', 'CN-GZ', 10);
  const at = { occurredAt: hoursBefore(noon, 11) };
  await does(inspector, 'InspectionStarted', { inspectionId: 'I1' }, at);
  for (const check of ['TAX', 'REAL_NAME_PRODUCERS', 'REAL_NAME_CUSTOMERS'])
    await does(inspector, 'CheckRecorded', { check, outcome: 'pass' }, at);
  await does(inspector, 'InspectionPassed', { inspectionId: 'I1' }, at);

  const asOf = encodeURIComponent(hoursBefore(noon, 2));
  await using visitor = await rectify.visit(`/campaigns/winter?asOf=${asOf}`, { as: 'analyst' });
  const { page } = visitor;
  for (const line of ['Xinjiang 2 1 1 0 0', 'Guizhou 1 1 0 0 0'])
    await page.getByRole('row', { name: line, exact: true }).waitFor();
  await page.getByRole('link', { name: 'Daily report to print' }).click();
  const report = page.getByRole('article');
  await report.getByText(/^No\. winter\/D\/\d{8}-\d{4}$/).waitFor();
  await report
    .getByText(/^3 of 3 closures of the campaign go on: 2\u00a0closed, 1\u00a0inspected, 0\u00a0licensed\./)
    .waitFor();
  for (const line of [
    'Still shut 3 2 +1',
    'closed, inspection not passed 2 2 0',
    'inspection passed, still shut 1 0 +1',
    'Reopened 0 0 0',
    'All closures 3 2 +1',
    'Xinjiang 2 1 1 0 0 0 2 0',
    'Guizhou 1 1 0 0 0 0 1 +1',
  ])
    await report.getByRole('row', { name: line, exact: true }).waitFor();
  const became = async (what: string) => await report.getByRole('definition').filter({ hasText: what }).count();
  await report.getByText('Passed inspection: 1').waitFor();
  await report.getByText('Closed: 1', { exact: true }).waitFor();
  expect([await became('XJ-8001'), await became('XJ-8002'), await became('GZ-8003')]).toEqual([0, 1, 1]);
  await report.getByRole('row', { name: /^Mine XJ-8001 XJ-8001 · Xinjiang Closed 8 days/ }).waitFor();
  expect(await report.getByRole('row', { name: /^Mine GZ-8003/ }).count()).toBe(0);

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '中文' }).click();
  await report.getByRole('heading', { name: '专项行动日报' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});
