import type { Page } from 'playwright-core';
import { photographs } from './photographs.ts';
import type { Persona } from './visitor.ts';

/** Somewhere in the page, with the demonstration behind it. */
export interface Place {
  readonly name: string;
  readonly path: string;
  /** Who looks; without one nobody is signed in. */
  readonly as?: Persona;
  /** What they do there before they look. */
  readonly before?: (page: Page) => Promise<void>;
}

const cited = new URLSearchParams({ query: '/v1/closures?ongoing=true', figure: '/total', value: '29' });
const citation = `/citation?${cited}&asOf=2018-11-25&knownAt=2018-11-26`;

/** Every kind of page there is, and the states in which it looks different. */
export const places: readonly Place[] = [
  { name: 'the sign-in', path: '/' },
  { name: 'the board', path: '/mines?asOf=2018-11-11', as: 'analyst' },
  {
    name: 'mines selected on the board',
    path: '/mines?asOf=today&columns=status,name,days,nextDeadline,operator,assignee',
    as: 'supervisor',
    before: selectMines,
  },
  { name: 'the board by what was known on a day', path: '/mines?asOf=2018-11-11&knownAt=2018-11-19', as: 'analyst' },
  {
    name: 'choosing the days to look back at',
    path: '/mines?asOf=2018-11-11',
    as: 'analyst',
    before: chooseDays,
  },
  { name: 'the board without a mine that fits', path: '/mines?q=nothing', as: 'analyst' },
  { name: 'the work of an inspector', path: '/work', as: 'inspector' },
  { name: 'the work of a past day', path: '/work?asOf=2018-11-25', as: 'inspector' },
  { name: 'the work of a reviewer who has no case', path: '/work?scope=mine', as: 'reviewer' },
  { name: 'handing over', path: '/work?asOf=today', as: 'supervisor', before: askWhoIsAway },
  { name: 'a case of today', path: '/mines/GZ-0011?asOf=today', as: 'supervisor' },
  { name: 'a case as it was', path: '/mines/XJ-0001?asOf=2018-11-24', as: 'inspector' },
  { name: 'a form', path: '/mines/GZ-0001?asOf=today', as: 'inspector', before: fillTheFormInBadly },
  { name: 'a request to decide on', path: '/mines/XJ-0019?asOf=today', as: 'supervisor', before: lookAtTheRequest },
  { name: 'the deadlines of a case', path: '/mines/GZ-0003?asOf=2018-11-25&tab=deadlines', as: 'inspector' },
  { name: 'the assignment of a case', path: '/mines/GZ-0003?asOf=today&tab=assignment', as: 'supervisor' },
  { name: 'why a mine is not licensed', path: '/mines/XJ-0004?asOf=today&whyNot=operation:licensed', as: 'inspector' },
  { name: 'the palette', path: '/mines/GZ-0011?asOf=today', as: 'supervisor', before: openPalette },
  { name: "an owner's mine", path: '/my/GZ-0011?asOf=today', as: { ownerOf: 'GZ-0011' } },
  {
    name: "photographs in an owner's form",
    path: '/my/GZ-0012?asOf=today',
    as: { ownerOf: 'GZ-0012' },
    before: choosePhotographs,
  },
  {
    name: "what is kept on an owner's device",
    path: '/my/GZ-0012?asOf=today',
    as: { ownerOf: 'GZ-0012' },
    before: tellWithoutALine,
  },
  { name: 'choosing notifications', path: '/notifications?asOf=today', as: { ownerOf: 'GZ-0012' } },
  { name: 'inspections on the spot', path: '/on-the-spot?asOf=today', as: 'inspector' },
  { name: 'an inspection that has not begun', path: '/mines/XJ-0005/inspection?asOf=today', as: 'inspector' },
  {
    name: 'an inspection on the spot',
    path: '/mines/GZ-0013/inspection?asOf=today',
    as: 'inspector',
    before: findSomethingOnTheSpot,
  },
  { name: 'the papers of a case', path: '/mines/GZ-0003/papers', as: 'inspector' },
  { name: 'a closing order on paper', path: '/mines/GZ-0003/papers?paper=order', as: 'inspector' },
  { name: 'an inspection record on paper', path: '/mines/GZ-0003/papers?paper=record', as: 'inspector' },
  { name: 'a rectification notice on paper', path: '/mines/GZ-0011/papers?paper=notice', as: 'inspector' },
  { name: 'the campaigns', path: '/campaigns', as: 'analyst' },
  { name: 'a campaign', path: '/campaigns/november-2018', as: 'supervisor', before: seeThePicture },
  {
    name: 'a campaign as it came along',
    path: '/campaigns/november-2018?asOf=2018-12-10',
    as: 'analyst',
    before: async (page) => {
      await seeThePicture(page);
      await openTheDays(page);
    },
  },
  { name: 'a daily report on paper', path: '/campaigns/november-2018/report?asOf=2018-11-20', as: 'inspector' },
  {
    name: 'a daily report as of an hour',
    path: '/campaigns/november-2018/report?asOf=2018-11-06T09:00:00%2B08:00',
    as: 'analyst',
  },
  { name: 'opening a campaign', path: '/campaigns', as: 'supervisor', before: openCampaign },
  { name: 'choosing the regions of a campaign', path: '/campaigns', as: 'supervisor', before: chooseRegions },
  {
    name: 'an act on many mines',
    path: '/campaigns/november-2018/act?asOf=today&status=operating,reopened',
    as: 'supervisor',
  },
  {
    name: 'an act on chosen mines',
    path: '/campaigns/november-2018/act?asOf=today&mineId=GZ-0003,GZ-0007',
    as: 'inspector',
  },
  {
    name: 'what an act on many mines would come to',
    path: '/campaigns/november-2018/act?asOf=today',
    as: 'supervisor',
    before: previewOnMany,
  },
  { name: 'a replay', path: '/mines/GZ-0003/replay?step=9', as: 'analyst' },
  { name: 'the statistics', path: '/statistics?asOf=2018-11-25', as: 'analyst', before: openTheDays },
  { name: 'the studio: closures', path: '/studio/closures?asOf=2018-12-31', as: 'analyst' },
  { name: 'the studio: the time machine', path: '/studio/time?asOf=2018-11-11', as: 'analyst' },
  {
    name: 'the studio: two days side by side',
    path: '/studio/time?asOf=2018-11-11&knownAt=2018-11-20&beside=2018-11-30',
    as: 'analyst',
  },
  { name: 'the studio: the course', path: '/studio/course?asOf=2018-12-03', as: 'analyst' },
  { name: 'the studio: bottlenecks', path: '/studio/bottlenecks?asOf=2018-12-31', as: 'analyst' },
  { name: 'the studio: like cases', path: '/studio/like-cases?asOf=2018-12-31&groupBy=region', as: 'analyst' },
  {
    name: 'the studio: several histories',
    path: '/studio/replay?asOf=2018-12-31&mines=GZ-0001,GZ-0003,GZ-0011,XJ-0001,XJ-0011,XX-0000&at=2018-11-26',
    as: 'analyst',
    before: openTheEvents,
  },
  {
    name: 'the studio: several histories from their closings',
    path: '/studio/replay?asOf=2018-12-31&mines=GZ-0003,XJ-0001,XJ-0007,XJ-0019&align=closing&at=P22D&mine=XJ-0001',
    as: 'analyst',
  },
  { name: 'the studio: no history chosen yet', path: '/studio/replay?asOf=2018-12-31', as: 'analyst' },
  {
    name: 'the studio: closures before anything was known to have ended',
    path: '/studio/closures?asOf=2018-11-11&knownAt=2018-11-11',
    as: 'analyst',
  },
  { name: 'the closures', path: '/closures?asOf=2018-11-25&region=CN-XJ', as: 'analyst' },
  { name: 'deadlines that passed', path: '/late?asOf=2018-12-31', as: 'analyst' },
  { name: 'stays in a state', path: '/stays?asOf=2018-12-31&stay=closed.awaitingInspection', as: 'analyst' },
  { name: 'the changes', path: '/changes?asOf=2018-11-25&axis=knowledge&from=2018-11-10', as: 'analyst' },
  { name: 'a cited figure', path: citation, as: 'analyst' },
  { name: 'the server', path: '/server', as: 'admin' },
  { name: 'what is not there', path: '/mines/XX-0000', as: 'analyst' },
];

