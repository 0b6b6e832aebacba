import { describe, expect, test } from '@jest/globals';
import { rectify, temporaryFolder } from './rectify.ts';

describe('a wrong call ends with exit code 2, nothing on standard output, and a hint', () => {
  test.each([
    [['stauts'], 'Did you mean status?'],
    [['status', '--jsno'], 'Did you mean --json?'],
    [['status', '--as-of', 'yesterday'], '--as-of is "yesterday"; allowed: a day such as 2018-11-11, or an instant'],
    [['send', 'X', 'NoteAdded', '--data', '{bad'], 'is not JSON'],
    [['send', 'X', 'NoteAdded', '--data', 'package.json'], 'is a file; for its content write --data @package.json'],
    [['send', 'X', 'NoteAdded', '--role', 'king'], '--role is "king"; allowed: inspector'],
    [['token', '--role', 'owner'], 'say which with --mine'],
    [['token', '--expires', 'soon'], '--expires is "soon"; allowed: a number with s, m, h or d'],
    [['replay', 'X', '--step', '--json'], 'cannot be used with'],
    [['status', '--store', 'redis://me:secret@host'], 'allowed: `memory:`'],
    [['verify', '--threads', 'many'], '--threads is "many"; allowed: a whole number from 1 to 64'],
    [['serve', '--port', 'abc'], 'PORT is "abc"; allowed: a port from 0 to 65535'],
  ])('%j', async (args, hint) => {
    const ended = await rectify(args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(hint);
    expect(ended.err).not.toContain('secret');
  });

  test('no command at all', async () => {
    const ended = await rectify([]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('Usage: rectify');
  });
});

test('a wrong setting stops the start with its name, its value and what is allowed', async () => {
  const { folder, remove } = temporaryFolder();
  const env = { RECTIFY_SCENARIO: 'december', RECTIFY_AUTH: 'none', RECTIFY_DATA: folder };
  const ended = await rectify(['serve'], { env });
  remove();
  expect(ended.code).toBe(2);
  expect(ended.err).toContain('RECTIFY_SCENARIO is "december"; allowed: `november-2018` or `none`.');
  expect(ended.err).toContain('RECTIFY_AUTH is "none"; allowed: `dev`');
});

test('--help of every command says what it is for, on standard output', async () => {
  const all = await rectify(['--help']);
  expect(all.code).toBe(0);
  const commands = [...all.out.matchAll(/^ {2}([a-z]+)(?: \[| {2})/gm)].map(([, name]) => name ?? '');
  expect(commands.slice(0, -1)).toEqual([
    ...['serve', 'register', 'send', 'status', 'history', 'next', 'work', 'handover', 'replay', 'closures', 'changes'],
    ...[
      'course',
      'cite',
      'analyse',
      'campaign',
      'procedure',
      'verify',
      'rebuild',
      'backup',
      'restore',
      'copy',
      'generate',
      'store',
      'token',
    ],
  ]);
  const help = await rectify(['send', '--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toMatch(/--key <key>[\s\S]*Examples:/);
});
