// Runs jest with the flags that ES modules need: node scripts/jest.mjs [arguments of jest].

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { nodePath, toolchainEnvironment } from './toolchain.mjs';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const child = spawn(nodePath(), [...flags, jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: toolchainEnvironment(),
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