async function chooseDays(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Choose days|选择日期)$/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(Show|查看)$/ }).waitFor();
}

async function selectMines(page: Page): Promise<void> {
  // On a phone there are cards, which are not selected.
  const boxes = page.locator('tbody [data-column=select] input');
  for (const line of [0, 1]) if ((await boxes.count()) > line) await boxes.nth(line).check();
}

/** What draws pictures is loaded when the first one is to be drawn. */
async function seeThePicture(page: Page): Promise<void> {
  await page.locator('[role=img] svg').first().waitFor();
}

async function lookAtTheRequest(page: Page): Promise<void> {
  await page
    .getByText(/^(Show what this changes|查看批准后的变化)$/)
    .first()
    .click();
  await page.getByRole('region', { name: /^(What this changes|批准后的变化)$/ }).waitFor();
}

async function openPalette(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('in');
  await page.getByRole('option').first().waitFor();
}

async function openTheDays(page: Page): Promise<void> {
  await page.getByText(/^(The days on which something changed|有变化的日期)$/).click();
}

async function openTheEvents(page: Page): Promise<void> {
  await page.getByText(/^(The same as a table: every event in order|以表格查看：按时间顺序的全部事项)$/).click();
}

async function choosePhotographs(page: Page): Promise<void> {
  await page.getByText(/^(Other things you can do|其他可办理事项)$/).click();
  await page.getByRole('button', { name: /^(Put a document on the file|附加文件)/ }).click();
  const form = page.getByRole('dialog');
  await form.locator('input[type=file]').setInputFiles(await photographs(page, 3));
  await form.getByRole('img').nth(2).waitFor();
}

