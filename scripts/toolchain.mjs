import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
export function findNode() {
  const own = Number(process.versions.node.split('.')[0]) >= 24;
  const pinned = fileURLToPath(new URL('../.toolchain/bin/node', import.meta.url));
  return own || !existsSync(pinned) ? process.execPath : pinned;
}
