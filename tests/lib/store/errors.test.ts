import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { isQuotaError, isUnavailable } from '@/lib/store/errors';

const full = new DOMException('no room', 'QuotaExceededError');

test.each([
  ['as the browser throws it', full],
  ['as Dexie wraps it', new Dexie.AbortError('aborted', full)],
  ['as a cause', new Error('writing', { cause: new Error('inner', { cause: full }) })],
])('a full disk is known: %s', (_, error) => {
  expect(isQuotaError(error)).toBe(true);
});

test('an error whose cause is itself is no full disk, and ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect([isQuotaError(error), isUnavailable(error)]).toEqual([false, false]);
});

test.each([
  [
    'a private window',
    new Dexie.OpenFailedError('no', new DOMException('', 'InvalidStateError')),
    true,
  ],
  ['a closed database', new Dexie.DatabaseClosedError('closed'), true],
  ['a mistake of ours', new TypeError('undefined is not a function'), false],
])('no database: %s', (_, error, is) => {
  expect(isUnavailable(error)).toBe(is);
});
