import { createHash } from 'node:crypto';
import type { Fact } from '@rectify/engine';
import { withInstants } from './time.ts';

/** A file refers to something by a label that no earlier event carries. */
class UnknownLabel extends Error {
  override readonly name = 'UnknownLabel';
}

/** What the labels of a file stand for, as far as it has been played. */
export interface Labels {
  /** An event was stored under a label; what the engine appended with it is `label/Type`. */
  stored(label: string, type: string, facts: readonly Fact[]): void;
  /** A request was stored under a label. */
  requested(label: string, approvalId: string): void;
  /** The label of the request that has an approval id. */
  labelOf(approvalId: string): string | undefined;
  /** Data as the engine takes it: instants for times, fingerprints for documents, ids for labels. @throws UnknownLabel */
  written(data: unknown): unknown;
  /** A text with labels for ids. */
  said(text: string): string;
}

/** No labels yet. */
export function noLabels(): Labels {
  const events = new Map<string, string>();
  const approvals = new Map<string, string>();

  function idOf(ids: ReadonlyMap<string, string>, label: unknown): unknown {
    if (typeof label !== 'string') return label;
    const id = ids.get(label);
    if (id === undefined) throw new UnknownLabel(`There is no earlier ${JSON.stringify(label)}.`);
    return id;
  }

  function resolved(key: string, value: unknown): unknown {
    if (key === 'eventId') return idOf(events, value);
    if (key === 'approvalId') return idOf(approvals, value);
    if (key === 'document' && typeof value === 'string') return documentCalled(value);
    if (Array.isArray(value)) return value.map((inner) => resolved('', inner));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(name, inner)]));
  }

  return {
    stored(label, type, facts) {
      for (const fact of facts) events.set(fact.type === type ? label : `${label}/${fact.type}`, fact.eventId);
    },
    requested: (label, approvalId) => void approvals.set(label, approvalId),
    labelOf: (approvalId) => [...approvals].find(([, id]) => id === approvalId)?.[0],
    written: (data) => resolved('', withInstants(data)),
    said: (text) => [...events, ...approvals].reduce((said, [label, id]) => said.replaceAll(id, label), text),
  };
}

/** A document by its name; its fingerprint is the name's. */
function documentCalled(name: string) {
  return { name, sha256: createHash('sha256').update(name).digest('hex') };
}
