import { inflateRawSync } from 'node:zlib';

/** Signatures and fixed sizes of a zip file's records, by its specification (APPNOTE 4.3). */
const END = { signature: 0x06054b50, size: 22 };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL_SIZE = 30;
const DEFLATED = 8;

/**
 * The files in a zip by their paths, folders left out.
 * @throws {Error} When it is no zip, or not a plain one.
 */
export function filesInZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - END.size;
  if (end < 0 || zip.readUInt32LE(end) !== END.signature) throw new Error('This is no plain zip.');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY.signature) throw new Error('The zip names no file here.');
    const isDeflated = zip.readUInt16LE(at + 10) === DEFLATED;
    const packedSize = zip.readUInt32LE(at + 20);
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((by) => zip.readUInt16LE(at + by));
    const nameEnd = at + ENTRY.size + (nameSize ?? 0);
    const name = zip.toString('utf8', at + ENTRY.size, nameEnd);
    const local = zip.readUInt32LE(at + 42);
    const start = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + packedSize);
    if (!name.endsWith('/')) files.set(name, isDeflated ? inflateRawSync(packed) : packed);
    at = nameEnd + (extraSize ?? 0) + (noteSize ?? 0);
  }
  return files;
}
