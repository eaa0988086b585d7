/** Reads numbers one after another: bytes, and small numbers in groups of seven bits, lowest first. */
export class ByteReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  /** True when every byte was read, and none beyond the last. */
  get isDone(): boolean {
    return this.at === this.bytes.length;
  }

  /** Beyond the last byte there are zeros. */
  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

/** The opposite of ByteReader.varint(): a number below 2^31. */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}
