import type { EventReader } from '@rectify/engine';

/** An event that was acknowledged, with where it was said to stand. */
export interface Acknowledged {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
}

/** How what was acknowledged compares with what a store holds. */
export interface Compared {
  readonly found: number;
  readonly lost: number;
  readonly doubled: number;
  readonly faults: readonly string[];
}

/**
 * Reads a whole store of mines, written to by one person, and looks for what was acknowledged: each event once and where it was said to stand. Whether
 * acknowledged or not, revisions have no gap, positions increase, every append is whole, and no key has had its effect twice.
 */
export async function compareWithStore(
  acknowledged: Iterable<Acknowledged>,
  store: Pick<EventReader, 'readAll' | 'compare'>,
): Promise<Compared> {
  const places = new Map<string, string>();
  const last = new Map<string, number>();
  const commands = new Set<string>();
  const faults: string[] = [];
  let doubled = 0;
  let partsLeft = 0;
  let position: string | undefined;
  for await (const batch of store.readAll()) {
    for (const event of batch) {
      const command = `${event.stream} ${event.metadata.commandId} ${event.append.index}`;
      if (places.has(event.eventId) || commands.has(command)) doubled += 1;
      commands.add(command);
      places.set(event.eventId, placeOf(event));
      if (event.revision !== (last.get(event.stream) ?? -1) + 1)
        faults.push(`There is a gap before ${placeOf(event)}.`);
      last.set(event.stream, event.revision);
      if (position !== undefined && store.compare(position, event.position) >= 0)
        faults.push(`Position ${event.position} comes after ${position}.`);
      position = event.position;
      const { index, size } = event.append;
      if (partsLeft > 0 ? partsLeft !== size - index : index !== 0)
        faults.push(`Half an append is at ${placeOf(event)}.`);
      partsLeft = size - index - 1;
    }
  }
  if (partsLeft > 0) faults.push('The last append is there by half.');
  let found = 0;
  let lost = 0;
  for (const event of acknowledged) {
    if (places.get(event.eventId) === placeOf(event)) found += 1;
    else lost += 1;
  }
  return { found, lost, doubled, faults };
}

function placeOf({ stream, revision }: Pick<Acknowledged, 'stream' | 'revision'>): string {
  return `${stream} revision ${revision}`;
}
