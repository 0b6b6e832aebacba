import { expect } from '@jest/globals';
import { onTheWayTo, order } from '../../course.ts';
import type { Journey } from './journey.ts';

/** What inspectors come to do. */
export const inspectors: readonly Journey[] = [
  {
    name: 'finds what is overdue first, and opens the case',
    as: 'inspector',
    path: '/work?asOf=2018-11-25',
    async walk({ page, sees, isAt }) {
      await sees('work.group.overdue');
      await page.getByRole('main').getByRole('table').getByRole('link').first().click();
      await isAt(/\/mines\/[A-Z]{2}-\d+/);
      await sees('history.title');
    },
  },
  {
    name: 'narrows their work to the cases that nobody has',
    as: 'inspector',
    path: '/work?asOf=today',
    async walk({ page, say, isAt }) {
      await page.getByRole('radio', { name: say('work.filter.scopes.unassigned') }).check({ force: true });
      await isAt(/scope=unassigned/);
    },
  },
  {
    name: 'finds a mine by its number',
    as: 'inspector',
    path: '/mines?asOf=2018-11-25',
    async walk({ page, say, sees, isAt }) {
      await page.getByRole('searchbox', { name: say('common.searchMines.label') }).fill('XJ-0014');
      await sees('board.shown', { count: 1 });
      await page.getByRole('main').getByRole('table').getByRole('link').first().click();
      await isAt(/XJ-0014/);
    },
  },
  {
    name: 'is told when nothing fits, and clears the filters',
    as: 'inspector',
    path: '/mines?asOf=2018-11-25&q=nothing',
    async walk({ button, sees }) {
      await sees('board.emptyQuery', { query: 'nothing' });
      await button('common.filters.clear').last().click();
      await sees('board.shown', { count: 40 });
    },
  },
  {
    name: 'narrows the mines to those shut in one region, and finds the same after a reload',
    as: 'inspector',
    path: '/mines?asOf=2018-11-25',
    async walk({ page, say, isAt, sees }) {
      await page.getByRole('checkbox', { name: say('board.facet.shut') }).check();
      await sees('board.shown', { count: 29 });
      await page.getByRole('checkbox', { name: say('domain.place.CN-XJ') }).check();
      await isAt(/region=CN-XJ/);
      await sees('board.shown', { count: 15 });
      await page.reload();
      await sees('board.shown', { count: 15 });
    },
  },
  {
    name: 'puts those first that are shut longest',
    as: 'inspector',
    path: '/mines?asOf=2018-11-25&shut=true',
    async walk({ button, isAt }) {
      await button('board.column.days').click();
      await isAt(/sort=-?days/);
    },
  },
  {
    name: 'goes to the day of the reports and back to today',
    as: 'inspector',
    path: '/mines?asOf=2018-12-31',
    async walk({ button, sees, isAt, day }) {
      const eleventh = day('11 Nov 2018', '2018年11月11日');
      await button('common.asOf.goToDay', { day: eleventh }).click();
      await sees('common.asOf.band', { day: eleventh });
      await button('common.asOf.goToToday').click();
      await isAt(/asOf=today/);
    },
  },
  {
    name: 'asks for the closing of a mine, and is told that a second person has to grant it',
    as: 'inspector',
    given: async () => {},
    path: '/mines/:mine?asOf=today',
    async walk({ button, fills, leavesTheRestOpen, sends, sees, mine }) {
      await button('events.verb.ClosureOrdered').first().click();
      await fills('grounds', 'Strict inspection');
      await leavesTheRestOpen();
      await sends();
      await sees('form.effect.ClosureOrdered', { mine: `Mine ${mine.mineId}` });
      await sends();
      await sees('case.sent.requestedDetail');
    },
  },
  {
    name: 'is told at the field what is wrong',
    as: 'inspector',
    given: async () => {},
    path: '/mines/:mine?asOf=today',
    async walk({ button, sends, sees }) {
      await button('events.verb.ClosureOrdered').first().click();
      await sends();
      await sees('form.summary');
      await sees('form.fault.required');
    },
  },
  {
    name: 'schedules an inspection of a mine that is shut',
    as: 'inspector',
    given: (mine) => mine.does(mine.people.inspector, 'ClosureOrdered', order),
    path: '/mines/:mine?asOf=today',
    async walk({ button, form, say, sends, page, mine, day }) {
      await button('events.verb.InspectionScheduled').first().click();
      await form
        .getByRole('textbox', { name: say('form.day') })
        .first()
        .fill(day('5 Jan 2099', '2099年1月5日'));
      await sends();
      await page.getByText(say('events.fact.InspectionScheduled')).first().waitFor();
      expect((await mine.history()).at(-1)?.type).toBe('InspectionScheduled');
    },
  },
  {
    name: 'raises a finding during an inspection, and the owner reads it at once',
    as: 'inspector',
    given: (mine) => onTheWayTo('inspecting', mine),
    path: '/mines/:mine?asOf=today',
    async walk({ button, form, fills, sends, say, page, meets, mine, day }) {
      await button('events.verb.FindingRaised').first().click();
      await fills('description', 'The feed of the east hall is not metered.');
      await form.getByRole('textbox', { name: say('fields.field.dueOn') }).fill(day('5 Jan 2099', '2099年1月5日'));
      await sends();
      await page.getByText('The feed of the east hall is not metered.').first().waitFor();
      await meets({ ownerOf: mine.mineId }, '/my?asOf=today', async (owner) => {
        await owner.page.getByText('The feed of the east hall is not metered.').first().waitFor();
      });
    },
  },
  {
    name: 'learns what is missing before a mine may reopen, and who has to see to it',
    as: 'inspector',
    given: (mine) => onTheWayTo('inspecting', mine),
    path: '/mines/:mine?asOf=today',
    async walk({ page, say }) {
      await page.getByText(say('case.missing.inspection')).first().waitFor();
      await page.getByText(say('case.actions.notYet')).first().waitFor();
    },
  },
  {
    name: 'asks for the correction of a fact after seeing what it changes',
    as: 'inspector',
    given: (mine) => mine.does(mine.people.inspector, 'ClosureOrdered', order),
    path: '/mines/:mine?asOf=today',
    async walk({ page, say, form, fills, sees, sends }) {
      const entry = page
        .getByRole('region', { name: say('history.title') })
        .getByRole('listitem')
        .filter({ hasText: say('events.fact.ClosureOrdered') })
        .first();
      await entry.getByText(say('history.details')).click();
      await entry.getByRole('button', { name: say('history.correct') }).click();
      await fills('reason', 'As the file says');
      await form.getByRole('radio', { name: say('history.corrected.void') }).check();
      await form.getByRole('button', { name: say('case.correction.show') }).click();
      await sees('case.correction.title');
      await sends();
      await sees('case.sent.requestedDetail');
    },
  },
  {
    name: 'reads the closing order on paper, and prints it',
    as: 'inspector',
    path: '/mines/GZ-0003/papers?asOf=2018-12-31',
    async walk({ link, sees, button }) {
      await link('papers.kind.order').first().click();
      await sees('papers.kind.order');
      await button('papers.print').waitFor();
    },
  },
  {
    name: 'looks the keys up that make the board quick',
    as: 'inspector',
    path: '/mines?asOf=2018-11-25',
    async walk({ page, form, sees }) {
      await page.getByRole('main').getByRole('table').getByRole('link').first().waitFor();
      await page.keyboard.press('?');
      await sees('common.shortcuts.down');
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'hidden' });
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/mines\/[A-Z]{2}-\d+/);
    },
  },
];
