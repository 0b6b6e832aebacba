import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type MineAtServer, type MineToRegister, type People, peopleAt, registered } from '../course.ts';
import { type Server, startServer } from '../server.ts';
import { launchChromium } from './chromium.ts';
import { type Look, type Persona, type Visitor, visit } from './visitor.ts';

/** A Rectify that the tests of a file share, and a browser in front of it. Nothing of it is there before the first test begins. */
export interface GivenRectify {
  readonly server: Server;
  readonly browser: Browser;
  /** Someone of every role, for what happens beside the page. */
  readonly people: People;
  /** Opens a page in a new tab and signs in on it; without `as` nobody does. */
  visit(path: string, how?: Look & { readonly as?: Persona }): Promise<Visitor>;
  /** Registers a mine. */
  registered(mine: MineToRegister): Promise<MineAtServer>;
}

/** Starts a Rectify, with the demonstration where that is asked for, and a browser before the tests of a file; ends both after them. */
export function givenRectify({ demonstration = false } = {}): GivenRectify {
  let server: Server;
  let browser: Browser;
  let people: People;
  beforeAll(async () => {
    const variables = { RECTIFY_SCENARIO: demonstration ? 'november-2018' : 'none' };
    [server, browser] = await Promise.all([startServer({ variables }), launchChromium()]);
    people = await peopleAt(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    get people() {
      return people;
    },
    visit: (path, how) => visit(browser, server, path, how),
    registered: (mine) => registered(server, people, mine),
  };
}
