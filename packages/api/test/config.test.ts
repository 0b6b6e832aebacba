import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigInvalid, readConfig } from '../src/index.ts';

function wrongIn(variables: Record<string, string>): readonly { name: string; value: string; allowed: string }[] {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.wrong;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('without any variable is a trial on this machine alone, with the demonstration', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      data: resolve('data'),
      store: `sqlite:${join(resolve('data'), 'events.db')}`,
      scenario: 'november-2018',
      scenarioLanguage: 'en',
      auth: 'dev',
      log: 'warn',
      rateLimit: 120_000,
      deadlines: 60,
      documentLimit: 50_000_000,
    });
  });

  test('takes an empty variable as absent', () => {
    expect(readConfig({ PORT: '', RECTIFY_SCENARIO: '' })).toEqual(readConfig({}));
  });

  test('keeps the store in the data folder unless told otherwise', () => {
    expect(readConfig({ RECTIFY_DATA: '/srv/rectify' }).store).toBe('sqlite:/srv/rectify/events.db');
    expect(readConfig({ RECTIFY_DATA: '/srv/rectify', RECTIFY_STORE: 'memory:' }).store).toBe('memory:');
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['RECTIFY_HOST', 'a host'],
    ['RECTIFY_STORE', 'postgres://host/db'],
    ['RECTIFY_STORE', 'sqlite:'],
    ['RECTIFY_SCENARIO', 'november-2019'],
    ['RECTIFY_AUTH', 'none'],
    ['RECTIFY_LOG', 'loud'],
    ['RECTIFY_RATE_LIMIT', 'many'],
    ['RECTIFY_MAIL_FROM', 'us'],
    ['RECTIFY_URL', 'rectify.example.org'],
  ])('refuses %s=%s, saying what is allowed', (name, value) => {
    expect(wrongIn({ [name]: value })).toEqual([{ name, value, allowed: expect.stringMatching(/\S/) }]);
  });

  test('sends no mail without knowing whom it comes from and where its links lead', () => {
    const mail = { RECTIFY_MAIL: 'smtp://user:secret@mail.example.org' };
    expect(wrongIn(mail).map(({ name }) => name)).toEqual(['RECTIFY_MAIL_FROM', 'RECTIFY_URL']);
    const whole = { ...mail, RECTIFY_MAIL_FROM: 'rectify@example.org', RECTIFY_URL: 'https://rectify.example.org/' };
    expect(readConfig(whole).mail).toEqual({
      server: mail.RECTIFY_MAIL,
      from: 'rectify@example.org',
      page: 'https://rectify.example.org',
      wait: 300,
    });
    expect(wrongIn({ RECTIFY_MAIL: 'imap://user:secret@mail.example.org' })[0]?.value).not.toContain('secret');
  });

  test('names everything that is wrong at once, a line each', () => {
    const variables = { PORT: 'x', RECTIFY_SCENARIO: 'y', RECTIFY_AUTH: 'z' };
    expect(wrongIn(variables).map(({ name }) => name)).toEqual(['PORT', 'RECTIFY_SCENARIO', 'RECTIFY_AUTH']);
    expect(() => readConfig(variables)).toThrow(
      /^PORT is "x"; allowed: a port from 0 to 65535.*\nRECTIFY_SCENARIO is "y"; allowed: .*\nRECTIFY_AUTH is "z"/,
    );
  });

  test('recognises an OIDC issuer and says that it is not built yet', () => {
    const [wrong] = wrongIn({ RECTIFY_AUTH: 'https://login.example/realms/mines' });
    expect(wrong?.allowed).toContain('not built yet');
  });

  test('takes the URL of a cluster', () => {
    const store = 'kurrentdb+discover://admin:changeit@host:2113?tlsCaFile=./ca.crt';
    expect(readConfig({ RECTIFY_STORE: store }).store).toBe(store);
  });

  test.each(['kurrentdb://admin:changeit@host:2113?tls=maybe', 'kurrentdb://admin:change@it:@host:2113?tls=maybe'])(
    'says what is wrong with the URL of a cluster and does not repeat its password: %s',
    (store) => {
      const reading = () => readConfig({ RECTIFY_STORE: store });
      expect(reading).toThrow('kurrentdb://admin:…@host:2113?tls=maybe');
      expect(reading).toThrow(/cannot be used: /);
      expect(reading).not.toThrow(/change|it:?@/);
    },
  );
});
