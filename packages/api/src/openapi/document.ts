import { defaultProcedure, documentTypes, eventSchemas, eventTypes, sendersOf } from '@rectify/engine';
import { type ProblemType, problemAnswer, problemKinds } from '../problems.ts';
import {
  namesOf,
  type OpenRoute,
  openRoutes,
  type Route,
  type SignedInRoute,
  signedInRoutes,
} from '../routes/rights.ts';
import type { Answer, HeaderName, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { collectSchemas, type Schema, type Schemas } from './schemas.ts';

const headers: Readonly<Record<HeaderName, { readonly description: string; readonly schema: Schema }>> = {
  'Idempotency-Key': {
    description: 'Names this act, for instance a UUID. The same act sent again under the same key has one effect.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  'If-Match': {
    description:
      'The revision you last saw, in double quotes: the event is refused if something you may see has followed it.',
    schema: { type: 'string', pattern: '^"[0-9]{1,15}"$' },
  },
  'Rectify-After': {
    description: 'A position, for instance the `Rectify-Position` of a write: the answer is not older than that.',
    schema: { type: 'string' },
  },
  'Last-Event-ID': {
    description: 'The id of the last event received: the stream goes on after it.',
    schema: { type: 'string' },
  },
};

/** The headers of answers from the read side, which is told from other reads by that they take `Rectify-After`. */
const readSideHeaders = {
  'Rectify-Position': {
    description: 'How far the log had come for this answer.',
    schema: { type: 'string' },
  },
  'Rectify-Behind-Since': {
    description:
      'Only where the answer lacks events for more than five seconds: when the first of them was recorded. What happened before is in it.',
    schema: { type: 'string', format: 'date-time' },
  },
} as const;

const everywhere: readonly ProblemType[] = ['too-many-requests', 'unexpected', 'unavailable'];

/** The OpenAPI 3.1 document of the API, made from the table of routes and the zod schemas that check and shape everything. */
export function openApiDocument(version: string): Schema {
  const schemas = collectSchemas();
  const paths: Record<string, Record<string, Schema>> = {};
  const add = (route: Route, operation: Schema) => {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation };
  };
  for (const name of namesOf(signedInRoutes)) add(signedInRoutes[name], describe(name, signedInRoutes[name], schemas));
  for (const name of namesOf(openRoutes)) add(openRoutes[name], describe(name, openRoutes[name], schemas));
  for (const type of eventTypes) {
    const senders = sendersOf(type, defaultProcedure);
    const by = senders.length > 0 ? `sent by ${senders.join(', ')}` : 'written by the engine';
    schemas.add(`${type}Data`, eventSchemas[type], { description: `The data of ${type}, ${by}` });
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rectify',
      version,
      description:
        'An event-sourced workflow engine for the rectification of mines. You send events; the statechart accepts them as facts or says why not. Times are ISO 8601 with offset.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      'Mines',
      'Documents',
      'Closures',
      'Analysis',
      'Campaigns',
      'Work',
      'Live',
      'Procedures',
      'Dev sign-in',
      'Running it',
    ].map((name) => ({
      name,
    })),
    paths,
    components: {
      schemas: schemas.components(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function describe(name: keyof typeof operations, route: SignedInRoute | OpenRoute, schemas: Schemas): Schema {
  const operation = operations[name];
  const roles = 'roles' in route ? route.roles : undefined;
  const who = roles ? `For ${roles.join(', ')}.` : '';
  return {
    operationId: name,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, who].filter(Boolean).join('\n\n'),
    security: roles ? [{ bearer: [] }] : [],
    parameters: parametersOf(route, operation, schemas),
    ...bodyOf(route, operation, schemas),
    responses: responsesOf(route, operation, schemas),
  };
}

function bodyOf({ takes }: Route, { body }: Operation, schemas: Schemas): Schema {
  if (takes === 'document') {
    const content = Object.fromEntries(Object.keys(documentTypes).map((mediaType) => [mediaType, {}]));
    return { requestBody: { required: true, content } };
  }
  if (!body || takes === undefined) return {};
  return { requestBody: { required: true, content: { [takes]: { schema: schemas.of(body) } } } };
}

function parametersOf(route: Route, { query, headers: taken = [] }: Operation, schemas: Schemas): Schema[] {
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schemas.of(schema);
    return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema: rest };
  });
  return [...path, ...inQuery, ...taken.map((name) => ({ name, in: 'header', required: false, ...headers[name] }))];
}

function responsesOf(
  route: SignedInRoute | OpenRoute,
  { answers, problems = [], query, headers: taken = [] }: Operation,
  schemas: Schemas,
): Schema {
  const possible = new Set<ProblemType>([
    ...problems,
    ...('roles' in route ? (['unauthenticated', 'forbidden'] as const) : []),
    ...(route.takes ? (['malformed', 'too-large', 'unsupported-media-type'] as const) : []),
    ...(query ? (['malformed'] as const) : []),
    ...everywhere,
  ]);
  const byStatus = Map.groupBy(possible, (type) => problemKinds[type].status);
  const refused = [...byStatus].map(([status, types]) => [status, refusal(types, schemas)] as const);
  const told = taken.includes('Rectify-After') && { headers: readSideHeaders };
  const answered = Object.entries(answers).map(
    ([status, answer]) => [status, { ...response(answer, schemas), ...told }] as const,
  );
  return Object.fromEntries([...refused, ...answered]);
}

function refusal(types: readonly ProblemType[], schemas: Schemas): Schema {
  return {
    description: types.map((type) => `\`${type}\`: ${problemKinds[type].title}`).join('. '),
    content: { 'application/problem+json': { schema: schemas.of(problemAnswer) } },
  };
}

function response({ description, schema, mediaType = 'application/json' }: Answer, schemas: Schemas): Schema {
  return { description, content: { [mediaType]: { schema: schema ? schemas.of(schema) : { type: 'string' } } } };
}
