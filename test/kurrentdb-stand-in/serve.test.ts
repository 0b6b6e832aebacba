import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { clientOf, happened, idsIn } from './given.ts';
import { controlAt } from './index.ts';

const serve = fileURLToPath(new URL('serve.ts', import.meta.url));
const started = z.strictObject({ url: z.string(), discoverUrl: z.string(), control: z.url() });

test('a stand-in in a process of its own says where it is and takes commands', async () => {
  const process_ = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serve, '--nodes', '2'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface({ input: process_.stdout }), 'line');
    const { url, control: address } = started.parse(JSON.parse(line));
    const control = controlAt(address);
    await using client = clientOf(url);
    const event = happened();
    await control.misbehave({ call: 'append', how: 'cut-after' });
    const append = () => client.appendToStream('mine-1', event, { streamState: 'no_stream' });
    await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    await append();
    expect(await idsIn(client, 'mine-1')).toEqual([event.id]);
    expect(await control.report()).toMatchObject({ struck: 1 });
    await expect(control.stopNode({ node: 7 })).rejects.toThrow('there is no node 7');
  } finally {
    process_.kill();
    await once(process_, 'exit');
  }
});
