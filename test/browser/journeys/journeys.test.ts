// Each journey once, the languages taking turns; all in both languages: pnpm journeys
import { describe, expect, test } from '@jest/globals';
import { givenRectify } from '../given-rectify.ts';
import { drawn, type Look, type Persona } from '../visitor.ts';
import { analysts } from './analysts.ts';
import { administrators, reviewersAndLicensing, supervisors } from './authority.ts';
import { inspectors } from './inspectors.ts';
import { type Journey, type JourneyLanguage, saying, type Walk } from './journey.ts';
import { owners } from './owners.ts';

const rectify = givenRectify({ demonstration: true });
let mines = 0;

const every: readonly (readonly [string, readonly Journey[]])[] = [
  ['an inspector', inspectors],
  ['a supervisor', supervisors],
  ['a reviewer or licensing officer', reviewersAndLicensing],
  ['an owner', owners],
  ['an analyst', analysts],
  ['an administrator', administrators],
];

const both: readonly JourneyLanguage[] = ['en', 'zh-CN'];
let turn = 0;

/** The languages of the next journey. */
function languages(): readonly JourneyLanguage[] {
  turn += 1;
  return process.env.RECTIFY_JOURNEYS === 'all' ? both : both.slice(turn % 2, (turn % 2) + 1);
}

type InBoth = Pick<Walk, 'say' | 'inTheOther'>;

async function inBoth(language: JourneyLanguage): Promise<InBoth> {
  const [english, chinese] = await Promise.all([saying('en'), saying('zh-CN')]);
  return language === 'en'
    ? { say: english, inTheOther: { name: '简体中文', say: chinese } }
    : { say: chinese, inTheOther: { name: 'English', say: english } };
}

describe.each(every)('%s', (_who, journeys) => {
  for (const journey of journeys)
    test.each(languages())(`${journey.name} (%s)`, async (language) => {
      const mine = await rectify.registered({ mineId: `XJ-7${String(++mines).padStart(3, '0')}` });
      await journey.given?.(mine);
      const as: Persona = journey.as === 'its owner' ? { ownerOf: mine.mineId } : journey.as;
      const look: Look = { language, width: journey.onAPhone ? 390 : 1440 };
      const says = await inBoth(language);
      await using visitor = await rectify.visit(journey.path.replaceAll(':mine', mine.mineId), {
        as,
        ...look,
      });
      await drawn(visitor.page);
      await journey.walk(walking(visitor.page, says, look, mine));
      expect(visitor.complaints).toEqual([]);
    });
});

function walking(page: Walk['page'], says: InBoth, look: Look, mine: Walk['mine']): Walk {
  const { say, inTheOther } = says;
  const form = page.getByRole('dialog');
  return {
    page,
    say,
    inTheOther,
    mine,
    form,
    day: (english, chinese) => (look.language === 'en' ? english : chinese),
    button: (key, values) => page.getByRole('button', { name: say(key, values) }),
    link: (key, values) => page.getByRole('link', { name: say(key, values) }),
    sees: (key, values) => page.getByText(say(key, values)).filter({ visible: true }).first().waitFor(),
    isAt: (address) => page.waitForURL(address),
    fills: (field, value) => form.getByRole('textbox', { name: say(`fields.field.${field}`) }).fill(value),
    async leavesTheRestOpen() {
      for (const box of await form.getByRole('checkbox', { name: say('form.notStated') }).all()) await box.check();
    },
    sends: () => form.locator('button[type=submit]').click(),
    async meets(as, path, then) {
      await using visitor = await rectify.visit(path, { as, ...look });
      await drawn(visitor.page);
      await then(walking(visitor.page, says, look, mine));
      expect(visitor.complaints).toEqual([]);
    },
  };
}
