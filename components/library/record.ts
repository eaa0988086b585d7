import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import { foldText } from '@/lib/text/fold';

/** A highlight with what is looked for in it, worked out once. */
export interface LibraryRecord {
  highlight: Highlight;
  /** Quote, note, tags, title and address, folded when first asked for: both scripts read the same. */
  readonly text: string;
  divisions: EntityId[];
  /** `YYYY-MM` in the reader's time zone. */
  month: string;
}

/** An unchanged highlight keeps its record, and with it what was folded. */
const known = new WeakMap<Highlight, LibraryRecord>();

/** The division an id belongs to, by its form (lib/model/entity.ts). */
function divisionOfId(id: EntityId): EntityId {
  return id.split('/', 1)[0] ?? id;
}

function recordOf(highlight: Highlight): LibraryRecord {
  const { selectors, note, tags, title, url } = highlight;
  const kept = new Date(highlight.createdAt);
  let folded: string | null = null;
  return {
    highlight,
    get text() {
      folded ??= foldText([selectors.quote.exact, note, ...tags, title, url].join('\n'));
      return folded;
    },
    divisions: [...new Set(highlight.entities.map(divisionOfId))],
    month: `${kept.getFullYear()}-${String(kept.getMonth() + 1).padStart(2, '0')}`,
  };
}

/** Records of highlights, in their order. */
export function recordsOf(highlights: readonly Highlight[]): LibraryRecord[] {
  return highlights.map((highlight) => {
    const record = known.get(highlight) ?? recordOf(highlight);
    known.set(highlight, record);
    return record;
  });
}
