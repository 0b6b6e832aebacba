import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { z } from 'zod';

const flags = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Starts a headless Chromium that draws Latin and Chinese text in the same fonts on every Linux machine and asks nothing
 * of the network by itself. It is `CHROME_PATH`, else an installed Chromium or Chrome, else the one of the npm package
 * (Linux on x64). The caller closes it. Throws when there is none, and what Playwright throws when it does not start.
 */
export async function launchChromium(): Promise<Browser> {
  const unpacked = await unpackedChromium();
  const executablePath = process.env.CHROME_PATH ?? installedChromium() ?? packagedChromium(unpacked);
  const env = { ...process.env, FONTCONFIG_FILE: join(unpacked, 'fonts.conf') };
  try {
    return await chromium.launch({ executablePath, args: flags, env });
  } catch (error) {
    // A bare machine lacks libraries that a desktop has; the package brings them.
    if (!String(error).includes('error while loading shared libraries')) throw error;
    const libraries = join(unpacked, 'al2023', 'lib');
    return await chromium.launch({ executablePath, args: flags, env: { ...env, LD_LIBRARY_PATH: libraries } });
  }
}

function packagedChromium(unpacked: string): string {
  if (process.platform === 'linux' && process.arch === 'x64') return join(unpacked, 'chromium');
  throw new Error('Install Chromium or Chrome, or name one in CHROME_PATH: npm has one for Linux on x64 only.');
}

/** The folder of the unpacked npm package; unpacks it (some seconds) the first time. */
async function unpackedChromium(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build.index\.js$/, 'package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const folder = fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}`, import.meta.url));
  if (!existsSync(folder)) {
    const program = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [program, folder]);
  }
  return folder;
}

function installedChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}
