/** How a check for new data may end; each is said in words, `update_<code>` in the catalogue. */
export const UPDATE_ENDINGS = [
  'updated',
  'current',
  'cancelled',
  'timeout',
  'unreachable',
  'http-status',
  'too-large',
  'truncated',
  'bad-address',
  'bad-key',
  'unsupported',
  'bad-signature',
  'bad-manifest',
  'extension-too-old',
  'not-newer',
  'from-the-future',
  'hash-mismatch',
  'bad-dataset',
  'storage-full',
  'store-unavailable',
] as const;
export type UpdateEnding = (typeof UPDATE_ENDINGS)[number];
