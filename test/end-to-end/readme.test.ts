import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { repository, type Server, startServer } from '../server.ts';

/** Commands of the README, and lines of what they print as it shows them; `…` stands for anything within a line. */
interface Step {
  readonly commands: string;
  readonly shown: readonly string[];
}

let server: Server;
beforeAll(async () => {
  server = await startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } });
});
afterAll(() => server?.[Symbol.asyncDispose]());

test('the tour of the README runs as it stands, and prints what it shows', async () => {
  const steps = tourOf(readFileSync(join(repository, 'README.md'), 'utf8'));
  const { code, outputs, stderr } = await run(steps.map(({ commands }) => commands));
  expect({ code, stderr, finished: outputs.length }).toEqual({
    code: 0,
    stderr: expect.any(String),
    finished: steps.length,
  });
  for (const [index, { commands, shown }] of steps.entries()) {
    const printed = (outputs[index] ?? '').split('\n');
    const missing = shown.filter((line) => !printed.some((other) => fits(line, other)));
    expect({ commands, printed: missing.length > 0 ? printed : [], missing }).toEqual({
      commands,
      printed: [],
      missing: [],
    });
  }
});

/** The steps between `<!-- tour -->` and `<!-- /tour -->`: each block of `sh`, with the block of `text` that follows it. */
function tourOf(readme: string): readonly Step[] {
  const tour = /^<!-- tour -->$(.*)^<!-- \/tour -->$/ms.exec(readme)?.[1];
  if (tour === undefined) {
    throw new Error(
      'README.md has no tour: put `<!-- tour -->` and `<!-- /tour -->`, each on a line of its own, around it.',
    );
  }
  const blocks = [...tour.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, kind = '', content = '']) => ({
    kind,
    content,
  }));
  const steps = blocks.flatMap(({ kind, content }, index) => {
    const next = blocks[index + 1];
    const shown = next?.kind === 'text' ? next.content.split('\n').filter((line) => line.trim() !== '') : [];
    return kind === 'sh' ? [{ commands: content, shown }] : [];
  });
  if (steps.length === 0) throw new Error('The tour of README.md has no commands: they stand in blocks of ```sh.');
  return steps;
}

/** Runs blocks of commands in one shell, which ends at the first that fails; answers what each block printed. */
async function run(
  blocks: readonly string[],
): Promise<{ readonly code: number | null; readonly outputs: readonly string[]; readonly stderr: string }> {
  const end = '--- end of block ---';
  const script = blocks.map((commands) => `${commands}\necho; echo '${end}'\n`).join('');
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: repository,
    env: {
      ...process.env,
      PATH: [join(repository, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      ADDRESS: server.address,
      RECTIFY_DATA: server.data,
      NO_COLOR: '1',
    },
  });
  const ended = new Promise<number | null>((resolve) => shell.on('close', resolve));
  shell.stdin.end();
  const [stdout, stderr, code] = await Promise.all([text(shell.stdout), text(shell.stderr), ended]);
  return { code, outputs: stdout.split(`${end}\n`).slice(0, -1), stderr };
}

/** Whether a printed line is as shown; runs of spaces count as one. */
function fits(shown: string, printed: string): boolean {
  const parts = shown.trim().split('…');
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`^\\s*${pattern.join('.*')}\\s*$`).test(printed);
}
