import { expect } from '@jest/globals';
import { document, onTheWayTo, order } from '../../course.ts';
import type { Journey } from './journey.ts';

/** What supervisors come to do. */
export const supervisors: readonly Journey[] = [
  {
    name: 'finds a request in their work and grants it, and the owner is told',
    as: 'supervisor',
    given: (mine) => mine.requests(mine.people.inspector, 'ClosureOrdered', order),
    path: '/mines/:mine?asOf=today',
    async walk({ button, form, page, say, meets, mine }) {
      await button('events.verb.ApprovalGranted').first().click();
      await form.locator('button[type=submit]').click();
      await page.getByText(say('case.sent.inEffect', { fact: say('events.fact.ClosureOrdered') })).waitFor();
      await meets({ ownerOf: mine.mineId }, '/my?asOf=today', (owner) => owner.sees('owner.answer.no'));
    },
  },
  {
    name: 'declines a request with a reason',
    as: 'supervisor',
    given: (mine) => mine.requests(mine.people.inspector, 'ClosureOrdered', order),
    path: '/mines/:mine?asOf=today',
    async walk({ button, fills, sends, page, mine }) {
      await button('events.verb.ApprovalDeclined').first().click();
      await fills('reason', 'The grounds do not say which outage.');
      await sends();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect((await mine.now()).status).toBe('operating');
    },
  },
  {
    name: 'cannot answer their own request, and is told who can',
    as: 'supervisor',
    given: (mine) => mine.requests(mine.people.supervisor, 'ClosureOrdered', order),
    path: '/mines/:mine?asOf=today',
    walk: ({ say, sees }) => sees('case.approvals.othersGrant', { who: say('domain.role.supervisor') }),
  },
  {
    name: 'authorises reopening, and the owner may run again',
    as: 'supervisor',
    given: (mine) => onTheWayTo('licensed', mine),
    path: '/mines/:mine?asOf=today',
    async walk({ button, sends, sees, meets, mine }) {
      await button('events.verb.ReopeningAuthorised').first().click();
      await sends();
      await sees('case.sent.requestedDetail');
      await meets('secondSupervisor', `/mines/${mine.mineId}?asOf=today`, async (second) => {
        await second.button('events.verb.ApprovalGranted').first().click();
        await second.sends();
        await second.page.getByRole('dialog').waitFor({ state: 'hidden' });
      });
      await meets({ ownerOf: mine.mineId }, '/my?asOf=today', (owner) => owner.sees('owner.answer.yes'));
    },
  },
  {
    name: 'sees where the mines of a campaign stand, and opens its closures',
    as: 'supervisor',
    path: '/campaigns?asOf=today',
    async walk({ page, sees, link, isAt }) {
      await page.getByRole('main').getByRole('link').first().click();
      await sees('campaigns.cases.title');
      await link('campaigns.cases.closures').click();
      await isAt(/\/closures\?.*campaign=november-2018/);
    },
  },
  {
    name: 'sees what an act on many mines would come to before anything is done',
    as: 'supervisor',
    path: '/campaigns/november-2018?asOf=today',
    async walk({ page, say, sees }) {
      await page.getByText(say('campaigns.act.open')).first().click();
      await sees('board.select.what');
      await sees('campaigns.act.which');
    },
  },
  {
    name: 'is told that cases go from one person to another, not to the same',
    as: 'supervisor',
    path: '/work?asOf=today',
    async walk({ button, form, say }) {
      await button('work.handOver.open').click();
      await form.getByLabel(say('work.handOver.from')).fill('inspector-1');
      await form.getByLabel(say('work.handOver.to')).fill('inspector-1');
      await form.getByRole('button', { name: say('work.handOver.show') }).click();
      await form.getByText(say('work.handOver.fault.same')).first().waitFor();
    },
  },
];

/** What reviewers and licensing officers come to do. */
export const reviewersAndLicensing: readonly Journey[] = [
  {
    name: 'a licensing officer accepts evidence that an owner sent',
    as: 'licensing',
    given: async (mine) => {
      await onTheWayTo('inspected', mine);
      await mine.does(mine.owner, 'EvidenceSubmitted', { requirement: 'LICENCES', document });
    },
    path: '/mines/:mine?asOf=today',
    async walk({ button, form, sends, say, mine, page }) {
      await button('events.verb.RequirementSatisfied').first().click();
      await form.getByRole('radio', { name: say('domain.requirement.LICENCES') }).check();
      await sends();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect((await mine.now()).requirements.LICENCES).toBe('satisfied');
    },
  },
  {
    name: 'a licensing officer sees whose evidence waits for an answer',
    as: 'licensing',
    given: async (mine) => {
      await onTheWayTo('inspected', mine);
      await mine.does(mine.owner, 'EvidenceSubmitted', { requirement: 'LICENCES', document });
    },
    path: '/work?asOf=today',
    async walk({ page, mine, isAt }) {
      await page
        .getByRole('row')
        .filter({ hasText: `Mine ${mine.mineId}` })
        .first()
        .getByRole('link')
        .first()
        .click();
      await isAt(new RegExp(mine.mineId));
    },
  },
  {
    name: 'a reviewer decides an appeal, and the order is quashed',
    as: 'reviewer',
    given: async (mine) => {
      await mine.does(mine.people.inspector, 'ClosureOrdered', order);
      await mine.does(mine.owner, 'AppealLodged', { appealId: 'A1', against: 'order', grounds: 'No outage.' });
    },
    path: '/work?asOf=today',
    async walk({ page, mine, isAt, sees }) {
      await page
        .getByRole('row')
        .filter({ hasText: `Mine ${mine.mineId}` })
        .first()
        .getByRole('link')
        .first()
        .click();
      await isAt(new RegExp(mine.mineId));
      await sees('case.appeals.status.pending');
    },
  },
];

/** What administrators come to do. */
export const administrators: readonly Journey[] = [
  {
    name: 'sees how the read side does, and builds it anew',
    as: 'admin',
    path: '/server',
    async walk({ button, page, say }) {
      await button('server.rebuild.begin').click();
      await page
        .getByText(say('server.rebuild.done', { events: '…' }).split('…')[0] ?? '')
        .first()
        .waitFor();
    },
  },
];
