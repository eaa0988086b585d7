import type { VNode } from 'preact';
import { Card } from '@/components/card/Card';
import cardCss from '@/components/card/card.css?inline';
import { TwoTexts } from '@/components/highlight/TwoTexts';
import twoTextsCss from '@/components/highlight/two-texts.css?inline';
import { NoteForm } from '@/components/note/NoteForm';
import noteCss from '@/components/note/note.css?inline';
import { Profile } from '@/components/profile/Profile';
import profileCss from '@/components/profile/profile.css?inline';
import { HighlightsView } from '@/components/reader/HighlightsView';
import { hitId } from '@/components/reader/hit-id';
import keptCss from '@/components/reader/kept.css?inline';
import { MarkControls } from '@/components/reader/MarkControls';
import { PageMine } from '@/components/reader/PageMine';
import { PageView } from '@/components/reader/PageView';
import pagePartsCss from '@/components/reader/page-parts.css?inline';
import { Reader } from '@/components/reader/Reader';
import readerCss from '@/components/reader/reader.css?inline';
import { type Route, startTrail } from '@/components/reader/route';
import { SearchView } from '@/components/reader/SearchView';
import searchCss from '@/components/reader/search.css?inline';
import { SelectionToolbar } from '@/components/selection-toolbar/SelectionToolbar';
import toolbarCss from '@/components/selection-toolbar/selection-toolbar.css?inline';
import { Surface } from '@/components/surface/Surface';
import type { Wait } from '@/components/wait/WaitLine';
import { inScript } from '@/lib/language/in-script';
import type { ViewPrefs } from '@/lib/language/prefs';
import type { Translate } from '@/lib/language/translate';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import { toTraditional } from '@/lib/text/traditional';
import { CARDS } from '@/tests/components/fixtures/cards';
import { HITS, PAGES } from '@/tests/components/fixtures/pages';
import { HIGHLIGHTS, PROFILES } from '@/tests/components/fixtures/profiles';

/** A component with everything it needs to be drawn. */
export interface GalleryState {
  view: 'card' | 'toolbar' | 'page' | 'profile' | 'search' | 'highlights';
  name: string;
  css: string;
  width: number;
  /** Set for views that fill their window. */
  height?: number;
  draw(prefs: ViewPrefs, t: Translate): VNode;
}

const nothing = () => undefined;

/** The dataset's texts in the script of the state, as the background and the store give them. */
function shown<T extends Parameters<typeof inScript>[0]>(data: T, prefs: ViewPrefs): T {
  return prefs.script === 'zh-Hant' ? inScript(data, toTraditional) : data;
}

const cards: GalleryState[] = Object.entries(CARDS).map(([name, data]) => ({
  view: 'card',
  name: `card: ${name}`,
  css: cardCss,
  width: 400,
  draw: (prefs, t) => (
    <Card
      data={shown(data, prefs)}
      prefs={prefs}
      t={t}
      pinned={name === 'policy'}
      headingId="card-heading"
      onOpenProfile={nothing}
      onKeepSentence={nothing}
      onNotThis={nothing}
      onPin={nothing}
      onMove={nothing}
      onClose={nothing}
      onChoose={nothing}
    />
  ),
}));

const toolbars: GalleryState[] = [
  {
    view: 'toolbar',
    name: 'toolbar: fresh selection',
    css: toolbarCss,
    width: 320,
    draw: (prefs, t) => (
      <SelectionToolbar prefs={prefs} t={t} onKeep={nothing} onWrite={nothing} onClose={nothing} />
    ),
  },
  {
    view: 'toolbar',
    name: 'toolbar: in a private window',
    css: toolbarCss,
    width: 320,
    draw: (prefs, t) => (
      <SelectionToolbar
        prefs={prefs}
        t={t}
        privately="session"
        onKeep={nothing}
        onWrite={nothing}
        onClose={nothing}
      />
    ),
  },
  ...[null, { colour: 'blue' as const, note: '与深圳的做法对照。', tags: [] }].map(
    (keptInstead): GalleryState => ({
      view: 'toolbar',
      name: keptInstead ? 'note: changed elsewhere meanwhile' : 'note: of a kept passage',
      css: noteCss,
      width: 340,
      draw: (prefs, t) => (
        <NoteForm
          prefs={prefs}
          t={t}
          choice={{ colour: 'green', note: '与上海的做法对照。', tags: ['改革', '数据共享'] }}
          isKept
          isDraft={keptInstead !== null}
          keptInstead={keptInstead}
          failure={null}
          onType={nothing}
          onSave={nothing}
          onDrop={nothing}
          onDelete={nothing}
          onClose={nothing}
        />
      ),
    }),
  ),
  {
    view: 'toolbar',
    name: 'library: two texts for one passage',
    css: noteCss + twoTextsCss,
    width: 460,
    draw: (prefs, t) => (
      <Surface prefs={prefs} class="">
        <TwoTexts
          t={t}
          mine={{ note: '与上海的做法对照，重点看数据共享一节。', tags: ['改革', '数据共享'] }}
          theirs={{ note: '', tags: ['改革'] }}
          onMine={nothing}
          onTheirs={nothing}
        />
      </Surface>
    ),
  },
];

