import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coversYear, dayOf, type Procedure, procedure, strict1 } from '@rectify/engine';
import { type Ended, rectify, temporaryFolder } from './rectify.ts';

const { folder, remove } = temporaryFolder();
const on = ['--data', folder];
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  const mine = ['--name', 'A', '--region', 'CN-XJ', '--operator', 'Example', '--capacity', '5 MW'];
  expect(await rectify(['register', 'XJ-1', ...mine, ...on])).toMatchObject({ code: 0 });
  const order = '{"grounds":"x","authority":"not stated","legalBasis":"not stated"}';
  const { out } = await rectify(['send', 'XJ-1', 'ClosureOrdered', '--data', order, '--json', ...on]);
  const { approvalId } = JSON.parse(out).approval;
  const grant = ['--data', JSON.stringify({ approvalId })];
  expect(await rectify(['send', 'XJ-1', 'ApprovalGranted', ...grant, ...on])).toMatchObject({ code: 0 });
});

afterAll(remove);

const run = (...args: string[]): Promise<Ended> => rectify(['procedure', ...args, ...on]);

/** The document of the default, changed and written into a file. */
async function givenADraft(name: string, change: (document: Procedure) => Procedure): Promise<string> {
  const { out } = await run('show', 'rectification@1', '--json');
  writeFileSync(file(name), JSON.stringify(change(procedure.parse(JSON.parse(out)))));
  return file(name);
}

describe('rectify procedure', () => {
  test('a new version begins with the document of an old one, is checked, compared, previewed and published', async () => {
    const draft = await givenADraft('mine.json', (old) => ({
      ...old,
      version: 2,
      checks: [...old.checks, ...strict1.checks.slice(-1)],
      directory: strict1.directory,
    }));
    expect(await run('check', draft)).toEqual({ code: 0, err: '', out: 'rectification@2 has no faults.\n' });
    expect((await run('diff', 'rectification@1', draft)).out.split('\n').slice(0, 2)).toEqual([
      'Version: 1 → 2',
      expect.stringMatching(/^Check FIRE_SAFETY added: /),
    ]);
    const preview = await run('preview', draft);
    expect(preview.out).toContain('1 open cycle: moved to rectification@2, 1 would change');
    expect(preview.out).toMatch(/XJ-1 +A +CN-XJ +rectification@1 +newly unmet FIRE_SAFETY/);
    const published = await run('publish', draft, '--note', 'fire safety', '--json');
    expect(JSON.parse(published.out)).toMatchObject({
      procedure: { name: 'rectification@2', inForceIn: ['CN-GZ', 'CN-XJ'] },
    });
    const listed = JSON.parse((await run('list', '--json')).out);
    expect(listed).toMatchObject({
      items: [
        { name: 'rectification@1', openCycles: 1 },
        { name: 'rectification@2', openCycles: 0 },
      ],
      unpublished: [{ name: 'strict@1' }],
    });
    const moving = ['--role', 'supervisor', '--data', '{"procedure":"rectification@2","reason":"new rules"}'];
    expect(await rectify(['send', 'XJ-1', 'ProcedureMigrated', ...moving, ...on])).toMatchObject({ code: 0 });
    expect((await run('list')).out).toMatch(/rectification@2 .* 1$/m);
    expect((await run('preview', 'rectification@2')).out).toContain('1 are under it already');
  });

  test('a version is published from a day on and withdrawn, and its key has one effect', async () => {
    const draft = await givenADraft('strict.json', () => ({
      ...strict1,
      version: 5,
      calendar: { base: 'weekdays', years: [] },
    }));
    const publish = ['publish', draft, '--in-force-from', '2090-01-01', '--key', 'publish-1'];
    expect((await run(...publish)).out).toContain('In force from 2090-01-01 00:00; now nowhere.');
    expect((await run(...publish)).out).toContain('nothing was stored again');
    const again = await run('publish', draft);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^Refused: strict@5 was published already.*\n$/);
    expect((await run('withdraw', 'strict@5', '--reason', 'too strict')).out).toContain('too strict');
    expect((await run('show', 'strict@5')).out).toMatch(/Withdrawn .*: too strict\.[\s\S]*FIRE_SAFETY +Fire safety/);
  });

  test('what comes with Rectify is shown, compared and published by its name', async () => {
    expect((await run('show', 'strict@1')).out).toContain('It is not published here.');
    expect((await run('diff', 'rectification@1', 'strict@1')).out).toContain(
      'First inspection: 14 calendar days → 7 working days',
    );
    const year = Number(dayOf(new Date().toISOString(), strict1.zone).slice(0, 4));
    const { out, err } = await run('publish', 'strict@1');
    // In a year of which the public holidays are not known here, it is refused for that.
    const isKnown = coversYear(strict1.calendar, year);
    expect(`${out}${err}`).toContain(isKnown ? 'strict@1 is published' : 'does not say which days are working days');
  });

  test('everything wrong with a document is told at once, one line each, with exit code 1', async () => {
    const wrong = await givenADraft('wrong.json', (old) => ({
      ...old,
      zone: 'Asia/Atlantis',
      regions: ['CN-XJ', 'CN-XJ'],
    }));
    for (const command of ['check', 'publish', 'preview']) {
      const ended = await run(command, wrong);
      expect(ended.code).toBe(1);
      expect(ended.out.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/^ *\/zone +Asia\/Atlantis is no time zone/),
        expect.stringMatching(/^ *\/regions\/1 +names CN-XJ again/),
      ]);
      expect(ended.err).toBe(`${wrong} has 2 faults; it cannot be published.\n`);
    }
    const json = await rectify(['procedure', 'check', '-', '--json'], { input: '{"id":"x"}' });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).faults).toContainEqual({
      pointer: '/checks',
      code: 'missing',
      detail: 'is missing and has to be given',
    });
  });

  test.each([
    [['withdraw', 'strict@1'], '--reason is missing'],
    [['withdraw', 'strict', '--reason', 'x'], 'write it like strict@1'],
    [['publish', 'unheard@1'], 'give the file of its document'],
    [['preview', 'strict@1', '--limit', '0'], '--limit is "0"; allowed: a whole number from 1'],
    [['publsh', 'strict@1'], 'Did you mean publish?'],
  ])('%j is called wrongly', async (args, hint) => {
    const ended = await run(...args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(hint);
  });

  test('a version or a file that is not there is said', async () => {
    expect((await run('show', 'strict@9')).err).toContain('There is no procedure strict@9');
    expect((await run('check', file('none.json'))).err).toContain('cannot be read');
  });
});
