import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Metadata, ServerCredentials, status } from '@grpc/grpc-js';
import { generate } from 'selfsigned';
import type { Refusal } from './statuses.ts';

/** Who may come in: passwords by name; anyone when it is undefined. */
export type Users = Readonly<Record<string, string>> | undefined;

/** A certificate for the nodes, from an authority of its own. */
export interface Certified {
  readonly credentials: ServerCredentials;
  /** The authority's certificate, as a file for the client. */
  readonly authorityFile: string;
  /** Removes the file. */
  readonly forget: () => Promise<void>;
}

/** Makes an authority and by it a certificate for this machine, both for this process alone. */
export async function certify(): Promise<Certified> {
  const authority = await generate([{ name: 'commonName', value: 'Stand-in authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const node = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'kurrentdb-stand-in-'));
  const authorityFile = join(folder, 'ca.crt');
  await writeFile(authorityFile, authority.cert);
  return {
    credentials: ServerCredentials.createSsl(null, [
      { private_key: Buffer.from(node.private), cert_chain: Buffer.from(node.cert) },
    ]),
    authorityFile,
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Why a caller may not come in; undefined when it may. */
export function whyNotIn(users: Users, metadata: Metadata): Refusal | undefined {
  if (users === undefined) return undefined;
  const given = metadata.get('authorization')[0]?.toString();
  const known = Object.entries(users).some(([name, password]) => given === basic(name, password));
  return known ? undefined : { code: status.UNAUTHENTICATED, details: 'Invalid username or password.' };
}

function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}
