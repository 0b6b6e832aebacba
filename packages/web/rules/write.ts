// Writes the rules as documents into docs/: pnpm docs:rules
// Checks that they are current, without writing:  pnpm docs:check
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rulesDocument, statechartPicture } from './rules.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const documents = { 'docs/rules.md': await rulesDocument(), 'docs/statechart.svg': await statechartPicture() };
const stale = Object.entries(documents).filter(([name, content]) => content !== stored(name));

if (!values.check) {
  for (const [name, content] of stale) writeFileSync(pathOf(name), content);
} else if (stale.length > 0) {
  const names = stale.map(([name]) => name).join(' and ');
  process.stderr.write(`${names} ${stale.length === 1 ? 'is' : 'are'} not current: run \`pnpm docs:rules\`.\n`);
  process.exitCode = 1;
}

function stored(name: string): string | undefined {
  try {
    return readFileSync(pathOf(name), 'utf8');
  } catch {
    return undefined;
  }
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url));
}
