import type { Config, RunningServer } from '@rectify/api';
import type { RebuildProgress } from '@rectify/projections';
import { heading } from './output.ts';
import { pace } from './pace.ts';
import { rectifyOn } from './shell.ts';
import { table } from './table.ts';
import { beijing } from './times.ts';

/** What somebody who has just started a server wants to know: where it is, and what to try first. */
export function greeting({ address, demonstration }: RunningServer, { data, store }: Config): string {
  const at = address.replace('//127.0.0.1:', '//localhost:');
  const rectify = `npx ${rectifyOn({ data, store })}`;
  const tries = [
    ['', at, 'the page: choose who you are, look around, send an event'],
    ['', `${at}/docs`, 'the API to read'],
    ['', `${rectify} status`, 'all mines in a table'],
    ...(demonstration
      ? [
          ['', `${rectify} status XJ-0001 --as-of 2018-11-11`, 'one of them, six days after it was closed'],
          ['', `${rectify} replay XJ-0001 --step`, 'its history, event by event'],
        ]
      : [['', `${rectify} register --help`, 'how to register a first mine']]),
  ];
  return [
    `${heading('Rectify')} runs at ${heading(at)}`,
    `Data: ${data}`,
    ...(store.startsWith(`sqlite:${data}`) ? [] : [`Store: ${store.split(':')[0]}`]),
    ...(demonstration
      ? [
          `Demonstration data (${demonstration.scenario}, up to ${beijing(demonstration.endsAt, 'day')}): nothing in it is a real case.`,
        ]
      : []),
    '',
    heading('Try first'),
    table([], tries),
    '',
    'Stop it with Ctrl-C.',
  ].join('\n');
}

/** How far the read side is that is filled before the server is up, and where that is told meanwhile. */
export function filling(address: string, progress: RebuildProgress): string {
  return `The read side is filled from the log: ${pace(progress)} (${address}/health/ready)`;
}

/** What must not be overlooked: `dev` signs in anyone. */
export function warning({ host, port }: Config): string {
  const reach =
    host === '127.0.0.1' || host === 'localhost' || host === '::1'
      ? 'on this machine'
      : `who reaches ${host}, port ${port},`;
  return `Warning: authentication is "dev": anyone ${reach} can sign in as anyone. It is for trials, not for real cases.`;
}
