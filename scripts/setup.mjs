// What has to be there before the server or the tests can run: toolchain, dependencies, the built page.
// Each is skipped when nothing that goes into it has changed since it was last made.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { prepareToolchain, root, SetUpFailed, toolchainEnvironment } from './toolchain.mjs';

const stamps = join(root, 'node_modules', '.rectify');
const bin = join(root, '.toolchain', 'bin');

/** Brings the toolchain and the dependencies. Throws `SetUpFailed`. */
export function prepareDependencies() {
  prepareToolchain();
  const folders = workspaceFolders();
  const manifests = folders.map((folder) => join(folder, 'package.json'));
  const made = fingerprint([join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests]);
  const complete = folders.every((folder) => existsSync(join(folder, 'node_modules')));
  if (complete && stamped('dependencies') === made) return;

  console.log('Installing the dependencies from the lock file …');
  run(
    [join(bin, 'pnpm'), 'install', '--frozen-lockfile', '--prefer-offline'],
    root,
    'The dependencies could not be installed (pnpm says why above): check the connection to the npm registry; after a change of a package.json run `.toolchain/bin/pnpm install` first.',
  );
  stamp('dependencies', made);
}

/** Builds the page into packages/web/dist. Throws `SetUpFailed`. */
export function preparePage() {
  const web = join(root, 'packages', 'web');
  const { dependencies } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'));
  const sources = Object.keys(dependencies)
    .filter((name) => name.startsWith('@rectify/'))
    .map((name) => join(root, 'packages', name.replace('@rectify/', ''), 'src'));
  const made = fingerprint([join(root, 'pnpm-lock.yaml'), ...[web, ...sources].flatMap(filesIn)]);
  if (stamped('page') === made && existsSync(join(web, 'dist', 'index.html'))) return;

  console.log('Building the page …');
  rmSync(join(stamps, 'page'), { force: true });
  run(
    [join(web, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    web,
    'The page in packages/web could not be built: vite says why above.',
  );
  stamp('page', made);
}

/** The root and every package of the workspace. */
function workspaceFolders() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
  return [root, ...packages, join(root, 'test'), join(root, 'bench')].filter((folder) =>
    existsSync(join(folder, 'package.json')),
  );
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist' && !entry.name.includes('.test.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

/** @param {string[]} files */
function fingerprint(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of [...files].sort()) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} name */
function stamped(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} name @param {string} value */
function stamp(name, value) {
  mkdirSync(dirname(join(stamps, name)), { recursive: true });
  writeFileSync(join(stamps, name), value);
}

/** @param {string[]} script @param {string} cwd @param {string} failure */
function run(script, cwd, failure) {
  const done = spawnSync(join(bin, 'node'), script, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: toolchainEnvironment(),
  });
  if (done.status !== 0) throw new SetUpFailed(failure);
}
