// Runs jest with the flags that ES modules need: node scripts/jest.mjs [arguments of jest].
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findNode } from './toolchain.mjs';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const child = spawn(
  findNode(),
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' },
);
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
