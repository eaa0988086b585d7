import type { Dataset } from '@/lib/model/dataset';
import { err, ok, type Result } from '@/lib/model/result';
import { type DownloadProblem, download } from './download';
import {
  compareVersions,
  type FeedManifest,
  fileName,
  isFromTheFuture,
  MANIFEST_NAME,
  MAX_FILE_BYTES,
  MAX_MANIFEST_BYTES,
  parseManifest,
  sha256,
  signatureName,
  verifySignature,
} from './feed';
import { loadTexts } from './load';
import { describeProblem } from './parse';

/** Why an update did not happen; each has one sentence in the catalogue (`update_<code>`). */
export type UpdateProblem =
  | DownloadProblem
  | 'bad-address'
  | 'bad-key'
  | 'unsupported'
  | 'bad-signature'
  | 'bad-manifest'
  | 'extension-too-old'
  | 'not-newer'
  | 'from-the-future'
  | 'hash-mismatch'
  | 'bad-dataset';

/** A failed update: the old data is in place. `detail` names the file or the first mistake in it. */
export interface UpdateFailure {
  problem: UpdateProblem;
  detail: string;
}

/** Files of a dataset by name, as text: what a feed is compared with, and what a rollback restores. */
export type DatasetTexts = Readonly<Record<string, string>>;

/** A checked dataset ready to be installed; null when the feed has nothing new. */
export type UpdateResult = { dataset: Dataset; texts: DatasetTexts; etag: string | null } | null;

export interface UpdateInputs {
  /** The feed folder's address and its public key (base64 of 32 bytes). */
  feed: { url: string; publicKey: string };
  installed: { version: string; texts: DatasetTexts; etag: string | null };
  extensionVersion: string;
  /** By this machine's clock. */
  now: Date;
  /** A version the reader rolled back from: not offered again; null to take whatever is newer. */
  refused: string | null;
  fetchFile: typeof fetch;
  signal: AbortSignal;
  /** Files fetched or found unchanged so far, of how many. */
  onProgress(done: number, total: number): void;
}

/** A manifest is small; a file may be large and the line slow. */
const MANIFEST_TIMEOUT_MS = 30_000;
const FILE_TIMEOUT_MS = 120_000;

function fail(problem: UpdateProblem, detail = ''): { ok: false; error: UpdateFailure } {
  return err({ problem, detail });
}

/**
 * The folder a feed address means, or null when it is not https. Plain http is accepted from this
 * machine only, where an editor tries a feed before publishing it.
 */
export function feedFolder(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const local = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if ((url.protocol !== 'https:' && !local) || url.username !== '') return null;
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname = url.pathname.replace(/\/manifest\.json$|$/, '/');
  return url;
}

async function fetchManifest(
  folder: URL,
  { feed, installed, fetchFile, signal }: UpdateInputs,
): Promise<Result<{ manifest: FeedManifest; etag: string | null } | null, UpdateFailure>> {
  const options = { maxBytes: MAX_MANIFEST_BYTES, timeoutMs: MANIFEST_TIMEOUT_MS, signal };
  const address = (name: string) => new URL(name, folder).href;
  const manifest = await download(fetchFile, address(MANIFEST_NAME), {
    ...options,
    etag: installed.etag,
  });
  if (!manifest.ok) return fail(manifest.error, MANIFEST_NAME);
  if (manifest.value.notModified) return ok(null);
  const signaturePath = signatureName(await sha256(manifest.value.bytes));
  const signature = await download(fetchFile, address(signaturePath), options);
  if (!signature.ok) return fail(signature.error, signaturePath);

  const text = new TextDecoder().decode(signature.value.bytes);
  const signed = await verifySignature(manifest.value.bytes, text, feed.publicKey);
  if (!signed.ok) return fail(signed.error);
  if (!signed.value) return fail('bad-signature');
  const parsed = parseManifest(manifest.value.bytes);
  return parsed ? ok({ manifest: parsed, etag: manifest.value.etag }) : fail('bad-manifest');
}

async function fetchFiles(
  folder: URL,
  manifest: FeedManifest,
  { installed, fetchFile, signal, onProgress }: UpdateInputs,
): Promise<Result<DatasetTexts, UpdateFailure>> {
  const texts: Record<string, string> = {};
  const encoder = new TextEncoder();
  let done = 0;
  for (const file of manifest.files) {
    const old = installed.texts[file.name];
    if (old !== undefined && (await sha256(encoder.encode(old))) === file.sha256) {
      texts[file.name] = old;
    } else {
      const fetched = await download(fetchFile, new URL(fileName(file.sha256), folder).href, {
        maxBytes: Math.min(file.bytes, MAX_FILE_BYTES),
        timeoutMs: FILE_TIMEOUT_MS,
        signal,
      });
      if (!fetched.ok) return fail(fetched.error, file.name);
      const { bytes } = fetched.value;
      if (bytes.length < file.bytes) return fail('truncated', file.name);
      if ((await sha256(bytes)) !== file.sha256) return fail('hash-mismatch', file.name);
      texts[file.name] = new TextDecoder().decode(bytes);
    }
    onProgress(++done, manifest.files.length);
  }
  return ok(texts);
}

/**
 * Fetches what a feed has that is newer, and checks all of it: signature, versions, sizes, hashes,
 * schema. Nothing is installed here; every failure leaves things as they are. Never rejects.
 */
export async function fetchUpdate(
  inputs: UpdateInputs,
): Promise<Result<UpdateResult, UpdateFailure>> {
  const folder = feedFolder(inputs.feed.url);
  if (!folder) return fail('bad-address');
  const offered = await fetchManifest(folder, inputs);
  if (!offered.ok) return offered;
  if (!offered.value) return ok(null);

  const { manifest, etag } = offered.value;
  const newer = compareVersions(manifest.version, inputs.installed.version);
  if (newer === 0 || manifest.version === inputs.refused) return ok(null);
  if (newer < 0) return fail('not-newer', manifest.version);
  if (isFromTheFuture(manifest.version, inputs.now)) {
    return fail('from-the-future', manifest.version);
  }
  if (compareVersions(inputs.extensionVersion, manifest.minExtension) < 0) {
    return fail('extension-too-old', manifest.minExtension);
  }
  const files = await fetchFiles(folder, manifest, inputs);
  if (!files.ok) return files;

  const texts = files.value;
  const loaded = await loadTexts(texts);
  if (!loaded.ok) {
    const [first] = loaded.error;
    return fail('bad-dataset', first ? describeProblem(first) : '');
  }
  if (loaded.value.version !== manifest.version) return fail('bad-manifest', 'index.json');
  return ok({ dataset: loaded.value, texts, etag });
}

const DAY_MINUTES = 24 * 60;
/** Minutes between two checks at most: a feed that is back is noticed within a week. */
export const LONGEST_WAIT = 7 * DAY_MINUTES;

/**
 * Minutes until the next check: a day, doubled with each failure in a row, a week at most, and up
 * to a fifth less or a quarter more by chance, so that installs do not come all at once. `random` is in [0, 1).
 */
export function nextCheckMinutes(failures: number, random: number): number {
  const days = 2 ** Math.min(failures, 10);
  const longest = LONGEST_WAIT * (1 - random / 5);
  return Math.round(Math.min(longest, days * DAY_MINUTES * (1 + random / 4)));
}
