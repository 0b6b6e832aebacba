import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { rectify, rectifyUnread, serve, temporaryFolder } from './rectify.ts';

const said = z.object({ address: z.url(), demonstration: z.unknown() });
const { folder, remove } = temporaryFolder();
afterAll(remove);

const mine = ['--name', 'A', '--region', 'CN-GZ', '--operator', 'Example', '--capacity', '5 MW'];

describe('beside a running server', () => {
  test('commands go through it, and it accepts the token that is alone on standard output', async () => {
    const on = ['--data', join(folder, 'one')];
    await using server = await serve([...on, '--scenario', 'none']);
    const { address, demonstration } = said.parse(server.said);
    expect(demonstration).toBeNull();

    expect(await rectify(['register', 'GZ-9001', ...mine, ...on])).toMatchObject({ code: 0, err: '' });
    const token = await rectify(['token', '--role', 'analyst', ...on]);
    expect(token).toMatchObject({ code: 0, err: '' });
    expect(token.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const answer = await fetch(`${address}/v1/mines/GZ-9001`, {
      headers: { Authorization: `Bearer ${token.out.trim()}` },
    });
    expect(answer.status).toBe(200);

    const requested = await rectify([
      ...['send', 'GZ-9001', 'ClosureOrdered', '--json', ...on],
      ...['--data', '{"grounds":"x","authority":"not stated","legalBasis":"not stated"}'],
    ]);
    expect(JSON.parse(requested.out)).toMatchObject({ approval: { answer: 'pending' }, duplicate: false });
    const refused = await rectify(['send', 'GZ-9001', 'InspectionPassed', ...on, '--data', '{"inspectionId":"I1"}']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^Refused: .*\n$/);

    expect((await rectify(['status', ...on])).out).toMatch(/GZ-9001 +A +CN-GZ +operating/);
    expect(JSON.parse((await rectify(['history', 'GZ-9001', ...on, '--json'])).out)).toMatchObject({ total: 2 });
    expect((await rectify(['next', 'GZ-9001', '--role', 'supervisor', ...on])).out).toContain('ApprovalGranted');
    expect(JSON.parse((await rectify(['rebuild', ...on, '--json'])).out)).toEqual({ events: 2 });

    const sameStore = ['--store', `sqlite:${join(folder, 'one', 'events.db')}`];
    expect(await rectify(['register', 'GZ-9002', ...mine, ...on, ...sameStore])).toMatchObject({ code: 0 });
    const second = await rectify(['serve', '--port', '0', ...on]);
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toContain(`Rectify already runs on ${join(folder, 'one')}, at ${address}`);

    expect(await server.stop('SIGINT')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'one', 'server.json'))).toBe(false);
    expect((await rectify(['status', 'GZ-9002', ...on])).code).toBe(0);
  });

  test('a store in memory is read and written through its server', async () => {
    const on = ['--data', join(folder, 'two'), '--store', 'memory:'];
    await using server = await serve([...on, '--scenario', 'none']);
    expect(said.parse(server.said)).toBeDefined();
    const beside = { env: { RECTIFY_STORE: 'memory:', RECTIFY_DATA: join(folder, 'two') } };
    expect(await rectify(['register', 'GZ-9003', ...mine], beside)).toMatchObject({ code: 0 });
    expect((await rectify(['status', 'GZ-9003'], beside)).out).toContain('Operating. It may run.');
  });

  test('a new data folder begins with the November 2018 scenario, once', async () => {
    const on = ['--data', join(folder, 'three')];
    const first = await serve(on);
    expect(first.said).toMatchObject({ demonstration: { scenario: 'november-2018' } });
    const onTheEleventh = await rectify(['status', 'XJ-0001', ...on, '--as-of', '2018-11-11T00:00:00+08:00', '--json']);
    expect(JSON.parse(onTheEleventh.out)).toMatchObject({
      status: 'closed',
      closure: { duration: 'P6D', ongoing: true },
    });
    const ended = await first.stop();
    expect(ended.err).toMatch(/^Loading the November 2018 scenario …\nLoaded 40 mines/);
    expect(ended.err).toContain('Warning: authentication is "dev": anyone on this machine can sign in as anyone.');

    await using again = await serve(on);
    expect(again.said).toMatchObject({ demonstration: { scenario: 'november-2018' } });
    expect((await again.stop()).err).not.toContain('Loading');

    expect((await rectify(['status', ...on, '--as-of', '2018-12-31'])).out).toContain('40 mines. Times are Beijing');
    expect((await rectify(['history', 'XJ-0001', ...on])).out).toContain('Demonstration data, no real cases');
    expect(await rectifyUnread(['history', 'XJ-0001', ...on])).toEqual({ code: 0, out: '', err: '' });
  });

  test('a port in use says so and what to do', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const failed = await rectify([
      'serve',
      '--scenario',
      'none',
      '--data',
      join(folder, 'four'),
      '--port',
      String(port),
    ]);
    taken.close();
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toContain(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=`,
    );
  });
});
