import { useEffect, useState } from 'preact/hooks';
import { atlasFragment } from '@/components/atlas/atlas-route';
import { CitePanel } from '@/components/page/CitePanel';
import { Profile } from '@/components/profile/Profile';
import { WaitLine } from '@/components/wait/WaitLine';
import { isRead, type Reading } from '@/lib/extension-page/reading';
import { useCopied } from '@/lib/extension-page/use-copied';
import type { View } from '@/lib/extension-page/use-view';
import type { Library } from '@/lib/library/library';
import { readProfile } from '@/lib/library/read-entries';
import { logError } from '@/lib/messages/error-log';
import type { EntityId } from '@/lib/model/entity';
import type { Highlight } from '@/lib/model/highlight';
import type { ProfileData } from '@/lib/model/views';
import type { GovGlossDb } from '@/lib/store/db';
import { highlightsOfEntity } from '@/lib/store/highlights';
import { citeEntity, copyCitation } from './cite';
import { openPassage } from './open-passage';

interface ProfilePageProps extends View {
  store: Library;
  id: EntityId;
  db: GovGlossDb | null;
  /** The number of the last change of the library. */
  sequence: number | null;
}

/** A document, or what something is said of that has sources. */
function isCitable({ entity }: ProfileData): boolean {
  return entity.kind === 'policy' || entity.facts.length > 0;
}

/** The profile of one entity as a page of its own. */
export function ProfilePage({ store, id, db, sequence, prefs, t }: ProfilePageProps) {
  const [profile, setProfile] = useState<Reading<ProfileData | null>>('loading');
  const { script } = prefs;
  useEffect(() => {
    let wanted = true;
    readProfile(store, id, script).then(
      (read) => {
        if (wanted) setProfile(read);
      },
      (error) => {
        logError(error, 'reading a profile');
        if (wanted) setProfile('failed');
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, id, script]);
  const [about, setAbout] = useState<Highlight[]>([]);
  useEffect(() => {
    if (!db) return;
    let wanted = true;
    highlightsOfEntity(db, id).then(
      (found) => {
        if (wanted && found.ok) setAbout(found.value);
      },
      (error) => logError(error, 'reading the highlights of an entity'),
    );
    return () => {
      wanted = false;
    };
  }, [db, sequence, id]);
  const copying = useCopied();
  if (profile === null) return <p class="atlas-empty">{t('profile_none')}</p>;
  if (!isRead(profile) || profile.entity.id !== id) {
    const wait = isRead(profile) ? 'loading' : profile;
    return <WaitLine wait={wait} t={t} onRetry={() => location.reload()} />;
  }
  return (
    <div class="atlas-profile">
      <Profile
        data={{ ...profile, highlights: about }}
        prefs={prefs}
        t={t}
        onOpen={(other) => {
          location.hash = atlasFragment({ view: 'profile', id: other });
        }}
        onOpenHighlight={(highlight) => void openPassage(highlight)}
        {...copying}
      />
      {isCitable(profile) && (
        <CitePanel
          t={t}
          of={profile}
          language={prefs.language}
          onCite={(style, language) => citeEntity(profile, style, language)}
          onCopy={copyCitation}
        />
      )}
    </div>
  );
}
