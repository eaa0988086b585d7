import { readFileSync } from 'node:fs';
import { fileName, MANIFEST_NAME, sha256, signatureName } from '@/lib/dataset/feed';
import type { DatasetTexts } from '@/lib/dataset/update';

/** Later than any version there is. */
/** Of today, and after whatever else came today. */
export const NEWER = `${new Date().toISOString().slice(0, 10).replaceAll('-', '.')}.9`;

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The packaged dataset's files as text. */
export function packagedTexts(): DatasetTexts {
  const read = (name: string) => readFileSync(`public/dataset/${name}`, 'utf8');
  const index = JSON.parse(read('index.json')) as { files: string[] };
  return Object.fromEntries(['index.json', ...index.files].map((name) => [name, read(name)]));
}

/** The version those files say they are. */
export function versionOf(texts: DatasetTexts): string {
  return (JSON.parse(texts['index.json']!) as { version: string }).version;
}

/** The packaged dataset as a later version of which one division's file differs by a line break. */
export function newerTexts(): Record<string, string> {
  const texts = packagedTexts();
  return {
    ...texts,
    'index.json': texts['index.json']!.replace(versionOf(texts), NEWER),
    'CN-ZJ.json': `${texts['CN-ZJ.json']!}\n`,
  };
}

/** A key pair for signing feeds, and the public half as options ask for it. */
export async function feedKeys(): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const publicKey = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { privateKey: pair.privateKey, publicKey };
}

export interface FeedContent {
  texts: Record<string, string>;
  version?: string;
  minExtension?: string;
}

/** A feed folder as scripts/data-publish.ts makes it: path to bytes. */
export async function feedFolderOf(
  { texts, version = NEWER, minExtension = '0.1.0' }: FeedContent,
  privateKey: CryptoKey,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const folder = new Map<string, Uint8Array<ArrayBuffer>>();
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const bytes = bytesOf(text);
      const hash = await sha256(bytes);
      folder.set(fileName(hash), bytes);
      return { name, sha256: hash, bytes: bytes.length };
    }),
  );
  const manifest = bytesOf(JSON.stringify({ format: 1, version, minExtension, files }));
  const signature = await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, manifest);
  folder.set(MANIFEST_NAME, manifest);
  folder.set(signatureName(await sha256(manifest)), bytesOf(base64(signature)));
  return folder;
}
