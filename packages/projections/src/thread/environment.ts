import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** The variables of this process; a thread takes the place of compiled code from them alone. */
export function environment(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir();
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) };
}
