import { err, ok, type Result } from '@/lib/model/result';

/** Why something could not be fetched. */
export type DownloadProblem =
  | 'cancelled'
  | 'timeout'
  | 'unreachable'
  | 'http-status'
  | 'too-large'
  | 'truncated';

/** What was fetched, or that the server has nothing newer than `etag`. */
export interface Download {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string | null;
  notModified: boolean;
}

export interface DownloadOptions {
  /** Reading stops as soon as more than this has come. */
  maxBytes: number;
  /** The whole file must have come by then. */
  timeoutMs: number;
  signal: AbortSignal;
  etag?: string | null;
}

function concat(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, DownloadProblem>> {
  const reader = response.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return ok(concat(chunks, length));
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return err('too-large');
    }
    chunks.push(value);
  }
}

/**
 * Fetches one file without credentials, cookies or the browser's cache, bounded in size and time.
 * A connection that breaks in the middle is `truncated`; what the reader stopped is `cancelled`.
 */
export async function download(
  fetchFile: typeof fetch,
  url: string,
  { maxBytes, timeoutMs, signal, etag }: DownloadOptions,
): Promise<Result<Download, DownloadProblem>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const why = (otherwise: DownloadProblem): DownloadProblem =>
    signal.aborted ? 'cancelled' : timeout.aborted ? 'timeout' : otherwise;
  let response: Response;
  try {
    response = await fetchFile(url, {
      signal: AbortSignal.any([signal, timeout]),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: etag ? { 'If-None-Match': etag } : {},
    });
  } catch {
    return err(why('unreachable'));
  }
  if (response.status === 304)
    return ok({ bytes: new Uint8Array(), etag: etag ?? null, notModified: true });
  if (!response.ok) return err('http-status');
  try {
    const body = await readBody(response, maxBytes);
    if (!body.ok) return body;
    return ok({ bytes: body.value, etag: response.headers.get('ETag'), notModified: false });
  } catch {
    return err(why('truncated'));
  }
}
