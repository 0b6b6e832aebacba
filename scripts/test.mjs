// `npm test`: sets up what is missing, runs every check, goes on after a failure and ends with one summary.
// The last line is `N passed, N failed`: the tests of jest, plus one failure for each other step that failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDependencies, preparePage } from './setup.mjs';
import { root, SetUpFailed, toolchainEnvironment } from './toolchain.mjs';

/** A step still running after this long is stopped and counts as failed: three times what the longest takes on a slow machine. */
const LIMIT_IN_SECONDS = 3000;
/** More lanes than two processors: much of what the longest steps do is to wait, for a disk, a server or a page. */
const LANES = 3;

/** @typedef {{ name: string, script: string, jest?: boolean }} Step `script` is a name in package.json. */
/** @typedef {{ name: string, seconds: number, ok: boolean, passed: number, failed: number, note: string }} Result */

/** Longest first, so that the lanes end at about the same time; the first goes on alone in the end. @type {Step[]} */
const steps = [
  { name: 'unit, contract and property tests', script: 'unit', jest: true },
  { name: 'end-to-end tests', script: 'e2e', jest: true },
  { name: 'browser tests', script: 'browser', jest: true },
  { name: 'type check', script: 'typecheck' },
  { name: 'format and lint', script: 'lint' },
  { name: 'boundaries', script: 'boundaries' },
  { name: 'dead code', script: 'deadcode' },
  { name: 'rules as a document', script: 'docs:check' },
];

const reports = mkdtempSync(join(tmpdir(), 'rectify-test-'));
/** @type {Set<number>} */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const pid of running) stopGroup(pid);
    process.exit(1);
  });
}
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const began = Date.now();
const results = [setUpStep('set-up', prepareDependencies)];
if (results[0]?.ok) {
  results.push(setUpStep('page build', preparePage));
  const waiting = [...steps];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
    }),
  );
}
summarise();

/** @param {string} name @param {() => void} prepare @returns {Result} */
function setUpStep(name, prepare) {
  const started = Date.now();
  let ok = true;
  try {
    prepare();
  } catch (error) {
    ok = false;
    console.error(error instanceof SetUpFailed ? error.message : error);
  }
  return report({ name, seconds: (Date.now() - started) / 1000, ok, passed: 0, failed: ok ? 0 : 1, note: '' }, '');
}

/** @param {Step} step @returns {Promise<Result>} */
async function runStep(step) {
  const started = Date.now();
  const file = join(reports, `${step.script}.json`);
  const shared = Math.max(1, Math.floor(availableParallelism() / LANES));
  const workers = step === steps[0] ? availableParallelism() : shared;
  const flags = step.jest ? [`--maxWorkers=${workers}`, '--json', `--outputFile=${file}`, '--silent=false'] : [];
  const { code, output, timedOut } = await runScript(step.script, flags);
  const tests = step.jest ? readReport(file) : { passed: 0, failed: 0, skipped: 0 };
  const ok = code === 0 && !timedOut && tests !== undefined && tests.failed === 0;
  const failed = ok ? 0 : Math.max(1, tests?.failed ?? 0);
  const passed = tests?.passed ?? 0;
  const notes = [
    step.jest ? `${passed} passed, ${failed} failed` : '',
    tests?.skipped ? `${tests.skipped} skipped` : '',
    timedOut ? `stopped after ${LIMIT_IN_SECONDS} s` : '',
  ];
  const note = notes.filter((part) => part !== '').join(', ');
  return report({ name: step.name, seconds: (Date.now() - started) / 1000, ok, passed, failed, note }, output);
}

/** @param {string} script @param {string[]} flags @returns {Promise<{ code: number | null, output: string, timedOut: boolean }>} */
function runScript(script, flags) {
  return new Promise((resolve) => {
    const child = spawn('pnpm', ['--silent', 'run', script, ...flags], {
      cwd: root,
      env: { ...toolchainEnvironment(), FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that what it started ends with it.
      detached: true,
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
      });
    }
    const timer = setTimeout(() => {
      timedOut = true;
      if (pid !== undefined) stopGroup(pid);
    }, LIMIT_IN_SECONDS * 1000);
    const end = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += String(error);
      end(null);
    });
    child.on('close', end);
  });
}

/** @param {number} pid */
function stopGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** What jest counted; a test file that could not run is one failure. @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

/** Prints a step when it has ended, with its output only if it failed. @param {Result} result @param {string} output */
function report(result, output) {
  if (!result.ok && output !== '') console.log(`\n${output.trimEnd()}\n`);
  console.log(line(result));
  return result;
}

/** @param {Result} result */
function line({ name, seconds, ok, note }) {
  return `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(36)} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd();
}

function summarise() {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\nSummary after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  for (const result of results) console.log(line(result));
  if (passed + failed === 0) console.log('No test was run.');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
