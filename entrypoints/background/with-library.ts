import { asked, type Library } from '@/lib/library/library';
import { preparedLibrary } from '@/lib/library/prepare';
import type { CallError } from '@/lib/messages/protocol';
import { err, type Result } from '@/lib/model/result';

/** Every answer about entities needs a dataset; without one the call says so. */
export async function withLibrary<T>(
  work: (library: Library) => Promise<Result<T, CallError>>,
): Promise<Result<T, CallError>> {
  const library = await preparedLibrary();
  if (!library.ok) return err({ code: library.error, detail: '' });
  return asked(
    library.value,
    () => work(library.value),
    (answer) => !answer.ok,
  );
}
