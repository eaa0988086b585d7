import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AboutSection } from '@/components/options/AboutSection';
import { DataSection } from '@/components/options/DataSection';
import { FeedPart } from '@/components/options/FeedPart';
import { IgnoredSection } from '@/components/options/IgnoredSection';
import { LibrarySection } from '@/components/options/LibrarySection';
import { LooksSection } from '@/components/options/LooksSection';
import { Options } from '@/components/options/Options';
import { OwnEntries } from '@/components/options/OwnEntries';
import { ShortcutsSection } from '@/components/options/ShortcutsSection';
import { SitesSection } from '@/components/options/SitesSection';
import { SampleWithCard } from '@/components/sample/SampleWithCard';
import { useFresh } from '@/lib/extension-page/use-fresh';
import { useSample } from '@/lib/extension-page/use-sample';
import { useShortcuts } from '@/lib/extension-page/use-shortcuts';
import { useSites } from '@/lib/extension-page/use-sites';
import type { View } from '@/lib/extension-page/use-view';
import { changeList } from '@/lib/messages/change-list';
import { logError } from '@/lib/messages/error-log';
import { readDatasetProblem } from '@/lib/messages/notes';
import { changeSettings } from '@/lib/messages/settings';
import type { ListChange, Settings } from '@/lib/model/settings';

import { useFeed } from './use-feed';
import { useLibraryFacts } from './use-library';
import { useLog } from './use-log';
import { useOwnEntries } from './use-own-entries';

type Ignored = Settings['ignored'][number];

/** Every setting; each change acts at once, here and in open tabs. */
export function OptionsPage(view: View) {
  const { settings, prefs, t } = view;
  const [problem, setProblem] = useState<string | null>(null);
  const [unignored, setUnignored] = useState<Ignored | null>(null);
  const { sites, allow, add, remove } = useSites();
  const library = useLibraryFacts(t);
  const [datasetProblem] = useFresh(readDatasetProblem);
  const feed = useFeed(t);
  const own = useOwnEntries(t);
  const sample = useSample(view);
  const log = useLog();
  const { shortcuts, change: changeShortcuts } = useShortcuts(t);
  useFragment();

  const told = (isKept: boolean) => setProblem(isKept ? null : t('options_not_saved'));
  const change = (changed: Parameters<typeof changeSettings>[0]) =>
    void changeSettings(changed).then(
      () => told(true),
      (error) => {
        logError(error, 'saving a setting');
        told(false);
      },
    );
  const changeEntry = async (changed: ListChange) => {
    const failure = await changeList(changed);
    told(failure === null);
    return failure === null;
  };
  /** Marks a name again, or refuses it again; what is undone next is told only once it is so. */
  const ignore = async (entry: Ignored, holds: boolean) => {
    if (await changeEntry({ list: 'ignored', entry, holds })) setUnignored(holds ? null : entry);
  };

  return (
    <Options prefs={prefs} t={t} problem={problem}>
      {{
        sites: (
          <SitesSection
            t={t}
            allowed={sites.allowed}
            added={sites.added}
            paused={settings.pausedHosts}
            onAllow={allow}
            onAdd={add}
            onRemove={remove}
            onResume={(entry) => void changeEntry({ list: 'pausedHosts', entry, holds: false })}
            shown={settings.shown}
            shownNothing={settings.shownNothing}
            onShow={(shown) => change({ shown })}
            onShowAgain={(entry) => void changeEntry({ list: 'shownNothing', entry, holds: false })}
            privateKeeping={settings.privateKeeping}
            onKeepPrivately={(privateKeeping) => change({ privateKeeping })}
          />
        ),
        looks: (
          <LooksSection
            t={t}
            settings={settings}
            sample={<SampleWithCard {...sample} />}
            onChange={change}
          />
        ),
        ignored: (
          <IgnoredSection
            t={t}
            prefs={prefs}
            ignored={settings.ignored}
            removed={unignored}
            onRemove={(entry) => void ignore(entry, false)}
            onUndo={() => unignored && void ignore(unignored, true)}
          />
        ),
        library: (
          <LibrarySection t={t} prefs={prefs} {...library} everyDays={settings.backupEveryDays} />
        ),
        data: (
          <DataSection
            t={t}
            version={library.datasetVersion}
            wait={library.datasetWait}
            problem={datasetProblem}
            onRetry={library.onRetry}
          >
            <FeedPart t={t} prefs={prefs} {...feed} />
            <OwnEntries t={t} prefs={prefs} {...own} />
          </DataSection>
        ),
        shortcuts: <ShortcutsSection t={t} shortcuts={shortcuts} onChange={changeShortcuts} />,
        about: (
          <AboutSection
            t={t}
            version={browser.runtime.getManifest().version}
            datasetVersion={library.datasetVersion}
            log={log.log}
            copied={log.copied}
            onCopyLog={log.copy}
            onClearLog={log.clear}
          />
        ),
      }}
    </Options>
  );
}

/** The sections are drawn after the browser has looked for the fragment of the address. */
function useFragment(): void {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}
