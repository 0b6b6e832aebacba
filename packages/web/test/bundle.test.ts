import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';

const web = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rectify-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every script of the page, as it is built. */
async function scripts(): Promise<string[]> {
  const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder], { cwd: web });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  return names.map((name) => readFileSync(join(assets, name), 'utf8'));
}

test('the page does not carry the public holidays of twenty years: deadlines come from the server', async () => {
  const built = await scripts();
  expect(built.join('\n')).toContain('EvidenceSubmitted');
  expect(built.filter((code) => code.includes('2018-09-30'))).toEqual([]);
});
