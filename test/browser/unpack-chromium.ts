// Unpacks what the browser tests need from npm packages into a folder: node unpack-chromium.ts FOLDER
// The browser, its libraries and Open Sans come from @sparticuz/chromium, the Chinese font from Fontsource.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';
import decompress from 'woff2-encoder/decompress';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say which folder to unpack into: node unpack-chromium.ts FOLDER');

// Made beside it and renamed when complete, so that two test processes never see half a browser.
const fresh = `${folder}-${process.pid}`;
await mkdir(fresh, { recursive: true });
try {
  await unpackBrowser();
  await unpackChineseFont();
  await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(folder));
  await rename(fresh, folder).catch((error) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  });
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function unpackBrowser(): Promise<void> {
  // The package unpacks into the temporary folder, wherever that is.
  process.env.TMPDIR = fresh;
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  await chromium.executablePath();
  await inflate(join(packed, 'al2023.tar.br'));
}

/** Chromium draws no installed font that is compressed. */
async function unpackChineseFont(): Promise<void> {
  const compressed = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/LICENSE')),
    'files',
  );
  for (const name of await readdir(compressed)) {
    const font = await decompress(await readFile(join(compressed, name)));
    await writeFile(join(fresh, 'fonts', name.replace('.woff2', '.ttf')), font);
  }
}

function fontConfiguration(place: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(place, 'fonts')}</dir>
  <cachedir>${join(place, 'font-cache')}</cachedir>
</fontconfig>
`;
}
