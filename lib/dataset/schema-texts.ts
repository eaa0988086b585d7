/**
 * How the single texts of a dataset file must look. Each pattern says what to write instead; that is
 * what `npm run check:data` prints (advice.ts).
 */
import * as v from 'valibot';

/** A line of text. */
export const text = v.pipe(
  v.string(),
  v.regex(/^\S(?:.*\S)?$/, 'write a text in one line, without space before or after'),
);

/** The same without a Chinese character. */
export const latin = v.pipe(
  v.string(),
  v.regex(
    /^[^\s\u3400-\u9fff](?:[^\n\u3400-\u9fff]*[^\s\u3400-\u9fff])?$/,
    'write a text in one line, in English, without Chinese characters',
  ),
);

/** `CN-ZJ`, or `CN` for the nation. */
export const divisionId = v.pipe(
  v.string(),
  v.regex(/^CN(?:-[A-Z]{2})?$/, 'write CN, or a division such as CN-ZJ'),
);

/** Any entity. */
export const entityId = v.pipe(
  v.string(),
  v.regex(
    /^CN(?:-[A-Z]{2})?(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
    'write an id such as CN-ZJ or CN-ZJ/zheliban',
  ),
);

/** An entity that belongs to a division. */
export const ownedId = v.pipe(
  v.string(),
  v.regex(
    /^CN(?:-[A-Z]{2})?\/[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'write an id such as CN-ZJ/zheliban, in lower case with hyphens',
  ),
);

/** A source or a ranking. */
export const sourceId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'write an id such as zj-ct-2024, in lower case with hyphens',
  ),
);

/** A year, a month or a day. */
export const date = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'write a date such as 2023, 2023-06 or 2023-06-19',
  ),
);

/** An address. */
export const url = v.pipe(
  v.string(),
  v.regex(/^https?:\/\/\S+$/, 'write an address that begins with https://'),
);

/** A host without what stands before or after it. */
export const host = v.pipe(
  v.string(),
  v.regex(/^(?:[a-z0-9-]+\.)+[a-z]+$/, 'write a host such as zj.gov.cn, without https:// and path'),
);

/** A file of the dataset other than index.json. */
export const fileName = v.pipe(
  v.string(),
  v.regex(/^(?:CN(?:-[A-Z]{2})?|sources)\.json$/, 'write a file name such as CN-ZJ.json'),
);
