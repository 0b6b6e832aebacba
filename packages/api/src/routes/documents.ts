import { document } from '@rectify/engine';
import { describeHistory, eventAnswer } from '@rectify/projections';
import { z } from 'zod';
import { writeJson } from '../answers/write-json.ts';
import type { AppNeeds } from '../app-needs.ts';
import type { Caller } from '../auth/claims.ts';
import { type NamedDocument, namedDocuments } from '../documents/named-documents.ts';
import { receive, withEnding } from '../documents/receive.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import { mineIdIn, noSuchMine } from '../requests/mine-id.ts';
import { readQuery } from '../requests/query.ts';
import type { SignedInHandlers } from './handlers.ts';

const fingerprint = document.shape.sha256;

const receiveQuery = z.strictObject({
  name: document.shape.name.meta({ description: 'What the document is called' }),
  sha256: fingerprint
    .optional()
    .meta({ description: 'Its SHA-256 fingerprint, where that is known: what comes with another one is not kept' }),
});

const readDocumentQuery = z.strictObject({
  mine: z.string().min(1).max(64).meta({ description: 'The mine in whose case it is named' }),
});

const documentList = z
  .object({
    items: z.array(
      z.object({
        document,
        kept: z
          .boolean()
          .meta({ description: 'Whether the document itself is kept here; else only its fingerprint is known' }),
        ...eventAnswer.pick({ eventId: true, type: true, occurredAt: true }).shape,
      }),
    ),
  })
  .meta({ id: 'DocumentList' });

/** The routes by which documents come and go. Who may see an event that names a document may have the document. */
export function documentRoutes(
  needs: AppNeeds,
): Pick<SignedInHandlers, 'receiveDocument' | 'readDocument' | 'listDocuments'> {
  const { engine, viewerOf, documents } = needs;

  async function namedIn(mineId: string, caller: Caller): Promise<NamedDocument[]> {
    const loaded = await engine.load(mineId);
    const history = describeHistory(loaded?.facts ?? [], { view: 'recorded' }, viewerOf(caller));
    if (history.length === 0) throw noSuchMine();
    return namedDocuments(history);
  }

  return {
    receiveDocument: async ({ request, response, caller }) => {
      const kept = await receive(needs, request, readQuery(request, receiveQuery), caller);
      writeJson(response, kept, { status: 201 });
    },

    readDocument: async ({ request, response, caller }) => {
      const { mine } = readQuery(request, readDocumentQuery);
      const sha256 = fingerprint.safeParse(request.params.sha256).data;
      const named = (await namedIn(mine, caller)).findLast((one) => one.document.sha256 === sha256);
      if (!named)
        throw new Problem('not-found', {
          detail: 'No such document is named in that case, or it is not yours to see.',
        });
      const found = await documents.folder.find(named.document.sha256);
      if (!found) {
        throw new Problem('not-found', {
          detail: 'Only the fingerprint of this document is known here; the document itself was not sent.',
        });
      }
      response
        .attachment(withEnding(named.document.name, found.mediaType))
        .set({
          'Content-Type': found.mediaType,
          'Content-Security-Policy': "default-src 'none'; sandbox",
          ETag: `"${named.document.sha256}"`,
        })
        .sendFile(found.file, {
          dotfiles: 'allow',
          lastModified: false,
          cacheControl: false,
          headers: { 'Cache-Control': 'private, no-cache' },
        });
    },

    listDocuments: async ({ request, response, caller }) => {
      const items = (await namedIn(mineIdIn(request), caller)).map(({ document: named, event }) => ({
        document: named,
        kept: documents.folder.has(named.sha256),
        eventId: event.eventId,
        type: event.type,
        occurredAt: event.effective?.occurredAt ?? event.occurredAt,
      }));
      writeJson(response, { items } satisfies z.infer<typeof documentList>);
    },
  };
}

/** What the documentation says of {@link documentRoutes}. */
export const documentOperations: Readonly<Record<'receiveDocument' | 'readDocument' | 'listDocuments', Operation>> = {
  receiveDocument: {
    tag: 'Documents',
    summary: 'Send a document',
    description:
      'The body is the document itself. Answers it as an event names it: send it before the event. What it is, is told by its content alone. The same content again is kept once.',
    query: receiveQuery,
    answers: { 201: { description: 'The document is kept', schema: document } },
    problems: ['invalid', 'too-large', 'unsupported-media-type'],
  },
  readDocument: {
    tag: 'Documents',
    summary: 'Read a document',
    description: 'For whoever may see an event of the mine that names it.',
    query: readDocumentQuery,
    answers: { 200: { description: 'The document', mediaType: 'application/octet-stream' } },
    problems: ['not-found'],
  },
  listDocuments: {
    tag: 'Documents',
    summary: 'List the documents of a mine',
    description:
      'Every document that an event names, oldest event first; one that several events name stands there as often.',
    answers: { 200: { description: 'The documents', schema: documentList } },
    problems: ['not-found'],
  },
};
