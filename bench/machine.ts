import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';

/** What figures depend on: the machine, Node and SQLite; then the date and the commit that was measured. */
export function machine(): readonly [string, string] {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = `Node ${process.versions.node}, SQLite ${process.versions.sqlite}`;
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory}, ${platform()} ${release()}, ${versions}`,
    `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') && ' with changes'}`,
  ];
}

function git(...command: readonly string[]): string {
  return execFileSync('git', command, { encoding: 'utf8' }).trim();
}
