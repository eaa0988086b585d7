import * as v from 'valibot';
import { fromBase64 } from '@/lib/bytes/base64';
import { err, ok, type Result } from '@/lib/model/result';

/** Largest manifest and file that are read, in bytes: the whole dataset is under 2 MB today. */
export const MAX_MANIFEST_BYTES = 256 * 1024;
export const MAX_FILE_BYTES = 8 * 1024 * 1024;
const MAX_TOTAL_BYTES = 32 * 1024 * 1024;

/** The one name in a feed folder that is always the same. */
export const MANIFEST_NAME = 'manifest.json';

/**
 * Everything else is named by SHA-256: of the manifest for its signature, of the file for a file.
 * A cache that still serves yesterday's manifest thus never pairs it with today's files.
 */
export function signatureName(manifestSha256: string): string {
  return `${manifestSha256}.sig`;
}

/** Where a file of the dataset lies in the feed folder; see signatureName. */
export function fileName(fileSha256: string): string {
  return `files/${fileSha256}.json`;
}

const manifestSchema = v.strictObject({
  format: v.literal(1),
  /** The dataset version this feed brings. */
  version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/)),
  /** The oldest extension that can read it. */
  minExtension: v.pipe(v.string(), v.regex(/^\d+(?:\.\d+){0,3}$/)),
  files: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(/^[A-Za-z-]+\.json$/)),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        bytes: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(MAX_FILE_BYTES)),
      }),
    ),
    v.minLength(1),
    v.maxLength(500),
  ),
});

/** What a feed says of itself; signed as a whole. */
export type FeedManifest = v.InferOutput<typeof manifestSchema>;

/** Compares dotted numbers: 2026.11.23.2 is after 2026.11.23, 0.10 after 0.9. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const DAY_MS = 86_400_000;

/**
 * True when a dataset is of a day that has come nowhere yet: a version is its day, and somewhere it is
 * tomorrow already (UTC+14). Nothing newer would ever come after a version of the year 9999. What a
 * clock that runs behind has refused is taken once it is put right.
 */
export function isFromTheFuture(version: string, now: Date): boolean {
  const overmorrow = new Date(now.getTime() + 2 * DAY_MS).toISOString().slice(0, 10);
  return compareVersions(version, overmorrow.replaceAll('-', '.')) >= 0;
}

/** SHA-256 of bytes in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of a base64 text, or null when it is none. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64(text.trim());
  } catch {
    return null;
  }
}

/** True when a text can be a feed's public key: base64 of 32 bytes. */
export function isPublicKey(text: string): boolean {
  return bytesOf(text)?.length === 32;
}

/**
 * True when `signature` (base64) is the Ed25519 signature of `bytes` under `publicKey` (base64 of
 * its 32 raw bytes). `unsupported`: this browser has no Ed25519 (Chromium before 137).
 */
export async function verifySignature(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  publicKey: string,
): Promise<Result<boolean, 'unsupported' | 'bad-key'>> {
  const rawKey = bytesOf(publicKey);
  const rawSignature = bytesOf(signature);
  if (rawKey?.length !== 32) return err('bad-key');
  if (rawSignature?.length !== 64) return ok(false);
  try {
    const key = await crypto.subtle.importKey('raw', rawKey, { name: 'Ed25519' }, false, [
      'verify',
    ]);
    return ok(await crypto.subtle.verify({ name: 'Ed25519' }, key, rawSignature, bytes));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError')
      return err('unsupported');
    return err('bad-key');
  }
}

/** Reads a manifest whose signature was checked. */
export function parseManifest(bytes: Uint8Array): FeedManifest | null {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const parsed = v.safeParse(manifestSchema, content);
  if (!parsed.success) return null;
  const { files } = parsed.output;
  const total = files.reduce((sum, { bytes: size }) => sum + size, 0);
  const names = new Set(files.map(({ name }) => name));
  const sound = total <= MAX_TOTAL_BYTES && names.size === files.length && names.has('index.json');
  return sound ? parsed.output : null;
}