type Body = (prefs: ViewPrefs, t: Translate) => VNode;

/** What the frame waits for, by the name of the state. */
const WAITS: Record<string, Wait> = { loading: 'loading', failed: 'failed' };

function popup(view: GalleryState['view'], name: string, route: Route, body: Body): GalleryState {
  return {
    view,
    name: `popup: ${name}`,
    css: [readerCss, pagePartsCss, searchCss, keptCss, profileCss].join(''),
    width: 400,
    ...(view === 'profile' ? {} : { height: 600 }),
    draw: (prefs, t) => (
      <Reader
        prefs={prefs}
        t={t}
        trail={startTrail(route)}
        notices={name === 'paused' ? ['dataset-kept'] : []}
        datasetVersion={name in WAITS ? null : '2026.11.23'}
        activeHit={name === 'search, 4 hits' ? hitId(1) : null}
        onGo={nothing}
        onStep={nothing}
        onHitKey={nothing}
        onOptions={nothing}
        onAtlas={nothing}
        onPanel={nothing}
        controls={
          name === 'open' && <MarkControls settings={DEFAULT_SETTINGS} t={t} onChange={nothing} />
        }
        wait={WAITS[name] ?? null}
        onRetry={nothing}
      >
        {body(prefs, t)}
      </Reader>
    ),
  };
}

const pages = Object.entries(PAGES).map(([name, page]) =>
  popup('page', name, { view: 'page' }, (prefs, t) => (
    <PageView
      page={page}
      prefs={prefs}
      t={t}
      onOpen={nothing}
      onNextMention={nothing}
      onPause={nothing}
      onAskAgain={nothing}
      onMarkSite={nothing}
      onMarkOnce={nothing}
      mine={
        page.state === 'open' && (
          <PageMine
            {...page}
            prefs={prefs}
            t={t}
            onHideMine={nothing}
            onGoToHighlight={nothing}
            onAcceptCandidate={nothing}
            onStepPlace={nothing}
            onKeepAsText={nothing}
          />
        )
      }
    />
  )),
);

const profiles = Object.entries(PROFILES).map(([name, data]) =>
  popup('profile', name, { view: 'profile', id: data.entity.id }, (prefs, t) => (
    <Profile
      data={shown(data, prefs)}
      prefs={prefs}
      t={t}
      onOpen={nothing}
      onOpenHighlight={nothing}
      copied={null}
      onCopy={nothing}
    />
  )),
);

const searches = [HITS, []].map((hits) =>
  popup('search', `search, ${hits.length} hits`, { view: 'search', query: 'zj' }, (prefs, t) => (
    <SearchView
      query="zj"
      hits={shown(hits, prefs)}
      active={1}
      prefs={prefs}
      t={t}
      onOpen={nothing}
    />
  )),
);

const kept = [HIGHLIGHTS, []].map((highlights) =>
  popup('highlights', `highlights, ${highlights.length}`, { view: 'highlights' }, (prefs, t) => (
    <HighlightsView
      highlights={highlights}
      total={highlights.length === 0 ? 0 : 212}
      prefs={prefs}
      t={t}
      onOpenPage={nothing}
      onAtlas={nothing}
    />
  )),
);

const waiting = Object.keys(WAITS).map((name) =>
  popup('page', name, { view: 'page' }, () => <></>),
);

export const STATES: GalleryState[] = [
  ...cards,
  ...toolbars,
  ...pages,
  ...profiles,
  ...searches,
  ...kept,
  ...waiting,
];
