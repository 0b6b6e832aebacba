import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { SentEvent } from './commands.ts';
import type { NewEvent } from './event-store/event-store.ts';
import type { Fact } from './rectification/fact.ts';
import { procedureName } from './rectification/procedures/procedure.ts';

/** The version written into each fact's metadata. */
export const ENGINE_VERSION = '0.1.0';

/** A fact about to be appended, as the store takes it. */
export function storedEvent({
  eventId,
  type,
  data,
  revision: _revision,
  position: _position,
  procedure,
  ...metadata
}: Fact): NewEvent {
  return { eventId, type, data: asJson(data), metadata: asJson({ ...metadata, procedure: procedureName(procedure) }) };
}

/** Plain JSON of a value: absent optional fields are left out. */
export function asJson(value: object): Record<string, z.core.util.JSONType> {
  return JSON.parse(JSON.stringify(value));
}

/** A hash of what was sent under a key, so that the same key with something else is recognised. */
export function commandHash(events: readonly SentEvent[], expectedRevision: number | undefined): string {
  const sent = events.map(({ type, data, occurredAt }) => ({ type, data, occurredAt }));
  return hash('sha256', canonical({ sent, expectedRevision }), 'base64url');
}

/** JSON with the properties of each object in alphabetical order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
