import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const jestGlobals = new URL('./jest-globals.ts', import.meta.url).href;

/**
 * Lets the modules of a folder be loaded afresh, in this process: `@jest/globals` is ours, and the packages of the
 * workspace are those in the folder. Answers a function after which every module is loaded again.
 */
export function loadModulesFrom(folder: string): () => void {
  const inFolder = pathToFileURL(join(folder, '/')).href;
  let load = 0;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === '@jest/globals') return { url: jestGlobals, shortCircuit: true };
      const [, name] = /^@rectify\/([^/]+)/.exec(specifier) ?? [];
      const parentURL = name === undefined ? context.parentURL : `${inFolder}packages/${name}/package.json`;
      const resolved = next(specifier, { ...context, parentURL });
      const ours = resolved.url.startsWith(inFolder) && !resolved.url.includes('/node_modules/');
      return ours ? { ...resolved, url: `${resolved.url}?load=${load}` } : resolved;
    },
  });
  return () => {
    load += 1;
  };
}
