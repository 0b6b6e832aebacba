import { type Request, type RequestHandler, type Response, Router } from 'express';
import { authenticate } from '../auth/authenticate.ts';
import type { Caller } from '../auth/claims.ts';
import type { SignedIn } from '../auth/token.ts';
import { Problem } from '../problems.ts';
import { bodyReader } from '../requests/body.ts';
import type { OpenHandler, OpenHandlers, SignedInHandler, SignedInHandlers } from './handlers.ts';
import {
  namesOf,
  type OpenRoute,
  openRoutes,
  type Route,
  type RouteName,
  routes,
  type SignedInRoute,
  signedInRoutes,
} from './rights.ts';

/** What the router needs to know who is calling. */
interface RouterNeeds {
  readonly tokenKey: Uint8Array;
  readonly clock: () => string;
  /** Whether anyone may sign in as anyone. */
  readonly dev: boolean;
  /** Is told of everybody who is signed in. */
  readonly met: (caller: Caller) => void;
}

const routeNames = new WeakMap<Request, RouteName>();

/** Which route a request went to, for log and metrics; undefined for the page's files and for addresses that do not exist. */
export function routeOf(request: Request): RouteName | undefined {
  return routeNames.get(request);
}

/** Builds the router from the tables of routes. Who may use a route is checked here alone, before its body is read. */
export function createRouter(needs: RouterNeeds, handlers: SignedInHandlers & OpenHandlers): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const name of namesOf(signedInRoutes)) {
    const route: SignedInRoute = signedInRoutes[name];
    router[route.method](route.path, remember(name), ...signedInSteps(route, needs, handlers[name]));
  }
  for (const name of namesOf(openRoutes)) {
    const route: OpenRoute = openRoutes[name];
    router[route.method](route.path, remember(name), ...openSteps(route, needs, handlers[name]));
  }
  for (const [path, methods] of methodsByPath()) router.all(path, () => refuseMethod(methods));
  return router;
}

function remember(name: RouteName): RequestHandler {
  return (request, _response, next) => {
    routeNames.set(request, name);
    next();
  };
}

function signedInSteps(
  route: SignedInRoute,
  { tokenKey, clock, met }: RouterNeeds,
  handler: SignedInHandler,
): RequestHandler[] {
  const signedIn = new WeakMap<Request, SignedIn>();
  return [
    async (request, _response, next) => {
      const who = await authenticate(request.get('authorization'), tokenKey, clock());
      const { role } = who.caller;
      if (!route.roles.includes(role)) {
        throw new Problem('forbidden', {
          detail: `As ${role} you may not do this: ${route.roles.join(', ')} may.`,
          who: [...route.roles],
        });
      }
      met(who.caller);
      signedIn.set(request, who);
      next();
    },
    ...bodySteps(route),
    (request: Request, response: Response) => {
      const who = signedIn.get(request);
      if (!who) throw new TypeError('A handler ran before anybody was signed in.');
      return handler({ request, response, ...who });
    },
  ];
}

function openSteps(route: OpenRoute, { dev }: RouterNeeds, handler: OpenHandler): RequestHandler[] {
  if (route.only === 'dev' && !dev)
    return [() => Promise.reject(new Problem('not-found', { detail: 'There is no dev sign-in here.' }))];
  return [...bodySteps(route), (request: Request, response: Response) => handler({ request, response })];
}

function bodySteps({ takes }: Route): RequestHandler[] {
  return takes === undefined || takes === 'document' ? [] : bodyReader(takes);
}

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of Object.values(routes)) {
    const allowed = method === 'get' ? ['GET', 'HEAD'] : ['POST'];
    methods.set(path, [...(methods.get(path) ?? []), ...allowed]);
  }
  return methods;
}

function refuseMethod(methods: readonly string[]): never {
  const allow = methods.join(', ');
  throw new Problem('method-not-allowed', { detail: `This address takes ${allow}.`, headers: { Allow: allow } });
}
