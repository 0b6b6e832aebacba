// Runs jest with the flags that ES modules need: node scripts/jest.mjs [arguments of jest].
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, root, toolchainEnvironment } from './toolchain.mjs';

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
if (!existsSync(jest)) {
  console.error('The dependencies are not installed yet: run `npm start` or `npm test` once.');
  process.exit(1);
}
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const child = spawn(nodePath(), [...flags, jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: toolchainEnvironment(),
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
