import type { RecordedEvent } from '../event-store/event-store.ts';
import { UnreadableFact } from '../rectification/fact.ts';
import type { StoreFault } from '../store-care/faults.ts';
import type { DocumentFolder } from './document-folder.ts';
import { receivedIn } from './received.ts';

/** What is told while documents are checked. */
interface CheckingDocuments {
  readonly onFault: (fault: StoreFault) => void;
  /** Called after each document with the number of those checked so far. */
  readonly onProgress?: ((documents: number) => void) | undefined;
}

/** Reads every document that came, according to the events that say so, and tells each that is missing or was changed. */
export async function checkDocuments(
  received: readonly RecordedEvent[],
  folder: Pick<DocumentFolder, 'conditionOf'>,
  { onFault, onProgress = () => {} }: CheckingDocuments,
): Promise<void> {
  for (const [index, event] of received.entries()) {
    const fault = await faultOf(event, folder);
    if (fault) onFault(fault);
    onProgress(index + 1);
  }
}

async function faultOf(
  event: RecordedEvent,
  folder: Pick<DocumentFolder, 'conditionOf'>,
): Promise<StoreFault | undefined> {
  try {
    const { sha256, recordedAt } = receivedIn(event);
    const document = `Document ${sha256}, received ${recordedAt},`;
    switch (await folder.conditionOf(sha256)) {
      case 'missing':
        return { what: 'document', detail: `${document} is missing.` };
      case 'changed':
        return { what: 'document', detail: `${document} was changed: it has another fingerprint.` };
      case 'whole':
        return undefined;
    }
  } catch (error) {
    if (error instanceof UnreadableFact) return { what: 'event', detail: error.message };
    throw error;
  }
}
