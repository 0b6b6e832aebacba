// `npm start`: sets up what is missing, then serves. Arguments go to the server: npm start -- --port 3001.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareDependencies, preparePage } from './setup.mjs';
import { root, SetUpFailed } from './toolchain.mjs';

try {
  prepareDependencies();
  preparePage();
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}

const rectify = join(root, 'packages', 'cli', 'bin', 'rectify.mjs');
process.argv = [process.execPath, rectify, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(rectify).href);
