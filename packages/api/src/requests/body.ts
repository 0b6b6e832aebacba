import express, { type RequestHandler } from 'express';
import { Problem } from '../problems.ts';

/** The most bytes of one JSON body. */
const MAX_JSON_BYTES = 1024 * 1024;

/** The most bytes of one NDJSON body. */
const MAX_NDJSON_BYTES = 16 * 1024 * 1024;

/** Reads the body of a request as bytes, if it is of the media type that the route takes, in UTF-8 and not compressed. */
export function bodyReader(mediaType: 'application/json' | 'application/x-ndjson'): RequestHandler[] {
  const limit = mediaType === 'application/json' ? MAX_JSON_BYTES : MAX_NDJSON_BYTES;
  return [
    (request, _response, next) => {
      if (hasBody(request.headers)) mustBe(mediaType, request.headers['content-type']);
      next();
    },
    express.raw({ type: () => true, limit, inflate: false }),
  ];
}

function hasBody(headers: { readonly 'transfer-encoding'?: string; readonly 'content-length'?: string }): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function mustBe(mediaType: string, contentType: string | undefined): void {
  const [given = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (given !== mediaType) {
    throw new Problem('unsupported-media-type', { detail: `Send the body as \`Content-Type: ${mediaType}\`.` });
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', '"utf-8"'].includes(charset)) {
    throw new Problem('unsupported-media-type', { detail: 'Send the body in UTF-8.' });
  }
}
