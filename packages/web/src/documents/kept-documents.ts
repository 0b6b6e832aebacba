import { officials } from '@rectify/engine/rectification';
import { useQuery } from '@tanstack/react-query';
import { problemOf, request, requestHeaders } from '../api/client.ts';
import { askSignedIn } from '../api/signed-in.ts';
import { saveFile } from '../design/save-file.ts';
import { useSession } from '../session/session.ts';

interface DocumentList {
  readonly items: readonly { readonly document: { readonly sha256: string }; readonly kept: boolean }[];
}

/** The fingerprints of a mine's documents that can be read here; undefined while that is not known, and for those who may read none. */
export function useKeptDocuments(mineId: string): ReadonlySet<string> | undefined {
  const role = useSession()?.role;
  const list = useQuery({
    queryKey: ['mine', mineId, 'documents'],
    queryFn: ({ signal }) =>
      request<DocumentList>('GET', `/v1/mines/${encodeURIComponent(mineId)}/documents`, { signal }),
    enabled: role !== undefined && (role === 'owner' || officials.includes(role)),
    select: ({ items }) => new Set(items.flatMap(({ document, kept }) => (kept ? [document.sha256] : []))),
  });
  return list.data;
}

/** Reads a document and has the browser save it under its name. @throws Problem; what `fetch` throws */
export async function saveDocument(mineId: string, { name, sha256 }: { name: string; sha256: string }): Promise<void> {
  const query = new URLSearchParams({ mine: mineId });
  const response = await askSignedIn(() => fetch(`/v1/documents/${sha256}?${query}`, { headers: requestHeaders() }));
  if (!response.ok) throw await problemOf(response);
  saveFile(await response.blob(), name);
}
