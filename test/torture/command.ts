// Attacks what is promised of the store and the server, and prints what came of it: pnpm torture [ROW…]. `--help` names the rows.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Figures, isKept, NotPossibleHere, type Row } from './row.ts';
import { rows } from './rows.ts';

const DEFAULT_SEED = 20_181_111;
/** At most so often is told how far an attack is, in milliseconds. */
const PROGRESS = 10_000;

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: String(DEFAULT_SEED) },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

if (values.help) {
  console.log(help());
} else {
  const wrong = wrongIn(values, positionals);
  if (wrong === undefined)
    await attackAll(positionals.length > 0 ? rows.filter(({ name }) => positionals.includes(name)) : rows);
  else {
    console.error(`${wrong} \`pnpm torture --help\` says what is possible.`);
    process.exitCode = 2;
  }
}

function help(): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    'pnpm torture [ROW…] [--full | --rounds N] [--minutes M] [--seed S] [--json]',
    '',
    'Attacks each promise (all of them if no row is named), few rounds unless told otherwise, and prints a Markdown table. Exit code 1 when one was broken.',
    '',
    ...rows.map(
      ({ name, attack, rounds }) =>
        `  ${name.padEnd(width)}  ${attack} (${rounds.few} rounds, ${rounds.full} with --full)`,
    ),
    '',
    `  --full       all rounds`,
    `  --rounds N   so many rounds of each row`,
    '  --minutes M  begin no more rounds of a row after so many minutes',
    `  --seed S     what is random, unless ${DEFAULT_SEED}`,
    `  --json       for machines, one line a row`,
  ].join('\n');
}

function wrongIn(
  { rounds, minutes, seed }: { rounds?: string; minutes?: string; seed: string },
  names: readonly string[],
): string | undefined {
  const unknown = names.find((name) => !rows.some((row) => row.name === name));
  if (unknown !== undefined) return `There is no row ${unknown}.`;
  if (rounds !== undefined && !/^[1-9]\d{0,8}$/.test(rounds)) return '--rounds takes a whole number from 1.';
  if (minutes !== undefined && !/^[1-9]\d{0,4}$/.test(minutes)) return '--minutes takes a whole number from 1.';
  return /^\d{1,9}$/.test(seed) ? undefined : '--seed takes a whole number.';
}

async function attackAll(chosen: readonly Row[]): Promise<void> {
  const seed = Number(values.seed);
  const lines: string[] = [];
  const began = new Date();
  for (const row of chosen) {
    const rounds = values.rounds === undefined ? row.rounds[values.full ? 'full' : 'few'] : Number(values.rounds);
    const start = performance.now();
    const end = start + 60_000 * Number(values.minutes ?? Number.POSITIVE_INFINITY);
    const timeLeft = () => performance.now() < end;
    try {
      const figures = await row.run({ seed, rounds, timeLeft, report: progressOf(row) });
      const seconds = Math.round((performance.now() - start) / 1000);
      if (!isKept(figures)) process.exitCode = 1;
      for (const fault of figures.faults.slice(0, 20)) console.error(`${row.name}: ${fault}`);
      if (values.json) console.log(JSON.stringify({ row: row.name, seed, seconds, kept: isKept(figures), ...figures }));
      lines.push(lineOf(row, figures, seconds));
    } catch (error) {
      if (!(error instanceof NotPossibleHere)) throw error;
      if (values.json) console.log(JSON.stringify({ row: row.name, notRun: error.message }));
      lines.push(`| ${row.promise} | ${row.attack} | not run: ${error.message} | | | | | |`);
    }
  }
  if (values.json) return;
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  console.log(
    [
      '| Promise | Attack | Rounds | Acknowledged | Found | Lost | Doubled | Besides |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |',
      ...lines,
      '',
      `${commit}, seed ${seed}, begun ${began.toISOString()}`,
    ].join('\n'),
  );
}

function progressOf({ name }: Row): (progress: string) => void {
  let last = 0;
  return (progress) => {
    if (performance.now() - last < PROGRESS) return;
    last = performance.now();
    console.error(`${name}: ${progress}`);
  };
}

function lineOf({ promise, attack, rounds: { full } }: Row, figures: Figures, seconds: number): string {
  const number = (count: number) => count.toLocaleString('en').replaceAll(',', ' ');
  const rounds = figures.rounds === full ? number(full) : `${number(figures.rounds)} of ${number(full)}`;
  const besides = [
    ...Object.entries(figures.counted).map(([what, count]) => `${number(count)} ${what}`),
    ...(figures.faults.length > 0 ? [`**${number(figures.faults.length)} faults**`] : []),
    `${number(seconds)} s`,
  ];
  const counts = [figures.acknowledged, figures.found, figures.lost, figures.doubled].map(number);
  return `| ${[promise, attack, rounds, ...counts, besides.join(', ')].join(' | ')} |`;
}
