import type { Page } from 'playwright-core';
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

/** Every kind of page there is, and the states in which it looks different. */
export const places: readonly Place[] = [
  { name: 'the sign-in', path: '/' },
  { name: 'the board', path: '/mines?asOf=2018-11-11', as: 'analyst' },
  { name: 'the board by what was known on a day', path: '/mines?asOf=2018-11-11&knownAt=2018-11-19', as: 'analyst' },
  { name: 'the board without a mine that fits', path: '/mines?q=nothing', as: 'analyst' },
  { name: 'the work of an inspector', path: '/work', as: 'inspector' },
  { name: 'the work of a reviewer who has no case', path: '/work?scope=mine', as: 'reviewer' },
  { name: 'handing over', path: '/work?asOf=today', as: 'supervisor', before: askWhoIsAway },
  { name: 'a case of today', path: '/mines/GZ-0011?asOf=today', as: 'supervisor' },
  { name: 'a case as it was', path: '/mines/XJ-0001?asOf=2018-11-24', as: 'inspector' },
  { name: 'a form', path: '/mines/GZ-0001?asOf=today', as: 'inspector', before: fillTheFormInBadly },
  { name: "an owner's mine", path: '/my/GZ-0011?asOf=today', as: { ownerOf: 'GZ-0011' } },
  { name: 'a replay', path: '/mines/GZ-0003/replay?step=9', as: 'analyst' },
  { name: 'the statistics', path: '/statistics', as: 'analyst' },
  { name: 'the server', path: '/server', as: 'admin' },
  { name: 'what is not there', path: '/mines/XX-0000', as: 'analyst' },
];

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
