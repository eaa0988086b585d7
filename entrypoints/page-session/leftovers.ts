import { ENTITY_KINDS } from '@/lib/model/entity';
import { HIGHLIGHT_COLOURS } from '@/lib/model/highlight';

/** Every name under which we paint. */
const painted = () => [
  ...ENTITY_KINDS,
  ...HIGHLIGHT_COLOURS.map((colour) => `saved-${colour}`),
  'tint',
  'pointed',
  'current',
];

/**
 * Takes away what a copy of this script left on the page: Firefox ends those of before an update
 * without a word, and their card, their toolbar and what they painted would stay, dead. Views are
 * known by what is in their closed roots, which Firefox shows to extensions.
 */
export function clearLeftovers(): void {
  for (const host of document.querySelectorAll('[popover="manual"]')) {
    if (host.openOrClosedShadowRoot?.querySelector('.govgloss')) host.remove();
  }
  for (const name of painted()) CSS.highlights.delete(`govgloss-${name}`);
}
