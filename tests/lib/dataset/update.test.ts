import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { isFromTheFuture } from '@/lib/dataset/feed';
import { feedFolder, fetchUpdate, nextCheckMinutes, type UpdateInputs } from '@/lib/dataset/update';
import {
  type FeedContent,
  feedFolderOf,
  feedKeys,
  NEWER,
  newerTexts,
  packagedTexts,
  versionOf,
} from './feed-folder';

const installed = packagedTexts();
const installedVersion = versionOf(installed);
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Feed extends FeedContent {
  signWith?: CryptoKey;
  /** Last changes to what is served: path to body. */
  tamper?: (served: Map<string, Uint8Array>) => void;
}

let keys: Awaited<ReturnType<typeof feedKeys>>;
let otherKeys: Awaited<ReturnType<typeof feedKeys>>;
let server: Server | null = null;
let requested: string[] = [];

beforeAll(async () => {
  keys = await feedKeys();
  otherKeys = await feedKeys();
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serveFeed(feed: Feed, hang: string[] = []): Promise<string> {
  const folder = await feedFolderOf(feed, feed.signWith ?? keys.privateKey);
  const served = new Map<string, Uint8Array>(
    [...folder].map(([path, bytes]) => [`/${path}`, bytes]),
  );
  feed.tamper?.(served);
  requested = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requested.push(path);
    const body = served.get(path);
    if (hang.some((part) => path.includes(part))) return;
    if (!body) return void response.writeHead(404).end();
    const etag = `"${path.length}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { ETag: etag }).end(body);
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function update(url: string, change: Partial<UpdateInputs> = {}) {
  return fetchUpdate({
    feed: { url, publicKey: keys.publicKey },
    installed: { version: installedVersion, texts: installed, etag: null },
    now: new Date(),
    extensionVersion: '0.1.0',
    refused: null,
    fetchFile: fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...change,
  });
}

describe('a dataset from the future', () => {
  const versionAfter = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '.');

  test.each([
    ['the year 9999', '9999.99.99'],
    ['the next century', '2126.01.01'],
    ['the day after tomorrow', versionAfter(2)],
    ['today, by a clock that is a year behind,', `${versionAfter(0)}.99`, -400],
  ])('of %s is refused, and no file of it fetched', async (_, version, clock = 0) => {
    const url = await serveFeed({ texts: newerTexts(), version });
    const onProgress = vi.fn();
    const now = new Date(Date.now() + clock * 86_400_000);
    const result = await update(url, { now, onProgress });
    expect(result).toEqual({ ok: false, error: { problem: 'from-the-future', detail: version } });
    expect(onProgress).not.toHaveBeenCalled();
  });

  test('somewhere it is tomorrow already', () => {
    const noon = new Date('2026-12-31T12:00:00Z');
    expect(isFromTheFuture('2027.01.01', noon)).toBe(false);
    expect(isFromTheFuture('2027.01.01.99', noon)).toBe(false);
    expect(isFromTheFuture('2027.01.02', noon)).toBe(true);
  });
});

describe('a good feed', () => {
  test('brings the newer dataset and fetches only what changed', async () => {
    const url = await serveFeed({ texts: newerTexts() });
    const progress: [number, number][] = [];
    const result = await update(url, { onProgress: (...step) => progress.push(step) });
    expect(result.ok && result.value?.dataset.version).toBe(NEWER);
    // Manifest, signature, index.json and the one changed file.
    expect(requested).toHaveLength(4);
    expect(progress.at(-1)).toEqual([37, 37]);
  });

  test('that has nothing new brings nothing', async () => {
    const url = await serveFeed({ texts: installed, version: installedVersion });
    expect(await update(url)).toEqual({ ok: true, value: null });
  });

  test('that was seen before is not read again', async () => {
    const url = await serveFeed({ texts: newerTexts() });
    const first = await update(url);
    const etag = first.ok ? (first.value?.etag ?? null) : null;
    expect(etag).not.toBeNull();
    const again = await update(url, {
      installed: { version: installedVersion, texts: installed, etag },
    });
    expect(again).toEqual({ ok: true, value: null });
  });

  test('whose version the reader rolled back from is left alone', async () => {
    const url = await serveFeed({ texts: newerTexts() });
    expect(await update(url, { refused: NEWER })).toEqual({ ok: true, value: null });
  });
});

describe('a feed that must not be taken', () => {
  const largest = (served: Map<string, Uint8Array>) =>
    [...served]
      .filter(([path]) => path.startsWith('/files/'))
      .find(([, body]) => {
        return new TextDecoder().decode(body).endsWith('\n\n');
      })![0];

  test.each<[string, Feed, string]>([
    ['signed with another key', { texts: newerTexts() }, 'bad-signature'],
    [
      'older than what is installed (replayed)',
      { texts: newerTexts(), version: '2020.01.01' },
      'not-newer',
    ],
    ['for a later extension', { texts: newerTexts(), minExtension: '9.0' }, 'extension-too-old'],
    [
      'naming another version than its index',
      { texts: newerTexts(), version: `${NEWER}1` },
      'bad-manifest',
    ],
    ['without index.json', { texts: { 'CN.json': '{}' } }, 'bad-manifest'],
    [
      'with a file that is no dataset',
      { texts: { ...newerTexts(), 'CN-ZJ.json': '{"division": 1}' } },
      'bad-dataset',
    ],
    [
      'with a file that is no JSON',
      { texts: { ...newerTexts(), 'CN-ZJ.json': '{{' } },
      'bad-dataset',
    ],
    [
      'whose manifest was changed on the way',
      {
        texts: newerTexts(),
        tamper: (served) => {
          const body = new TextDecoder().decode(served.get('/manifest.json'));
          served.set('/manifest.json', bytesOf(body.replace(NEWER, `${NEWER}9`)));
        },
      },
      'http-status',
    ],
    [
      'whose file was changed on the way',
      {
        texts: newerTexts(),
        tamper: (served) => {
          const path = largest(served);
          const body = served.get(path)!.slice();
          body[10]! ^= 1;
          served.set(path, body);
        },
      },
      'hash-mismatch',
    ],
    [
      'whose file was cut short',
      {
        texts: newerTexts(),
        tamper: (served) => {
          const path = largest(served);
          served.set(path, served.get(path)!.slice(0, 100));
        },
      },
      'truncated',
    ],
    [
      'whose file is larger than it says',
      {
        texts: newerTexts(),
        tamper: (served) => {
          const path = largest(served);
          served.set(path, new Uint8Array(served.get(path)!.length + 1));
        },
      },
      'too-large',
    ],
    [
      'whose manifest is far too large',
      {
        texts: newerTexts(),
        tamper: (served) => served.set('/manifest.json', new Uint8Array(300 * 1024)),
      },
      'too-large',
    ],
    [
      'that lacks a file',
      { texts: newerTexts(), tamper: (served) => served.delete(largest(served)) },
      'http-status',
    ],
  ])('%s', async (what, feed, problem) => {
    const signWith = what.includes('another key') ? { signWith: otherKeys.privateKey } : {};
    const url = await serveFeed({ ...feed, ...signWith });
    const result = await update(url);
    expect(result.ok ? 'taken' : result.error.problem).toBe(problem);
  });

  test('at an address where nobody listens', async () => {
    const url = await serveFeed({ texts: newerTexts() });
    await new Promise((resolve) => server!.close(resolve));
    const result = await update(url);
    expect(result.ok ? 'taken' : result.error.problem).toBe('unreachable');
  });

  test('when the reader cancels while a file hangs', async () => {
    const url = await serveFeed({ texts: newerTexts() }, ['/files/']);
    const stop = new AbortController();
    const result = update(url, { signal: stop.signal });
    await expect.poll(() => requested.some((path) => path.startsWith('/files/'))).toBe(true);
    stop.abort();
    const ended = await result;
    expect(ended.ok ? 'taken' : ended.error.problem).toBe('cancelled');
  });

  test.each([
    ['http://feeds.example.org/', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['https://user:secret@example.org/', 'bad-address'],
    ['nonsense', 'bad-address'],
  ])('at %s', async (url, problem) => {
    const result = await update(url);
    expect(result.ok ? 'taken' : result.error.problem).toBe(problem);
  });

  test('with a key that is none', async () => {
    const url = await serveFeed({ texts: newerTexts() });
    const result = await update(url, { feed: { url, publicKey: 'c2hvcnQ=' } });
    expect(result.ok ? 'taken' : result.error.problem).toBe('bad-key');
  });
});

test('a feed address may name the folder or its manifest', () => {
  expect(feedFolder('https://example.org/feed')?.href).toBe('https://example.org/feed/');
  expect(feedFolder('https://example.org/feed/manifest.json')?.href).toBe(
    'https://example.org/feed/',
  );
});

test('checks are at least a day apart, rarer after failures, and spread', () => {
  expect(nextCheckMinutes(0, 0)).toBe(1440);
  expect(nextCheckMinutes(0, 0.999)).toBeGreaterThan(1750);
  expect(nextCheckMinutes(2, 0)).toBe(4 * 1440);
  expect(nextCheckMinutes(50, 0)).toBe(7 * 1440);
  expect(nextCheckMinutes(50, 0.999)).toBeLessThan(7 * 1440);
});
