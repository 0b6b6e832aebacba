import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { type Control, command, controlBy, type Perform, report } from './control.ts';

const HOST = '127.0.0.1';

/** Takes commands over HTTP, each a POST of JSON; gives its address. Port 0 is any free one. */
export async function openControlChannel(perform: Perform, port: number): Promise<string> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    json(request)
      .then((body) => perform(command.parse(body)))
      .then(
        (done) => answer(200, done),
        (error: unknown) => answer(400, { message: String(error) }),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = z.object({ port: z.int() }).parse(server.address());
  return `http://${HOST}:${address.port}`;
}

/** The control of a stand-in in a process of its own, by the address of its control channel. */
export function controlAt(url: string): Control {
  return controlBy(async (order) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(order) });
    if (!response.ok) throw new Error(`The stand-in refused a command: ${await response.text()}`);
    return report.parse(await response.json());
  });
}
