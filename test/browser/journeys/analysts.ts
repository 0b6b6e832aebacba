import type { Journey } from './journey.ts';

/** What analysts come to do. */
export const analysts: readonly Journey[] = [
  {
    name: 'reads how many were shut on a day, and opens them',
    as: 'analyst',
    path: '/statistics?asOf=2018-11-25',
    async walk({ page, say, sees }) {
      const table = page.getByRole('table', { name: say('statistics.status.caption') });
      const figure = table
        .getByRole('row')
        .filter({ hasText: say('domain.status.closed') })
        .getByRole('link')
        .first();
      const count = Number(await figure.textContent());
      await figure.click();
      await sees('board.shown', { count });
    },
  },
  {
    name: 'reads how long closures last, group by group',
    as: 'analyst',
    path: '/statistics?asOf=2018-12-31&groupBy=region',
    async walk({ sees, page, say }) {
      await sees('statistics.duration.title');
      await page
        .getByRole('region', { name: say('statistics.groups.title') })
        .or(page.getByText(say('statistics.groups.title')))
        .first()
        .waitFor();
      await page.getByText(say('domain.place.CN-XJ')).first().waitFor();
    },
  },
  {
    name: 'narrows closures to those that still go on, longest first',
    as: 'analyst',
    path: '/closures?asOf=2018-11-25',
    async walk({ page, say, sees, button, isAt }) {
      await sees('closures.total', { count: 33 });
      await page.getByRole('combobox', { name: say('closures.filter.ongoing') }).selectOption(say('closures.ongoing'));
      await sees('closures.total', { count: 29 });
      await button('closures.column.days').last().click();
      await isAt(/sort=-?days/);
    },
  },
  {
    name: 'cites a figure, and follows the citation',
    as: 'analyst',
    path: '/closures?asOf=2018-11-25&ongoing=true',
    async walk({ page, button, say, sees }) {
      await button('citation.cite').click();
      const address = await page.getByRole('textbox', { name: say('citation.address') }).inputValue();
      await page.goto(address);
      await sees('citation.stands');
    },
  },
  {
    name: 'reads what changed between two days, by what happened and by what became known',
    as: 'analyst',
    path: '/changes?asOf=2018-11-25&from=2018-11-15&to=2018-11-25',
    async walk({ page, say, sees, isAt, day }) {
      const [from, to] = [day('15 Nov 2018', '2018年11月15日'), day('25 Nov 2018', '2018年11月25日')];
      await sees('changes.happened', { from, to });
      await page.getByRole('radio', { name: say('changes.axis.knowledge') }).check({ force: true });
      await isAt(/axis=knowledge/);
      await sees('changes.learnt', { from, to });
    },
  },
  {
    name: 'replays a history step by step',
    as: 'analyst',
    path: '/mines/GZ-0003/replay?asOf=2018-12-31',
    async walk({ page, isAt }) {
      await page.getByRole('slider').first().waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await isAt(/step=3/);
      await page.keyboard.press('Home');
      await isAt(/step=1|replay\?asOf=[^&]*$/);
    },
  },
  {
    name: 'looks at what was known earlier, and comes back to all that is known',
    as: 'analyst',
    path: '/mines?asOf=2018-11-11&knownAt=2018-11-19',
    async walk({ page, say, day, button }) {
      const [on, known] = [day('11 Nov 2018', '2018年11月11日'), day('19 Nov 2018', '2018年11月19日')];
      await page.getByText(say('common.asOf.both', { on, known })).waitFor();
      await button('common.asOf.allKnown')
        .or(page.getByText(say('common.asOf.allKnown')))
        .first()
        .click();
      await page.getByText(say('common.asOf.band', { day: on })).waitFor();
    },
  },
  {
    name: 'sees how long mines stay shut as curves, and leads from there to the closures',
    as: 'analyst',
    path: '/studio/closures?asOf=2018-12-31',
    async walk({ page }) {
      await page.getByRole('main').getByRole('table').first().getByRole('link').first().click();
      await page.waitForURL(/\/(closures|mines)\?/);
    },
  },
  {
    name: 'reads a case, and finds that analysts send nothing',
    as: 'analyst',
    path: '/mines/XJ-0001?asOf=today',
    walk: ({ sees }) => sees('case.actions.nothing'),
  },
  {
    name: 'is led back where there is nothing at an address',
    as: 'analyst',
    path: '/mines/XX-0000',
    async walk({ sees, page, say, isAt }) {
      await sees('common.state.notFound');
      await page.getByText(say('common.state.toMines')).click();
      await isAt(/\/mines(\?|$)/);
    },
  },
];
