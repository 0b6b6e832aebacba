import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { Problem } from './problems.ts';

/**
 * Serves the built page. Files in `assets/` have their content's hash in the name and never change; every other address that is not the
 * API's is one of the page's own and gets its `index.html`.
 */
export function pageRouter(folder: string | undefined): Router {
  const router = Router();
  if (folder === undefined) return router;
  router.use('/assets', express.static(join(folder, 'assets'), { index: false, immutable: true, maxAge: '365d' }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/{*path}', (request, response, next) => {
    if (isOfTheApi(request.path) || request.accepts(['html', 'json']) !== 'html') return next();
    if (!existsSync(join(folder, 'index.html'))) {
      throw new Problem('not-found', {
        detail: 'The page has not been built. `npm start` builds it; the API is documented at /docs.',
      });
    }
    response.sendFile('index.html', { root: folder, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
  });
  return router;
}

function isOfTheApi(path: string): boolean {
  return /^\/(?:v\d+|docs|health|metrics|assets)(?:\/|$)/.test(path);
}
