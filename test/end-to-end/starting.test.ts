import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { peopleAt, registered } from '../course.ts';
import { runRectify, type Server, startServer, temporaryFolder } from '../server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
const folder = temporaryFolder();
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const unused = (name: string) => ({ RECTIFY_DATA: join(folder, name), RECTIFY_SCENARIO: 'none' });

describe('a server that cannot start says why, and what to do', () => {
  test('with a wrong configuration it names every variable, its value and what is allowed, and makes nothing', async () => {
    const variables = {
      PORT: '70000',
      RECTIFY_STORE: 'postgres://h/db',
      RECTIFY_SCENARIO: 'may',
      RECTIFY_AUTH: 'none',
    };
    const { code, stdout, stderr } = await runRectify(['serve'], { ...unused('wrong'), ...variables });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/PORT is "70000"; allowed: .*0 to 65535/);
    expect(stderr).toMatch(/RECTIFY_STORE is "postgres:\/\/h\/db"; allowed: .*`sqlite:`/);
    expect(stderr).toMatch(/RECTIFY_SCENARIO is "may"; allowed: `november-2018` or `none`/);
    expect(stderr).toMatch(/RECTIFY_AUTH is "none"; allowed: `dev`/);
    expect(existsSync(join(folder, 'wrong'))).toBe(false);
  });

  test('on a port that is in use', async () => {
    const { port } = new URL(server.address);
    const { code, stderr } = await runRectify(['serve'], { ...unused('port'), PORT: port });
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is in use by another program. Stop that one, or choose another port: PORT=`);
  });

  test('on an address that the machine does not have', async () => {
    const { code, stderr } = await runRectify(['serve'], { ...unused('host'), PORT: '0', RECTIFY_HOST: '192.0.2.1' });
    expect(code).toBe(1);
    expect(stderr).toContain('This machine has no address 192.0.2.1. Set RECTIFY_HOST to one that it has');
  });

  test('on a store that it cannot open', async () => {
    const { RECTIFY_DATA: data } = unused('damaged');
    mkdirSync(data);
    writeFileSync(join(data, 'events.db'), 'These are minutes of a meeting. '.repeat(200));
    const { code, stdout, stderr } = await runRectify(['serve'], { ...unused('damaged'), PORT: '0' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^\S+events\.db cannot be opened as an event store: it is no database of SQLite.*\.\n$/);
  });

  test('on the data folder of another, which goes on', async () => {
    const { code, stderr } = await server.rectify(['serve']);
    expect(code).toBe(1);
    expect(stderr).toContain(`already runs on ${server.data}, at ${server.address}`);
    expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
  });
});

test('what a killed server left behind does not keep the next one, or a command, from working', async () => {
  const left = await startServer({ data: join(folder, 'killed') });
  await left.kill();
  expect(existsSync(join(folder, 'killed', 'server.json'))).toBe(true);
  expect(await left.rectify(['status'])).toMatchObject({ code: 0, stderr: '' });
  await using next = await startServer({ data: join(folder, 'killed') });
  expect((await fetch(`${next.address}/health/ready`)).status).toBe(200);
});

test('a server whose store is deleted ends at the next event, and says where all of it is', async () => {
  const lost = await startServer({ data: join(folder, 'lost') });
  const people = await peopleAt(lost);
  await registered(lost, people, { mineId: 'XJ-9001' });
  rmSync(join(lost.data, 'events.db'));
  await expect(registered(lost, people, { mineId: 'XJ-9002' })).rejects.toThrow();
  const { code, stderr } = await lost.stop();
  expect(code).toBe(1);
  expect(stderr).toContain(`all that it held is in ${join(lost.data, 'events.db-saved-1')}: put that in its place.`);

  renameSync(join(lost.data, 'events.db-saved-1'), join(lost.data, 'events.db'));
  expect(await lost.rectify(['status'])).toMatchObject({ code: 0, stdout: expect.stringContaining('XJ-9001') });
});

test('a server says where it is, what to try first, and that anyone can sign in as anyone', async () => {
  const { stdout, stderr } = await server.stop();
  expect(stdout).toMatch(/runs at http:\/\/localhost:\d+/);
  expect(stdout).toContain('Try first');
  expect(stderr).toContain('Warning: authentication is "dev": anyone on this machine can sign in as anyone.');
});
