import type { Copying } from '@/components/text/copying';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { ProfileData } from '@/lib/model/views';

export interface ProfileProps {
  data: ProfileData;
  prefs: ViewPrefs;
  t: Translate;
  onOpen(id: EntityId): void;
  onOpenHighlight(highlight: Highlight): void;
  /** What was copied a moment ago, or was to be. */
  copied: Copying | null;
  onCopy(text: string): void;
}
