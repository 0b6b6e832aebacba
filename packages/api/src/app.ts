import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { answerProblems, REQUEST_ID, sendProblem } from './answers/problem.ts';
import type { AppNeeds } from './app-needs.ts';
import { type Caller, personOf } from './auth/claims.ts';
import { fillingHeaders, fillingPage } from './filling-page.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';
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
import { notificationRoutes } from './routes/notifications.ts';
import { previewRoutes } from './routes/previewing.ts';
import { draftRoutes } from './routes/procedure-drafts.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { rebuildRoutes } from './routes/rebuild.ts';
import { regionRoutes } from './routes/regions.ts';
import { openRoutes } from './routes/rights.ts';
import { createRouter } from './routes/router.ts';
import { runRoutes } from './routes/runs.ts';
import { seenRoutes } from './routes/seen.ts';
import { sendingRoutes } from './routes/sending.ts';
import { sessionRoutes } from './routes/session.ts';
import { systemRoutes } from './routes/system.ts';
import { timeRoutes } from './routes/time.ts';
import { workRoutes } from './routes/work.ts';
import { workingDayRoutes } from './routes/working-days.ts';

/** Makes the HTTP application: the API, its reference, and the page. It listens to nothing yet. */
export function createApp(needs: AppNeeds, health: Health, metrics: Metrics): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(named(needs.newId), logged(needs), metrics.measure, secured(), compressed());
  if (needs.rateLimit > 0) app.use(limited(needs.rateLimit));
  app.use(
    createRouter(
      { ...needs, met: metBy(needs) },
      {
        ...mineRoutes(needs),
        ...sendingRoutes(needs),
        ...previewRoutes(needs),
        ...historyRoutes(needs),
        ...documentRoutes(needs),
        ...nextRoutes(needs),
        ...workRoutes(needs),
        ...notificationRoutes(needs),
        ...seenRoutes(needs),
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
        ...workingDayRoutes(needs),
        ...publishingRoutes(needs),
        ...draftRoutes(needs),
        ...systemRoutes(needs),
        ...sessionRoutes(needs),
        ...docsRoutes(openApiDocument(needs.version)),
        ...healthRoutes(needs.instance, health, metrics),
      },
    ),
  );
  app.use(pageRouter(needs.page));
  app.use(() => {
    throw new Problem('not-found', { detail: 'There is nothing at this address.' });
  });
  app.use(answerProblems(needs.log));
  return app;
}

/** Makes the HTTP application of a node whose read side is filled: health and figures are answered, anything else with how far it is. */
export function createFillingApp(
  { newId, log, instance }: Pick<AppNeeds, 'newId' | 'log' | 'instance'>,
  health: Health,
  metrics: Metrics,
): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(named(newId), logged({ log }), metrics.measure, secured());
  const probes = healthRoutes(instance, health, metrics);
  for (const name of ['isLive', 'isReady', 'readMetrics'] as const)
    app.get(openRoutes[name].path, (request, response) => probes[name]({ request, response }));
  app.use(async (request, response) => {
    const { reasons } = await health.look();
    const detail = reasons.join(' ') || 'This node has only just started.';
    if (request.accepts(['json', 'html']) !== 'html')
      throw new Problem('not-yet-known', { detail, headers: { 'Retry-After': '5' } });
    response.status(503).set(fillingHeaders).send(fillingPage(detail));
  });
  app.use(answerProblems(log));
  return app;
}

/** Keeps the rights of whoever is here, by which mails go. That it cannot is no reason to answer nobody. */
function metBy({ people, log }: Pick<AppNeeds, 'people' | 'log'>): (caller: Caller) => void {
  return (caller) => {
    try {
      people.met(personOf(caller));
    } catch (error) {
      log.error({ err: error }, 'The rights of somebody who gets e-mails could not be kept.');
    }
  };
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
function logged({ log }: Pick<AppNeeds, 'log'>): RequestHandler {
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

/** Sends what is worth it compressed; of the live stream every event has to leave at once. */
function compressed(): RequestHandler {
  return compression({
    filter: (request, response) =>
      !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
      compression.filter(request, response),
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
