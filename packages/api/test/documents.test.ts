import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenClosed, givenMine, givenServer, pdf, sendPdf, type TestServer } from './given.ts';

let server: TestServer;
let inspector: string;
let owner: string;
let stranger: string;

beforeAll(async () => {
  server = await givenServer();
  inspector = await server.signIn({ role: 'inspector' });
  await givenMine(server, 'XJ-1');
  await givenMine(server, 'XJ-2');
  await givenClosed(server, 'XJ-1');
  owner = await server.signIn({ role: 'owner', mines: ['XJ-1'] });
  stranger = await server.signIn({ role: 'owner', mines: ['XJ-2'] });
});

afterAll(async () => server[Symbol.asyncDispose]());

const sha256Of = (content: string) => createHash('sha256').update(content).digest('hex');

const attaches = (document: unknown, visibility: 'internal' | 'owner', as: string) =>
  server.post('/v1/mines/XJ-1/events', { type: 'DocumentAttached', data: { document, visibility } }, { as });

const reads = (sha256: unknown, as: string, mineId = 'XJ-1') =>
  server.get(`/v1/documents/${sha256}?mine=${mineId}`, { as });

describe('an owner sends a document and names it in an event', () => {
  test('those who may see the event get the document, as a file to save and nothing that runs', async () => {
    const sent = await sendPdf(server, owner, 'licence', 'name=Licence 许可证');
    expect(sent.status).toBe(201);
    const document = { name: 'Licence 许可证.pdf', sha256: sha256Of(pdf('licence')), mediaType: 'application/pdf' };
    expect(sent.body).toEqual({ ...document, bytes: pdf('licence').length });
    const evidence = { type: 'EvidenceSubmitted', data: { requirement: 'LICENCES', document: sent.body } };
    expect((await server.post('/v1/mines/XJ-1/events', evidence, { as: owner })).status).toBe(201);

    for (const as of [owner, inspector]) {
      const answer = await reads(document.sha256, as);
      expect(answer).toMatchObject({ status: 200, text: pdf('licence') });
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="Licence ???.pdf"; filename*=UTF-8''Licence%20%E8%AE%B8%E5%8F%AF%E8%AF%81.pdf`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      });
    }
    expect((await reads(document.sha256, stranger)).status).toBe(404);
    expect((await reads(document.sha256, stranger, 'XJ-2')).status).toBe(404);
    expect((await reads(document.sha256, inspector, 'XJ-2')).status).toBe(404);
  });

  test('what is internal is not the owner’s to read, and stands in no list of theirs', async () => {
    const { body: document } = await sendPdf(server, inspector, 'internal');
    await attaches(document, 'internal', inspector);
    expect((await reads(document.sha256, inspector)).status).toBe(200);
    expect((await reads(document.sha256, owner)).status).toBe(404);
    const listed = async (as: string) => (await server.get('/v1/mines/XJ-1/documents', { as })).text;
    expect(await listed(inspector)).toContain(String(document.sha256));
    expect(await listed(owner)).not.toContain(String(document.sha256));
  });

  test('a document that was only named is listed as not kept here, and reading it says why not', async () => {
    const document = { name: 'On paper', sha256: sha256Of('on paper'), bytes: 8 };
    await attaches(document, 'owner', inspector);
    const { body } = await server.get('/v1/mines/XJ-1/documents', { as: owner });
    expect(body.items).toContainEqual(expect.objectContaining({ document, kept: false, type: 'DocumentAttached' }));
    const answer = await reads(document.sha256, owner);
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toContain('Only the fingerprint of this document is known here');
  });

  test('a document that no event names is nobody’s to read', async () => {
    const { body } = await sendPdf(server, owner, 'never named');
    expect((await reads(body.sha256, owner)).status).toBe(404);
  });
});

describe('refused', () => {
  test('content that is of another kind, whatever it is called', async () => {
    const answer = await server.post('/v1/documents?name=photo.pdf', '<script>alert(1)</script>', { as: owner });
    expect(answer.body).toMatchObject({ type: 'unsupported-media-type', detail: expect.stringContaining('.pdf') });
  });

  test('a document without a name, and one that is not what was announced', async () => {
    expect(await sendPdf(server, owner, 'x', '')).toMatchObject({ status: 400 });
    const announced = await sendPdf(server, owner, 'cut off', `name=a&sha256=${sha256Of('whole')}`);
    expect(announced.body).toMatchObject({ type: 'invalid', detail: expect.stringContaining('another fingerprint') });
  });

  test('a document that is too large, said at once or found out', async () => {
    await using small = await givenServer({ documentLimit: 100 });
    const as = await small.signIn({ role: 'inspector' });
    const large = pdf('x'.repeat(200));
    expect((await sendPdf(small, as, 'x'.repeat(200))).body).toMatchObject({ type: 'too-large' });
    async function* unsaid() {
      for (const part of large) yield Buffer.from(part);
    }
    const streamed = await small.ask('/v1/documents?name=a', {
      method: 'POST',
      headers: { Authorization: `Bearer ${as}` },
      body: ReadableStream.from(unsaid()),
      duplex: 'half',
    });
    expect(streamed.body).toMatchObject({ type: 'too-large', detail: expect.stringContaining('100 bytes') });
    expect((await sendPdf(small, as, 'small')).status).toBe(201);
  });

  test('a document that breaks off leaves nothing, and the server goes on', async () => {
    const { port } = new URL(server.address);
    const sending = request({
      port,
      path: '/v1/documents?name=a',
      method: 'POST',
      headers: { Authorization: `Bearer ${owner}` },
    });
    const lost = new Promise((resolve) => sending.once('error', resolve));
    sending.write(pdf('breaks off'));
    sending.once('socket', (socket) => socket.once('connect', () => setImmediate(() => sending.destroy())));
    await lost;
    expect((await sendPdf(server, owner, 'afterwards')).status).toBe(201);
  });
});