async function findSomethingOnTheSpot(page: Page): Promise<void> {
  const failed = page.getByRole('radio', { name: /^(failed|不通过)$/ }).first();
  await failed.waitFor();
  // What was entered before is kept in this tab.
  const begin = page.getByRole('button', { name: /^(The inspection begins now|现在开始检查)$/ });
  if (await begin.isVisible()) await begin.click();
  await failed.check();
  await page.getByRole('button', { name: /^(Add a finding|登记问题)$/ }).click();
  await page.getByText(/^(The inspection cannot go on|检查无法继续)$/).click();
}

async function tellWithoutALine(page: Page): Promise<void> {
  // An answer by which nothing is wrong with what was sent, as where there is no line at all.
  await page.route('**/v1/mines/*/events', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 429 }) : route.fallback(),
  );
  await page.getByRole('button', { name: /^(Tell us your side|陈述意见)/ }).click();
  const form = page.getByRole('dialog');
  await form.locator('textarea').first().fill('The outage was not ours.');
  await form.locator('button[type=submit]').click();
  await form.getByRole('status').getByRole('button').click();
}

async function fillTheFormInBadly(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Order closing|责令停产)/ }).click();
  const form = page.getByRole('dialog');
  await form.locator('button[type=submit]').click();
  await form.locator('[aria-invalid=true]').first().waitFor();
}

async function askWhoIsAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Somebody is away|人员离岗移交)/ }).click();
  const form = page.getByRole('dialog');
  await form.locator('button[type=submit]').click();
  await form.locator('[aria-invalid=true]').first().waitFor();
}

async function openCampaign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Open a campaign|启动专项行动)$/ }).click();
  await page.getByRole('dialog').locator('button[type=submit]').click();
}

async function chooseRegions(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Open a campaign|启动专项行动)$/ }).click();
  await page.getByText(/^(Choose regions where they lie|按方位选择地区)$/).click();
  const square = page.getByRole('checkbox', { name: /^(Guizhou: |贵州：)/ });
  await square.press('Space');
  await page.getByText(/^(Chosen: Guizhou\.|已选：贵州。)$/).scrollIntoViewIfNeeded();
}

async function previewOnMany(page: Page): Promise<void> {
  const form = page.locator('form').filter({ has: page.locator('button[type=submit]') });
  await form.waitFor();
  // Days and times, which show an example, stay open.
  const texts = form.locator('textarea, input:not([placeholder], [type=checkbox], [type=radio])');
  for (const text of await texts.all()) await text.fill('Strict inspection');
  await form.locator('button[type=submit]').click();
  await page.getByRole('button', { name: /^(Change the selection|修改选择)$/ }).waitFor();
}
