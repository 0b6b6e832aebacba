/** What a person does on the board and waits for: each from the press, or the last letter typed, until what it shows is painted. */
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { drawn, visit } from '../test/browser/visitor.ts';
import type { Serving } from './serving.ts';

/** How long each turn of an interaction took, in milliseconds. */
export interface Interaction {
  readonly what: string;
  readonly took: readonly number[];
}

const TURNS = 20;

/** Words that few mines have, and such that most have. */
const WORDS = Array.from({ length: TURNS }, (_, turn) => (turn % 2 === 0 ? `${101 + turn}` : `mine ${turn}`));

/**
 * Does on the board of a server what people do there. Nothing is done twice, so that every turn has to be answered by the server. A list that fits on one page has no further ones.
 */
export async function interact(browser: Browser, server: Serving): Promise<readonly Interaction[]> {
  await using visitor = await visit(browser, server, '/mines?asOf=today', { as: 'inspector' });
  const { page } = visitor;
  await afresh(page);
  // All columns but the one that the list goes by when it is opened.
  const heads = page.locator('th:has(button):not([aria-sort])');
  const columns = await heads.evaluateAll((all) => all.map((head) => head.getAttribute('data-column')));
  const boxes = page.getByRole('group', { name: 'Status' }).getByRole('checkbox');
  const search = page.getByRole('searchbox').first();
  const done: Interaction[] = [];
  const measure = async (what: string, turns: number, act: (turn: number) => Promise<number>) => {
    const took: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) took.push(await act(turn));
    if (turns > 0) done.push({ what, took });
  };
  await measure('a filter', TURNS, (turn) => press(boxes.nth(changing(turn + 1)), '/v1/mines'));
  await afresh(page);
  await measure('another order', columns.length, (turn) =>
    press(page.locator(`th[data-column="${columns[turn]}"] button`), '/v1/mines'),
  );
  await afresh(page);
  await measure('a search', TURNS, (turn) => type(search, WORDS[turn] ?? ''));
  await afresh(page);
  await measure('further mines', (await page.getByRole('button', { name: 'Show more' }).count()) * TURNS, () =>
    scrollDown(page),
  );
  await afresh(page);
  const links = page.locator('tbody a[data-mine]');
  const back: number[] = [];
  const openNext = async (turn: number) => {
    const link = links.nth(turn);
    const took = await press(link, `/v1/mines/${await link.getAttribute('data-mine')}/next`);
    back.push(await goBack(page));
    return took;
  };
  // What a case needs of the page is loaded with the first.
  await openNext(0);
  back.length = 0;
  await measure('opening a case', TURNS - 1, (turn) => openNext(turn + 1));
  done.push({ what: 'back to the board', took: back });
  return done;
}

/** Which box changes for a choice of boxes that was not there before: that of the reflected binary code. */
function changing(turn: number): number {
  return Math.log2(turn & -turn);
}

async function afresh(page: Page): Promise<void> {
  await page.goto('/mines?asOf=today');
  await drawn(page);
  // The figures above the list come last.
  await page
    .getByRole('main')
    .getByText(/shut: |No mine is shut/)
    .first()
    .waitFor();
}

/** Presses something, and waits until the server's answer to a question is drawn and painted. */
function press(what: Locator, asked: string): Promise<number> {
  return answered(what, { asked, typed: null });
}

function type(field: Locator, typed: string): Promise<number> {
  return answered(field, { asked: '/v1/mines', typed });
}

async function answered(
  where: Locator,
  question: { readonly asked: string; readonly typed: string | null },
): Promise<number> {
  const took = await where.evaluate(async (element, { asked, typed }) => {
    const frame = () => new Promise(requestAnimationFrame);
    performance.clearResourceTimings();
    const began = performance.now();
    if (typed === null && element instanceof HTMLElement) element.click();
    if (typed !== null && element instanceof HTMLInputElement) {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, typed);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const isAnswered = () =>
      performance.getEntriesByType('resource').some(({ name }) => new URL(name).pathname === asked);
    const isBusy = () =>
      document.querySelector('main [aria-busy=true], main [role=status] > .visually-hidden') !== null;
    while (!isAnswered() || isBusy()) await frame();
    await frame();
    return performance.now() - began;
  }, question);
  return z.number().parse(took);
}

/** Goes to the end of the list, and waits until it is longer. */
async function scrollDown(page: Page): Promise<number> {
  const took = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const before = document.documentElement.scrollHeight;
    const began = performance.now();
    scrollTo({ top: before });
    while (document.documentElement.scrollHeight === before) await frame();
    await frame();
    return performance.now() - began;
  });
  return z.number().parse(took);
}

/** Goes back from a case, and waits until the list is there again. */
async function goBack(page: Page): Promise<number> {
  const took = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const began = performance.now();
    history.back();
    while (document.querySelector('main tbody [data-mine]') === null) await frame();
    await frame();
    return performance.now() - began;
  });
  return z.number().parse(took);
}
