import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { download } from '@/lib/dataset/download';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function from(answer: RequestListener, timeoutMs = 10_000) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { signal } = new AbortController();
  const result = await download(fetch, url, { maxBytes: 1000, timeoutMs, signal, etag: '"a"' });
  return result.ok ? result.value : result.error;
}

test('a server that never answers is given up', async () => {
  expect(await from(() => undefined, 20)).toBe('timeout');
});

test('a server that sends drop by drop is given up, however long it goes on', async () => {
  const drip: RequestListener = (_, response) => {
    const timer = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(timer));
  };
  expect(await from(drip, 60)).toBe('timeout');
});

test('a connection that breaks in the middle of a file is a truncated file', async () => {
  const broken: RequestListener = (request, response) => {
    response.writeHead(200, { 'Content-Length': '500' });
    response.write('half', () => request.socket.destroy());
  };
  expect(await from(broken)).toBe('truncated');
});

test('a file without end is not read to its end', async () => {
  const endless: RequestListener = (_, response) => {
    const more = () => response.write('x'.repeat(400), more);
    more();
  };
  expect(await from(endless)).toBe('too-large');
});

test('the tag of what was seen last is sent, and 304 brings nothing', async () => {
  const unchanged: RequestListener = (request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 500).end();
  };
  expect(await from(unchanged)).toMatchObject({ etag: '"a"', notModified: true });
});

test('no cookie, no referrer and no cache go with a request', async () => {
  let sent: object = {};
  await from((request, response) => {
    sent = request.headers;
    response.end();
  });
  expect(sent).not.toHaveProperty('cookie');
  expect(sent).not.toHaveProperty('referer');
});

test('nothing of the reader goes along: no cookie, no address, no cache that remembers', async () => {
  const asked: RequestInit[] = [];
  const answering: typeof fetch = async (_, init) => {
    asked.push(init ?? {});
    return new Response('{}');
  };
  const { signal } = new AbortController();
  await download(answering, 'https://data.example.gov.cn/', { maxBytes: 9, timeoutMs: 99, signal });
  expect(asked).toMatchObject([
    { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', headers: {} },
  ]);
});
