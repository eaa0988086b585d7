/**
 * `npm run data:publish -- --key FILE [--out FOLDER] [--min-extension VERSION]`: makes a feed folder
 * from public/dataset, signed, for any static host. What an earlier manifest names stays in the
 * folder: caches may serve that manifest for a while.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type FeedManifest,
  fileName,
  MANIFEST_NAME,
  sha256,
  signatureName,
} from '@/lib/dataset/feed';
import { describeProblem } from '@/lib/dataset/parse';
import { checkFolder } from './check-data';

const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    out: { type: 'string', default: 'feed' },
    dataset: { type: 'string', default: 'public/dataset' },
    'min-extension': { type: 'string' },
  },
});
if (!values.key) {
  console.error('Name the private key: npm run data:publish -- --key govgloss-feed.key');
  process.exit(2);
}

/** The key that data:keygen wrote; ends with one sentence when the file is none. */
async function readKey(file: string): Promise<CryptoKey> {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    return await crypto.subtle.importKey('pkcs8', secret, { name: 'Ed25519' }, false, ['sign']);
  } catch {
    console.error(`${file} is no private key; make one with npm run data:keygen -- ${file}`);
    return process.exit(1);
  }
}

const key = await readKey(values.key);
const folder = values.dataset;
const { dataset, problems } = checkFolder(folder);
if (!dataset || problems.length > 0) {
  console.error('The dataset has mistakes, nothing was published:');
  for (const problem of problems) console.error(`  ${describeProblem(problem)}`);
  process.exit(1);
}

const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { files: string[] };
const extension = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
mkdirSync(join(values.out, 'files'), { recursive: true });
const files: FeedManifest['files'] = [];
for (const name of ['index.json', ...index.files]) {
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const hash = await sha256(bytes);
  copyFileSync(join(folder, name), join(values.out, fileName(hash)));
  files.push({ name, sha256: hash, bytes: bytes.length });
}
const manifest: FeedManifest = {
  format: 1,
  version: dataset.version,
  minExtension: values['min-extension'] ?? extension.version,
  files,
};
const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
const signature = await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes);
// The manifest goes last: until it is there, nobody looks for the new files.
const signaturePath = join(values.out, signatureName(await sha256(bytes)));
writeFileSync(signaturePath, `${Buffer.from(signature).toString('base64')}\n`);
writeFileSync(join(values.out, MANIFEST_NAME), bytes);
const total = files.reduce((sum, file) => sum + file.bytes, 0);
console.log(`${values.out}: version ${manifest.version}, ${files.length} files, ${total} bytes`);
