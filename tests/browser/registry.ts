import { poll } from './driver/poll';
import type { TestFrame } from './driver/test-browser';

/** The text of every range below each name of `CSS.highlights`, in the order of the document. */
export type Registry = Record<string, string[]>;

/** Reads our entries of the registry as any script of the page can: the product's outer contract. */
export function readRegistry(frame: TestFrame): Promise<Registry> {
  return frame.evaluate(() => {
    const textOf = (part: AbstractRange) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return { range, text: range.toString() };
    };
    const registry: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('govgloss-')) continue;
      registry[name] = [...highlight]
        .map(textOf)
        .sort((a, b) => {
          // Ranges of different trees (a shadow root's) cannot be compared: they keep their order.
          if (a.range.startContainer.getRootNode() !== b.range.startContainer.getRootNode())
            return 0;
          return a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
        })
        .map(({ text }) => text);
    }
    return registry;
  });
}

const QUIET_MS = 300;

/**
 * The registry once `enough` says so and nothing has changed for a while.
 * @throws {Error} When that does not come; with what the registry held last.
 */
export async function waitForRegistry(
  frame: TestFrame,
  enough: (registry: Registry) => boolean = hasMarks,
): Promise<Registry> {
  let last = '';
  let since = 0;
  const settled = () =>
    poll('the registry', async () => {
      const registry = await readRegistry(frame);
      const now = JSON.stringify(registry);
      if (now !== last) since = Date.now();
      last = now;
      return enough(registry) && Date.now() - since >= QUIET_MS ? registry : null;
    });
  try {
    return await settled();
  } catch (cause) {
    throw new Error(`The marks did not come as expected. The registry holds: ${last}`, { cause });
  }
}

/** True when any mention is marked. */
export function hasMarks(registry: Registry): boolean {
  return MARK_NAMES.some((name) => (registry[name]?.length ?? 0) > 0);
}

/** The registry names of marks; those of saved highlights end in their colour. */
export const MARK_NAMES = [
  'govgloss-division',
  'govgloss-platform',
  'govgloss-policy',
  'govgloss-concept',
  'govgloss-tint',
];
