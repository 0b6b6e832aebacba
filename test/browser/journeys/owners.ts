import { expect } from '@jest/globals';
import { type MineAtServer, onTheWayTo, order } from '../../course.ts';
import type { Journey } from './journey.ts';

const shut: Journey['given'] = (mine) => mine.does(mine.people.inspector, 'ClosureOrdered', order);

/** An inspection ends with a fault to be made good. */
async function failsTheInspection(mine: MineAtServer): Promise<void> {
  await onTheWayTo('inspecting', mine);
  const finding = { findingId: 'F1', description: 'No meter.', dueOn: '2099-01-05' };
  await mine.does(mine.people.inspector, 'FindingRaised', finding);
  await mine.does(mine.people.inspector, 'InspectionFailed', { inspectionId: 'I1' });
}

/** What owners come to do, most of them on a phone. */
export const owners: readonly Journey[] = [
  {
    name: 'reads that the mine may run',
    as: 'its owner',
    onAPhone: true,
    given: async () => {},
    path: '/my?asOf=today',
    walk: ({ sees }) => sees('owner.answer.yes'),
  },
  {
    name: 'reads that the mine must not run, why, and who acts next',
    as: 'its owner',
    onAPhone: true,
    given: shut,
    path: '/my?asOf=today',
    async walk({ page, sees }) {
      await sees('owner.answer.no');
      await sees('owner.why.title');
      await page.getByText(order.grounds).first().waitFor();
      await sees('owner.missing.title');
    },
  },
  {
    name: 'appeals against the order',
    as: 'its owner',
    onAPhone: true,
    given: shut,
    path: '/my?asOf=today',
    async walk({ button, form, say, sends, mine }) {
      await button('owner.do.verb.AppealLodged').first().click();
      await form.getByRole('textbox').first().fill('There was no outage here.');
      await sends();
      await form.getByText(say('owner.form.sent'), { exact: true }).waitFor();
      expect((await mine.history()).at(-1)?.type).toBe('AppealLodged');
    },
  },
  {
    name: 'tells their side, and finds it on the file',
    as: 'its owner',
    onAPhone: true,
    given: shut,
    path: '/my?asOf=today',
    async walk({ button, form, sends, page }) {
      await button('owner.do.verb.OwnerStatementFiled').first().click();
      await form.getByRole('textbox').first().fill('We were never told of the inspection.');
      await sends();
      await page.getByText('We were never told of the inspection.').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'asks for more time for a fault',
    as: 'its owner',
    onAPhone: true,
    given: failsTheInspection,
    path: '/my?asOf=today',
    async walk({ button, form, say, sends, day }) {
      await button('owner.do.verb.ExtensionRequested').first().click();
      await form
        .getByRole('textbox', { name: say('fields.fieldIn.ExtensionRequested.dueOn') })
        .fill(day('1 Feb 2099', '2099年2月1日'));
      await form.getByRole('textbox', { name: say('fields.field.reason') }).fill('The part is on its way.');
      await sends();
      await form.getByText(say('owner.form.sent'), { exact: true }).waitFor();
    },
  },
  {
    name: 'asks to run while the appeal is decided',
    as: 'its owner',
    onAPhone: true,
    given: async (mine) => {
      await mine.does(mine.people.inspector, 'ClosureOrdered', order);
      await mine.does(mine.owner, 'AppealLodged', { appealId: 'A1', against: 'order', grounds: 'No outage.' });
    },
    path: '/my?asOf=today',
    async walk({ button, form, say, sends, mine }) {
      await button('owner.do.verb.StayRequested').first().click();
      await form.getByRole('textbox').first().fill('Our miners cannot be paid.');
      await sends();
      await form.getByText(say('owner.form.sent'), { exact: true }).waitFor();
      expect((await mine.history()).at(-1)?.type).toBe('StayRequested');
    },
  },
  {
    name: 'reads on what the mine waits in a past week, and comes back to now',
    as: { ownerOf: 'GZ-0011' },
    onAPhone: true,
    path: '/my/GZ-0011?asOf=2018-11-25',
    async walk({ sees, button, isAt }) {
      await sees('owner.answer.no');
      await button('common.asOf.goToToday').first().click();
      await isAt(/asOf=today/);
    },
  },
  {
    name: 'reads the history in plain words, and keeps a copy',
    as: { ownerOf: 'GZ-0011' },
    path: '/my/GZ-0011?asOf=2018-12-31',
    async walk({ sees, button }) {
      await sees('owner.timeline.title');
      await sees('told.AppealLodged');
      await button('owner.do.print').waitFor();
    },
  },
  {
    name: 'changes the language, and it stays changed',
    as: { ownerOf: 'GZ-0011' },
    onAPhone: true,
    path: '/my/GZ-0011?asOf=2018-12-31',
    async walk({ page, button, inTheOther, sees }) {
      await sees('owner.answer.no');
      await button('common.settings.label').click();
      await page.getByText(inTheOther.name).filter({ visible: true }).last().click();
      await page.getByText(inTheOther.say('owner.answer.no')).first().waitFor();
      await page.reload();
      await page.getByText(inTheOther.say('owner.answer.no')).first().waitFor();
    },
  },
];
