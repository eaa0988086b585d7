// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StageSource } from '@/entrypoints/page-session/stage';
import { err, ok } from '@/lib/model/result';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

vi.mock('@/lib/frame/load-script', () => ({ loadScript: async () => ({}) }));

const WORDS = ok({ messages: {}, language: 'en' });

test('a reader who points while a question is under way that fails is answered all the same', async () => {
  const answers: ((answer: unknown) => void)[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
    () => new Promise((resolve) => answers.push(resolve as (answer: unknown) => void)) as never,
  );
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  const stage = new StageSource(DEFAULT_SETTINGS, () => null);
  const first = stage.get();
  const second = stage.get();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(err({ code: 'internal', detail: '' }));
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(WORDS);
  expect(await first).toBeNull();
  expect(await second).not.toBeNull();
});
