import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { writeJson } from '../answers/write-json.ts';
import type { Operation } from '../openapi/operation.ts';
import { Problem } from '../problems.ts';
import type { OpenHandlers } from './handlers.ts';

type Docs = 'readOpenApi' | 'readDocs' | 'readDocsAsset';

const require = createRequire(import.meta.url);
const swaggerUi = dirname(require.resolve('swagger-ui-dist/package.json'));

/** The files of the reference that come from swagger-ui-dist. */
const assets: ReadonlySet<string> = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Rectify: API reference</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <main id="reference">The reference needs JavaScript; the same as JSON: <a href="/v1/openapi.json">/v1/openapi.json</a>.</main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null });
`;

/** The routes that document the API; `document` is the OpenAPI document. Everything they show is served from here. */
export function docsRoutes(document: object): Pick<OpenHandlers, Docs> {
  return {
    readOpenApi: ({ response }) => writeJson(response, document),
    readDocs: ({ response }) => void response.type('html').send(html),
    readDocsAsset: ({ request, response }) => {
      const asset = String(request.params.asset);
      if (asset === 'start.js') {
        response.type('js').send(start);
        return;
      }
      if (!assets.has(asset)) throw new Problem('not-found', { detail: 'There is no such file.' });
      response.sendFile(asset, { root: swaggerUi, maxAge: '1h' });
    },
  };
}

/** What the documentation says of {@link docsRoutes}. */
export const docsOperations: Readonly<Record<Docs, Operation>> = {
  readOpenApi: {
    tag: 'Running it',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1' } },
  },
  readDocs: {
    tag: 'Running it',
    summary: 'The readable reference',
    answers: { 200: { description: 'A page', mediaType: 'text/html' } },
  },
  readDocsAsset: {
    tag: 'Running it',
    summary: 'A file of the readable reference',
    answers: { 200: { description: 'The file', mediaType: '*/*' } },
    problems: ['not-found'],
  },
};
