import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { pagesOf, sources } from './texts-said.ts';

const web = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rectify-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the build says of its files: what each imports, and the styles that come with it. */
const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), imports: z.array(z.string()).default([]) }),
);
const pages = pagesOf(sources().get('web/src/router.tsx') ?? '');
let parts: z.output<typeof manifest>;

beforeAll(async () => {
  const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js');
  // Built for use: under the tests' own environment React would come with what helps its developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder], { cwd: web, env });
  parts = manifest.parse(JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')));
});

/** Every file that has to come before parts of the page are drawn. */
function filesOf(names: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`The build has no part ${JSON.stringify(name)}.`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [part.file, ...part.css]) files.add(file);
    part.imports.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

/** How much is sent of some files, each compressed by itself, in kilobytes. */
function sent(files: ReadonlySet<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(folder, file))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** What each kind of page may weigh when it is the first that is opened, in kilobytes of scripts and styles as sent. */
const budgets: readonly (readonly [what: string, kilobytes: number, parts: readonly string[]])[] = [
  ['the sign-in', 212, []],
  ['the board', 258, ['src/board/board-page.tsx']],
  ['a case', 270, ['src/case/case-page.tsx']],
  ['an owner', 245, ['src/owner/owner-page.tsx']],
  ['the work queue', 227, ['src/work/work-page.tsx']],
  ['the statistics', 232, ['src/statistics/statistics-page.tsx']],
  ['an inspection on the spot', 231, ['src/on-the-spot/inspection-page.tsx']],
  ['a campaign', 250, ['src/campaigns/campaign-page.tsx']],
  ['the studio before its charts', 241, ['src/studio/closures/closures-page.tsx']],
  ['the studio with its charts', 442, ['src/studio/closures/closures-page.tsx', 'src/studio/chart/chart.tsx']],
];

test.each(budgets)('%s comes to at most %d kB when it is opened first, in either language', (_, most, page) => {
  const areas = [
    'first',
    ...pages.filter((one) => page.includes(one.page.replace('web/', ''))).flatMap((one) => one.areas),
  ];
  for (const language of ['en', 'zh-cn']) {
    const texts = areas.map((area) => `src/language/${language}/${area}.ts`);
    expect(sent(filesOf(['index.html', ...texts, ...page]))).toBeLessThanOrEqual(most);
  }
});

test('the page does not carry the public holidays of twenty years: deadlines come from the server', () => {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const scripts = names.map((name) => readFileSync(join(assets, name), 'utf8'));
  expect(scripts.join('\n')).toContain('EvidenceSubmitted');
  expect(scripts.filter((code) => code.includes('2018-09-30'))).toEqual([]);
});
