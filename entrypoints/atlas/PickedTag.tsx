import { useMemo } from 'preact/hooks';
import { TagRename } from '@/components/library/TagRename';
import type { Translate } from '@/lib/language/translate';
import { tellOpenPages } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { renameTag } from '@/lib/store/rename-tag';
import type { LibraryReader } from './library-reader';

interface PickedTagProps {
  reader: LibraryReader;
  tag: string;
  t: Translate;
  /** Told the new name; null where it could not be given. */
  onRenamed(to: string | null): void;
}

/** What can be done with a tag: it is renamed on all that has it, in the list or not. */
export function PickedTag({ reader, tag, t, onRenamed }: PickedTagProps) {
  const { outline, db } = reader;
  const tags = useMemo(
    () => outline?.groupsAmong(outline.fitting({}, null), 'tag') ?? [],
    [outline, outline?.version],
  );
  async function rename(to: string) {
    const renamed = await renameTag(db, tag, to, new Date());
    onRenamed(renamed.ok ? to : null);
    if (renamed.ok) await tellOpenPages('highlightsChanged', null);
  }
  return (
    <TagRename
      t={t}
      tag={tag}
      tags={tags}
      onRename={(to) => {
        rename(to).catch((error) => {
          logError(error, 'renaming a tag');
          onRenamed(null);
        });
      }}
    />
  );
}
