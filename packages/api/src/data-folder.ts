import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a running server writes into its data folder, so that commands beside it find it. */
const serverFile = z.object({
  /** For instance `http://127.0.0.1:3000`. */
  address: z.url(),
  pid: z.int().positive(),
  /** Names this run; `GET /health/live` answers the same. */
  instance: z.uuid(),
});

/** {@link serverFile} as a type. */
export type ServerFile = z.infer<typeof serverFile>;

const fileIn = (dataFolder: string) => join(dataFolder, 'server.json');

/** Says where the server of a data folder is; the file is never seen half written. */
export function writeServerFile(dataFolder: string, server: ServerFile): void {
  const file = fileIn(dataFolder);
  const draft = `${file}-${server.instance}`;
  writeFileSync(draft, `${JSON.stringify(server, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** Removes what {@link writeServerFile} wrote. */
export function removeServerFile(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/**
 * Finds the server that runs on a data folder, by its file and by asking it; undefined when none answers. A file left behind by a
 * server that was killed counts as none.
 */
export async function findServer(dataFolder: string): Promise<ServerFile | undefined> {
  const server = readServerFile(dataFolder);
  if (!server) return undefined;
  try {
    const response = await fetch(`${server.address}/health/live`, { signal: AbortSignal.timeout(3000) });
    const answer = z.object({ instance: z.string() }).safeParse(await response.json());
    return answer.data?.instance === server.instance ? server : undefined;
  } catch {
    return undefined;
  }
}

function readServerFile(dataFolder: string): ServerFile | undefined {
  try {
    return serverFile.safeParse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
