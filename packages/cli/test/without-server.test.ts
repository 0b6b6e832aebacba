import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { likeCases } from '@rectify/projections';
import { rectify, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
const on = ['--data', folder];
const order = JSON.stringify({ grounds: 'outages', authority: 'local authorities', legalBasis: 'not stated' });

afterAll(remove);

describe('without a server', () => {
  beforeAll(async () => {
    const registered = await rectify([
      ...['register', 'XJ-9001', ...on, '--name', '示例矿场', '--region', 'CN-XJ'],
      ...['--operator', 'Example Power', '--capacity', '20 MW', '--occurred-at', '2018-04-01'],
    ]);
    expect(registered).toMatchObject({ code: 0, err: '' });
    expect(registered.out).toContain('XJ-9001: MineRegistered, revision 0, occurred 2018-04-01');
  });

  test('a closing order waits for another person, who grants it with the command that was printed', async () => {
    const asked = await rectify([...on, 'send', 'XJ-9001', 'ClosureOrdered', '--data', order, '--key', 'order-1']);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain("ClosureOrdered needs another person's approval");
    expect((await rectify(['status', 'XJ-9001', ...on, '--json'])).out).toContain('"status": "operating"');

    const [command = ''] = /^ {2}rectify .* ApprovalGranted .*$/m.exec(asked.out) ?? [];
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const granted = await rectify(words.slice(1));
    expect(granted.code).toBe(0);
    expect(granted.out).toMatch(/ClosureOrdered, revision 3/);
    expect(granted.out).toContain('Now closed, awaiting inspection; waiting on the authority (tax).');

    const again = await rectify([...on, 'send', 'XJ-9001', 'ClosureOrdered', '--data', order, '--key', 'order-1']);
    expect(again.out).toMatch(/Request \S+ was granted/);
  });

  test('a refusal is one line on standard error, exit code 1, and with --json a problem', async () => {
    const refused = await rectify(['send', 'XJ-9001', 'ReopeningAuthorised', ...on, '--json']);
    expect(refused.code).toBe(1);
    expect(refused.err.trimEnd().split('\n')).toHaveLength(1);
    expect(refused.err).toMatch(/^Refused: .*Possible now: /);
    expect(JSON.parse(refused.out)).toMatchObject({ type: 'illegal-transition', status: 409 });

    const unknown = await rectify(['history', 'XJ-0000', ...on]);
    expect(unknown).toEqual({ code: 1, out: '', err: 'Refused: There is no such mine, or it is not yours to see.\n' });

    const stale = await rectify([
      ...['send', 'XJ-9001', 'NoteAdded', ...on, '--if-match', '0'],
      ...['--data', '{"text":"x","visibility":"owner"}'],
    ]);
    expect(stale).toMatchObject({ code: 1, out: '' });
  });

  test('the cases of somebody who is away are shown, then handed over', async () => {
    const assign = [
      'send',
      'XJ-9001',
      'CaseAssigned',
      ...on,
      '--role',
      'supervisor',
      '--data',
      '{"assignee":"zhang.hua"}',
    ];
    expect((await rectify(assign)).code).toBe(0);
    const shown = await rectify(['handover', 'zhang.hua', 'li.wei', ...on]);
    expect(shown.out).toBe('zhang.hua has 1 case: XJ-9001.\nHand them to li.wei with --yes.\n');
    const done = await rectify(['handover', 'zhang.hua', 'li.wei', ...on, '--yes', '--note', 'On leave']);
    expect(done).toMatchObject({ code: 0, out: '1 case handed from zhang.hua to li.wei.\n' });
    expect((await rectify(['status', 'XJ-9001', ...on, '--json'])).out).toContain('"assignee": "li.wei"');
    const queue = await rectify(['work', ...on, '--actor', 'li.wei', '--scope', 'mine', '--json']);
    expect(JSON.parse(queue.out)).toMatchObject({ items: [{ mineId: 'XJ-9001' }, { mineId: 'XJ-9001' }] });
    const before = await rectify(['work', ...on, '--actor', 'li.wei', '--as-of', '2000-01-01']);
    expect(before.out).toBe('Nothing needed li.wei (inspector) on 2000-01-01 23:59.\n');
    const since = await rectify(['work', ...on, '--actor', 'li.wei', '--known-at', '2100-01-01']);
    expect(since.out).toMatch(/MINE +NAME +REGION +NEEDED +OFFICE +SINCE +DUE/);
  });

  test('data comes from the argument, a file or standard input, and a key has one effect', async () => {
    const note = { text: 'Seen.', visibility: 'owner' };
    writeFileSync(join(folder, 'note.json'), JSON.stringify(note));
    const send = ['send', 'XJ-9001', 'NoteAdded', '--role', 'licensing', '--json', ...on, '--key', 'note-1'];
    const first = JSON.parse((await rectify([...send, '--data', `@${join(folder, 'note.json')}`])).out);
    const again = JSON.parse((await rectify([...send, '--data', '-'], { input: JSON.stringify(note) })).out);
    expect(first).toMatchObject({
      duplicate: false,
      event: { type: 'NoteAdded', data: note, actor: { role: 'licensing' } },
    });
    expect(again).toMatchObject({ duplicate: true, event: { eventId: first.event.eventId } });

    const other = await rectify([...send, '--data', '{"text":"Something else.","visibility":"owner"}', '--json']);
    expect(other.code).toBe(1);
    expect(JSON.parse(other.out)).toMatchObject({ type: 'key-reused' });
  });

  test('status shows all mines in a table and one in plain words, as of any day', async () => {
    const all = await rectify(['status', ...on]);
    expect(all.out).toMatch(/^MINE +NAME +REGION +STATE/);
    expect(all.out).toMatch(/XJ-9001 +示例矿场 +CN-XJ +closed, awaiting inspection/);
    expect(JSON.parse((await rectify(['status', ...on, '--json'])).out)).toMatchObject({
      total: 1,
      items: [{ mineId: 'XJ-9001', status: 'closed' }],
    });

    const before = await rectify(['status', 'XJ-9001', ...on, '--as-of', '2018-04-01']);
    expect(before.out).toContain('Operating. It may run.');
    expect((await rectify(['status', ...on, '--as-of', '2018-03-31'])).out).toContain(
      'No mine was registered by 2018-03-31',
    );
  });

  test('history, next and closures answer for people and for machines', async () => {
    const history = await rectify(['history', 'XJ-9001', ...on]);
    expect(history.out).toMatch(/ClosureOrdered +inspector-1 \(inspector, tax\), granted by supervisor-1/);
    expect(history.out).toContain('Times are Beijing time (UTC+8).');
    expect(JSON.parse((await rectify(['history', 'XJ-9001', ...on, '--json'])).out).items[3]).toMatchObject({
      type: 'ClosureOrdered',
      transition: { from: { operation: 'operating' }, to: { operation: 'closed.awaitingInspection' } },
    });

    const next = await rectify(['next', 'XJ-9001', ...on]);
    expect(next.out).toMatch(/May be sent now\n(.*\n)* +InspectionStarted +inspectionId\*/);
    expect(next.out).toMatch(/no step from here +.*InspectionPassed/);
    expect(next.out).toMatch(/InspectionPassed: 5 steps away; --why-not InspectionPassed shows the way/);
    const far = await rectify(['next', 'XJ-9001', ...on, '--why-not', 'ReopeningAuthorised']);
    expect(far.out).toMatch(/Why not\n +As inspector you cannot send ReopeningAuthorised/);
    expect(far.out).toMatch(
      /The way: 10 steps\n +1\. +InspectionStarted +inspector\n +2\. +CheckRecorded +TAX +inspector/,
    );
    expect(far.out).toMatch(/10\. +ReopeningAuthorised +supervisor, then another person \(supervisor\) grants it/);
    const forOwner = JSON.parse((await rectify(['next', 'XJ-9001', ...on, '--json', '--role', 'owner'])).out);
    expect(forOwner.possible.map(({ type }: { type: string }) => type)).toContain('AppealLodged');

    const closures = await rectify(['closures', ...on, '--group-by', 'region']);
    expect(closures.out).toMatch(/^1 closure: 1 still shut, 0 ended/);
    expect(closures.out).toContain(
      'Fewer than half are over by any day seen, a quarter by … (… to …), three quarters by … (… to …); who is still shut counts for as long as it has been; so few say little.',
    );
    expect(closures.out).toMatch(/^REGION +CLOSURES .*\nCN-XJ +1 +1 +0 .* few$/m);
    expect(JSON.parse((await rectify(['closures', ...on, '--json'])).out)).toMatchObject({
      total: 1,
      items: [{ mineId: 'XJ-9001', ongoing: true }],
      statistics: { ongoing: 1, endedOnly: { count: 0, notCounted: 1 } },
    });
  });

  test('the closures in the store are analysed: how long, and where they are held up', async () => {
    const survival = await rectify(['analyse', 'survival', ...on, '--group-by', 'region', '--at', '0']);
    expect(survival).toMatchObject({ code: 0, err: '' });
    expect(survival.out).toMatch(/^REGION +N +ENDED .*\nCN-XJ +1 +0 +1 .* few$/m);
    expect(survival.out).toMatch(/Survival, CN-XJ\n.*\n +0 +1 +0 +0 +1\.0000/);
    expect(JSON.parse((await rectify(['analyse', 'survival', ...on, '--json'])).out)).toMatchObject({
      small: true,
      survival: { n: 1, events: 0, censored: 1 },
    });
    const bottlenecks = await rectify(['analyse', 'bottlenecks', ...on]);
    expect(bottlenecks.out).toMatch(/^closed, awaiting inspection +1 +1 .* tax 100 %$/m);
    expect(JSON.parse((await rectify(['analyse', 'bottlenecks', ...on, '--json'])).out)).toMatchObject({
      closures: 1,
      parties: [{ party: 'authority', office: 'tax', share: 1, now: 1 }],
    });
    const nothing = await rectify(['analyse', 'bottlenecks', ...on, '--region', 'CN-GZ']);
    expect(nothing.out).toMatch(/^No closures, as of /);
  });

  test('cases like that of a mine, or on some grounds, are told by the office that ordered them', async () => {
    const words = await rectify(['analyse', 'like-cases', 'XJ-9001', ...on]);
    expect(words).toMatchObject({ code: 0, err: '' });
    const [first = '', second = ''] = words.out.split('\n');
    const grounds = /^Closed on the grounds “(.+)”\.$/.exec(first)?.[1] ?? '';
    expect(second).toMatch(/^1 closure: 1 still shut, 0 ended/);
    expect(words.out).toMatch(/^OFFICE +CLOSURES .*\n\S+ +1 +1 +0 .* few$/m);
    const json = await rectify(['analyse', 'like-cases', '--grounds', grounds, ...on, '--json']);
    expect(likeCases.parse(JSON.parse(json.out))).toMatchObject({ grounds, figures: { total: 1, ongoing: 1 } });
    const before = await rectify(['analyse', 'like-cases', 'XJ-9001', ...on, '--known-at', '2018-01-01']);
    expect(before).toMatchObject({ code: 1, out: '' });
    expect(before.err).toContain('There is no such closure');
    const both = await rectify(['analyse', 'like-cases', 'XJ-9001', ...on, '--grounds', grounds]);
    expect(both).toMatchObject({ code: 2, out: '' });
    expect(both.err).toContain('Name either a mine or grounds');
  });

  test('replay tells where the mine stood after each event and the time between, all at once or step by step', async () => {
    const all = await rectify(['replay', 'XJ-9001', ...on]);
    expect(all.out).toMatch(
      /1\/\d+ {2}MineRegistered[\s\S]*=> operating[\s\S]*days later[\s\S]*=> closed, awaiting inspection/,
    );

    const stepped = await rectify(['replay', 'XJ-9001', '--step', ...on], { input: '\np\nq\n' });
    const shown = [...stepped.out.matchAll(/^(\d+)\/\d+ /gm)].map(([, number]) => number);
    expect(shown).toEqual(['1', '2', '1']);

    const lines = (await rectify(['replay', 'XJ-9001', '--json', ...on])).out.trimEnd().split('\n');
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({
      event: { type: 'ClosureOrdered' },
      state: { operation: 'closed.awaitingInspection' },
      millisecondsSince: 0,
    });
  });

  test('rebuild makes the read side anew', async () => {
    expect(JSON.parse((await rectify(['rebuild', ...on, '--json'])).out)).toEqual({ events: 7 });
    expect(existsSync(join(folder, 'read.db'))).toBe(true);
  });

  test('rebuild --check compares the read side with the log and names the first row that differs', async () => {
    const sound = await rectify(['rebuild', '--check', ...on]);
    expect(sound).toMatchObject({ code: 0, err: '' });
    expect(sound.out).toMatch(/^7 read models compared with 7 events folded anew, \d+ rows: no difference\.\n$/);

    const db = new DatabaseSync(join(folder, 'read.db'));
    db.exec("update mines set region = 'CN-GZ'; delete from closures");
    db.close();
    const differs = await rectify(['rebuild', '--check', ...on]);
    expect(differs.code).toBe(1);
    expect(differs.out).toContain('status: mines mine_id="XJ-9001": region is "CN-GZ", and should be "CN-XJ".');
    expect(differs.out).toMatch(/^closures: closures mine_id="XJ-9001" cycle=1 known_from=\d+ is missing\.$/m);
    expect(differs.err).toContain('not the same: status, closures. `rectify rebuild` mends it.');

    expect((await rectify(['rebuild', ...on])).code).toBe(0);
    const mended = JSON.parse((await rectify(['rebuild', '--check', ...on, '--json'])).out);
    expect(mended).toMatchObject({ position: '7', events: 7, models: Array(7).fill({ rows: expect.any(Number) }) });
    expect(readdirSync(folder).filter((name) => name.includes('checking'))).toEqual([]);
  });

  test('reading changes nothing, and a store that is not there is not made', async () => {
    const elsewhere = join(folder, 'elsewhere');
    for (const args of [['status'], ['send', 'XJ-9001', 'OperationResumed']]) {
      const failed = await rectify([...args, '--data', elsewhere]);
      expect(failed).toMatchObject({ code: 1, out: '' });
      expect(failed.err).toContain(`There is no event store at ${join(elsewhere, 'events.db')}`);
    }
    expect(existsSync(elsewhere)).toBe(false);
    expect((await rectify(['status', '--store', 'memory:', ...on])).err).toContain('rectify serve');
  });
});
