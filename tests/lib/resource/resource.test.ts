import { describe, expect, test, vi } from 'vitest';
import { Resource } from '@/lib/resource/resource';

/** A question whose answers are given one by one; `null` and errors are failures. */
function asking(...answers: (string | null | Error)[]) {
  const clock = { now: 0 };
  const ask = vi.fn(async () => {
    const answer = answers.shift() ?? null;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const onFailed = vi.fn();
  return { clock, ask, onFailed, resource: new Resource({ ask, onFailed, now: () => clock.now }) };
}

/** A question that is answered when the test says so. */
function slow() {
  const answers: ((value: string | null) => void)[] = [];
  const ask = () => new Promise<string | null>((resolve) => answers.push(resolve));
  return { resource: new Resource({ ask, now: () => 0 }), answers };
}

describe('a question', () => {
  test('is asked when somebody first needs the answer, and once', async () => {
    const { resource, ask } = asking('yes');
    expect(ask).not.toHaveBeenCalled();
    expect(await Promise.all([resource.get(), resource.get()])).toEqual([
      { ok: true, value: 'yes' },
      { ok: true, value: 'yes' },
    ]);
    expect(await resource.get()).toEqual({ ok: true, value: 'yes' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test.each([[null], [new Error('torn')]])('that fails with %s is asked again', async (failure) => {
    const { resource, clock, onFailed } = asking(failure, 'yes');
    expect(await resource.get()).toEqual({ ok: false, error: 'failed' });
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(failure);
    clock.now += resource.pause;
    expect(await resource.get()).toEqual({ ok: true, value: 'yes' });
  });

  test('that fails is not asked again at once, and ever more seldom', async () => {
    const { resource, clock, ask } = asking();
    const pauses: number[] = [];
    for (let i = 0; i < 14; i++) {
      await resource.get();
      await resource.get();
      pauses.push(resource.pause);
      clock.now += resource.pause;
    }
    expect(ask).toHaveBeenCalledTimes(14);
    expect(pauses.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
    expect(pauses.at(-1)).toBe(300_000);
  });

  test('is asked at once when the reader asks, however lately it failed', async () => {
    const { resource } = asking(null, 'yes');
    await resource.get();
    await resource.renew();
    expect(resource.state).toEqual({ name: 'known', value: 'yes' });
  });

  test('that fails later leaves what was known, and says that it failed', async () => {
    const { resource } = asking('old', null);
    await resource.get();
    await resource.renew();
    expect(resource.state).toEqual({ name: 'failed', value: 'old' });
    expect(resource.value).toBe('old');
  });

  test('under way leaves what was known', async () => {
    const { resource, answers } = slow();
    resource.put('old');
    const renewed = resource.renew();
    expect(resource.state).toEqual({ name: 'asked', value: 'old' });
    answers[0]?.('new');
    await renewed;
    expect(resource.value).toBe('new');
  });
});

describe('an answer that was overtaken', () => {
  test('does not undo what was told meanwhile', async () => {
    const { resource, answers } = slow();
    const got = resource.get();
    resource.put('told');
    answers[0]?.('older');
    expect(await got).toEqual({ ok: true, value: 'told' });
    expect(resource.value).toBe('told');
  });

  test('is asked for anew after the value was forgotten', async () => {
    const { resource, answers } = slow();
    const got = resource.get();
    resource.forget();
    answers[0]?.('of before');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.('of after');
    expect(await got).toEqual({ ok: true, value: 'of after' });
  });
});
