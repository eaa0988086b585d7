import { useEffect, useState } from 'preact/hooks';
import type { Library } from '@/lib/library/library';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import type { ProfileData } from '@/lib/model/views';

type DocumentCover = typeof import('@/components/profile/DocumentCover').DocumentCover;

/** What the cover of a document shows, with the view that draws it. */
export interface Cover {
  data: Parameters<DocumentCover>[0]['data'];
  home: ProfileData | null;
  DocumentCover: DocumentCover;
}

/** The cover of the document whose own page is in front; read after the page itself is shown. */
export function useCover(
  library: Library | null | undefined,
  id: EntityId | null,
  script: Script,
): Cover | null {
  const [cover, setCover] = useState<Cover | null>(null);
  useEffect(() => {
    let current = true;
    setCover(null);
    if (!library || id === null) return;
    const read = async () => {
      const [{ readProfile }, { DocumentCover }] = await Promise.all([
        import('@/lib/library/read-entries'),
        import('@/components/profile/DocumentCover'),
        import('@/components/profile/profile.css'),
      ]);
      const data = await readProfile(library, id, script);
      if (data?.entity.kind !== 'policy') return;
      const { entity } = data;
      const home = await readProfile(library, entity.division, script);
      if (current) setCover({ data: { ...data, entity }, home, DocumentCover });
    };
    read().catch((error) => logError(error, 'reading a cover'));
    return () => {
      current = false;
    };
  }, [library, id, script]);
  return cover;
}
