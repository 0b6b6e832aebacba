import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { answerProblems, REQUEST_ID, sendProblem } from './answers/problem.ts';
import type { AppNeeds } from './app-needs.ts';
import type { Health } from './health.ts';
import { createMetrics } from './metrics.ts';
import { openApiDocument } from './openapi/document.ts';
import { pageRouter } from './page.ts';
import { Problem } from './problems.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { closureRoutes } from './routes/closures.ts';
import { docsRoutes } from './routes/docs.ts';
import { documentRoutes } from './routes/documents.ts';
import { handoverRoutes } from './routes/handovers.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { liveRoutes } from './routes/live.ts';
import { manyRoutes } from './routes/many.ts';
import { mineRoutes } from './routes/mines.ts';
import { nextRoutes } from './routes/next.ts';
import { previewRoutes } from './routes/previewing.ts';
import { draftRoutes } from './routes/procedure-drafts.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { rebuildRoutes } from './routes/rebuild.ts';
import { regionRoutes } from './routes/regions.ts';
import { createRouter } from './routes/router.ts';
import { runRoutes } from './routes/runs.ts';
import { sendingRoutes } from './routes/sending.ts';
import { sessionRoutes } from './routes/session.ts';
import { systemRoutes } from './routes/system.ts';
import { timeRoutes } from './routes/time.ts';
import { workRoutes } from './routes/work.ts';

/** Makes the HTTP application: the API, its reference, and the page. It listens to nothing yet. */
export function createApp(needs: AppNeeds, health: Health): Express {
  const metrics = createMetrics({
    listeners: needs.feed.count,
    folded: () => needs.projector.state().folded,
    lag: () => lagSeconds(needs),
  });
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(named(needs.newId), logged(needs), metrics.measure, secured());
  if (needs.rateLimit > 0) app.use(limited(needs.rateLimit));
  app.use(
    createRouter(needs, {
      ...mineRoutes(needs),
      ...sendingRoutes(needs),
      ...previewRoutes(needs),
      ...historyRoutes(needs),
      ...documentRoutes(needs),
      ...nextRoutes(needs),
      ...workRoutes(needs),
      ...handoverRoutes(needs),
      ...manyRoutes(needs),
      ...closureRoutes(needs),
      ...analysisRoutes(needs),
      ...timeRoutes(needs),
      ...campaignRoutes(needs),
      ...runRoutes(needs),
      ...regionRoutes(needs),
      ...liveRoutes(needs),
      ...rebuildRoutes(needs),
      ...procedureRoutes(needs),
      ...publishingRoutes(needs),
      ...draftRoutes(needs),
      ...systemRoutes(needs),
      ...sessionRoutes(needs),
      ...docsRoutes(openApiDocument(needs.version)),
      ...healthRoutes(needs.instance, health, metrics),
    }),
  );
  app.use(pageRouter(needs.page));
  app.use(() => {
    throw new Problem('not-found', { detail: 'There is nothing at this address.' });
  });
  app.use(answerProblems(needs.log));
  return app;
}

async function lagSeconds({ lag, clock }: AppNeeds): Promise<number> {
  const since = await lag.behindSince();
  return since === undefined ? 0 : Math.max(0, Date.parse(clock()) - Date.parse(since)) / 1000;
}

/** Gives every request an id of ours; what a client calls it is not taken up. */
function named(newId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(REQUEST_ID, newId());
    next();
  };
}

/**
 * Logs every answer: what failed on our side as an error, the rest as information, and so that a node is not ready, which is what was asked. Never
 * a header, for it may hold a token.
 */
function logged({ log }: AppNeeds): RequestHandler {
  return pinoHttp({
    logger: log,
    wrapSerializers: false,
    genReqId: (_request, response) => String(response.getHeader(REQUEST_ID)),
    customLogLevel: (request, response, error) =>
      (error || response.statusCode >= 500) && !request.url?.startsWith('/health/') ? 'error' : 'info',
    serializers: {
      req: (request: express.Request) => ({ id: request.id, method: request.method, path: request.path }),
      res: (response: express.Response) => ({ status: response.statusCode }),
    },
  });
}

/** Everything is served from here: page and reference load nothing from elsewhere. Styles may be inline, as the page's components set them. */
function secured(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
}

function limited(requestsAMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsAMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response, _next) => {
      const detail = `From one address at most ${requestsAMinute} requests a minute are answered. Wait a little.`;
      sendProblem(response, new Problem('too-many-requests', { detail, headers: { 'Retry-After': '10' } }));
    },
  });
}
