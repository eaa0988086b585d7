import { expect, test } from 'vitest';
import { createTurns } from '@/lib/resource/in-turn';

test('work in turn keeps its order, and a failure hinders none after it', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const slow = inTurn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('slow');
  });
  const broken = inTurn(() => Promise.reject(new Error('broken')));
  const quick = inTurn(async () => done.push('quick'));
  await expect(broken).rejects.toThrow('broken');
  await Promise.all([slow, quick]);
  expect(done).toEqual(['slow', 'quick']);
});
