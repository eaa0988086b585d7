import type { EntityId } from '@/lib/model/entity';
import type { EntityBrief } from '@/lib/model/views';

/** Shorter titles are words that stand in other titles. */
const SHORTEST_TITLE = 8;

/**
 * The document whose own page this is: a policy whose title stands in the page's, the longest if
 * several do (a notice names what it issues). Quotation marks and spaces do not count.
 */
export function documentOfPage(
  title: string,
  briefs: ReadonlyMap<EntityId, EntityBrief>,
): EntityBrief | null {
  const heading = bare(title);
  const length = ({ names }: EntityBrief) => names.zhHans.length;
  const [longest] = [...briefs.values()]
    .filter(({ kind, names }) => {
      const forms = [names.zhHans, names.zhHant].map(bare);
      return (
        kind === 'policy' &&
        forms.some((form) => form.length >= SHORTEST_TITLE && heading.includes(form))
      );
    })
    .sort((a, b) => length(b) - length(a));
  return longest ?? null;
}

function bare(text: string): string {
  return text.replace(/[\s《》“”「」『』"'（）()]/g, '');
}
