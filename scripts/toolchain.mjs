// The Node and the pnpm that the project runs on: found on the machine or brought from the npm registry into .toolchain/.
// Plain JavaScript for Node 20, without dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const folder = join(root, '.toolchain');
const bin = join(folder, 'bin');
const stamp = join(folder, 'installed');

const pinnedNode = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
const pinnedPnpm = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.replace('pnpm@', '');

/** A step of the set-up went wrong; the message says in one sentence what, and what to do. */
export class SetUpFailed extends Error {}

/**
 * Whether a Node can run the project: 24 or from 26 on, with SQLite 3.51.3 or newer in it.
 * Older SQLite can lose a commit when the write-ahead log is reset (docs/decisions/0001).
 * @param {{ node: string, sqlite?: string | undefined }} versions
 */
export function nodeFits(versions) {
  const major = Number(versions.node.split('.')[0]);
  const [a = 0, b = 0, c = 0] = (versions.sqlite ?? '').split('.').map(Number);
  return (major === 24 || major >= 26) && a * 1e6 + b * 1e3 + c >= 3_051_003;
}

/** The Node to run the project with. Throws `SetUpFailed` where the machine's does not fit and none was brought yet. */
export function nodePath() {
  if (nodeFits(process.versions)) return process.execPath;
  const brought = join(bin, 'node');
  if (existsSync(brought)) return brought;
  throw new SetUpFailed(
    `Rectify needs Node ${pinnedNode} and this is Node ${process.versions.node}: run \`npm start\` or \`npm test\` once in ${root}, which brings it.`,
  );
}

/** The environment for a program of the project: the toolchain comes first in its PATH. */
export function toolchainEnvironment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Makes sure of `.toolchain/bin/node` and `.toolchain/bin/pnpm`. Asks the npm registry only when one of them is missing or
 * of another version. Throws `SetUpFailed`.
 */
export function prepareToolchain() {
  const wanted = `node ${pinnedNode}, pnpm ${pinnedPnpm}, ${process.platform}-${process.arch}`;
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (found === wanted && existsSync(join(bin, 'node')) && existsSync(join(bin, 'pnpm'))) return;

  // The registry's package for one platform holds the program itself, so no install script has to run.
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const machineFits = nodeFits(process.versions) && !process.execPath.startsWith(folder);
  const packages = machineFits ? [`pnpm@${pinnedPnpm}`] : [`${nodePackage}@${pinnedNode}`, `pnpm@${pinnedPnpm}`];
  console.log(`Bringing ${packages.join(' and ')} from the npm registry …`);

  // Built beside the old one and put in its place when complete: an interrupted set-up leaves nothing half done.
  const fresh = `${folder}-${process.pid}`;
  try {
    mkdirSync(join(fresh, 'bin'), { recursive: true });
    npmInstall(packages, fresh);
    const node = machineFits ? process.execPath : join('..', 'node_modules', nodePackage, 'bin', 'node');
    symlinkSync(node, join(fresh, 'bin', 'node'));
    symlinkSync(join('..', 'node_modules', 'pnpm', 'bin', 'pnpm.cjs'), join(fresh, 'bin', 'pnpm'));
    const check = spawnSync(join(fresh, 'bin', 'node'), ['--version'], { encoding: 'utf8' });
    if (check.status !== 0) {
      const why = (check.stderr || String(check.error)).trim();
      throw new SetUpFailed(
        `The Node ${pinnedNode} of the npm registry does not start on this machine (${why}): install Node 24 by hand and run this again.`,
      );
    }
    writeFileSync(join(fresh, 'installed'), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} packages
 * @param {string} prefix
 */
function npmInstall(packages, prefix) {
  const flags = ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const npm = runNpm([...flags, ...patience, ...packages]);
  if (npm.status === 0) return;
  console.error((npm.stderr || String(npm.error)).trim());
  throw new SetUpFailed(
    `npm could not bring ${packages.join(' and ')}: check the connection to the npm registry (npm ping), or install Node 24 by hand, and run this again.`,
  );
}

/** Runs the npm that started this script, or the one in the PATH. @param {string[]} arguments_ */
function runNpm(arguments_) {
  const cli = process.env.npm_execpath;
  return cli !== undefined && basename(cli) === 'npm-cli.js'
    ? spawnSync(process.execPath, [cli, ...arguments_], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', arguments_, { cwd: root, encoding: 'utf8' });
}
