import { itemOfHighlight, itemsOfEntity } from '@/lib/cite/cited';
import type { CslItem } from '@/lib/cite/csl-item';
import { logError } from '@/lib/messages/error-log';
import type { Citation, CitationStyle } from '@/lib/model/citation';
import type { Highlight } from '@/lib/model/highlight';
import type { Language } from '@/lib/model/languages';
import type { ProfileData } from '@/lib/model/views';

/** Cites a passage; see citeAll. */
export function citeHighlight(
  highlight: Highlight,
  style: CitationStyle,
  language: Language,
): Promise<Citation | null> {
  return citeAll([itemOfHighlight(highlight)], style, language);
}

/** Cites a document of the dataset, or the sources of what is said of another entity, each source once. */
export function citeEntity(
  { entity, sources }: Pick<ProfileData, 'entity' | 'sources'>,
  style: CitationStyle,
  language: Language,
): Promise<Citation | null> {
  const today = new Date().toISOString().slice(0, 10);
  const cited = new Set(entity.facts.flatMap((fact) => fact.sources));
  const said = sources.filter(({ id }) => cited.has(id));
  return citeAll(itemsOfEntity(entity, said, language, today), style, language);
}

/**
 * A line for each. The engine and its styles come when first asked for; null where they do not come, and
 * where there is nothing to cite.
 */
async function citeAll(
  items: readonly CslItem[],
  style: CitationStyle,
  language: Language,
): Promise<Citation | null> {
  try {
    const { formatCitations } = await import('@/lib/cite/format');
    const all = formatCitations(items, style, language);
    if (all.length === 0) return null;
    const html = all.map((each) => `<p>${each.html}</p>`).join('');
    return { text: all.map(({ text }) => text).join('\n'), html };
  } catch (error) {
    logError(error, 'citing');
    return null;
  }
}

/** Copies a citation as rich text, for word processors, and as text for all else. */
export async function copyCitation({ text, html }: Citation): Promise<boolean> {
  try {
    const of = (content: string, type: string) => new Blob([content], { type });
    const flavours = { 'text/plain': of(text, 'text/plain'), 'text/html': of(html, 'text/html') };
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return true;
  } catch {
    return false;
  }
}
