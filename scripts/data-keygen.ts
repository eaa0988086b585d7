/** `npm run data:keygen [FILE]`: makes the key pair that signs a dataset feed. */
import { existsSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'govgloss-feed.key';
if (existsSync(file)) {
  console.error(`${file} exists already; name another file, or move it away first.`);
  process.exit(1);
}
const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
  'sign',
  'verify',
])) as CryptoKeyPair;
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
const secret = base64(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
const open = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
writeFileSync(file, `${secret}\n`, { mode: 0o600 });
console.log(`Private key: ${file} (keep it out of any repository)`);
console.log(`Public key, for readers to enter under Options → Data:\n${open}`);
