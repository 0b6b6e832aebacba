#!/usr/bin/env node
// The command `rectify`. Any Node from 20 on may start it: it hands over to one that can run the project.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFits, nodePath, root, SetUpFailed } from '../../../scripts/toolchain.mjs';

// Node 24 warns that node:sqlite is experimental; worker threads inherit the flag.
const flag = '--disable-warning=ExperimentalWarning';

if (nodeFits(process.versions) && process.execArgv.includes(flag)) {
  // Halves the time until a command begins.
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'rectify'));
  await import('../src/main.ts');
} else {
  handOver();
}

function handOver() {
  const self = fileURLToPath(import.meta.url);
  let child;
  try {
    child = spawn(nodePath(), [flag, self, ...process.argv.slice(2)], { stdio: 'inherit' });
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal gives Ctrl-C to both processes by itself.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
