import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openControlChannel } from './control-channel.ts';
import { startStandIn } from './stand-in.ts';

const { values } = parseArgs({
  options: { nodes: { type: 'string', default: '1' }, port: { type: 'string', default: '0' } },
});
const nodes = z.coerce.number().int().min(1).parse(values.nodes);
const port = z.coerce.number().int().min(0).parse(values.port);

const standIn = await startStandIn({ nodes });
const control = await openControlChannel(standIn.perform, port);
process.stdout.write(`${JSON.stringify({ url: standIn.url, discoverUrl: standIn.discoverUrl, control })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
