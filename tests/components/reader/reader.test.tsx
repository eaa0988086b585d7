// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { MarkControls } from '@/components/reader/MarkControls';
import { PageAsides } from '@/components/reader/PageAsides';
import { PageMine, type PageMineProps } from '@/components/reader/PageMine';
import { PageView, type PageViewProps } from '@/components/reader/PageView';
import type { PageState } from '@/components/reader/page-state';
import { Reader, type ReaderProps } from '@/components/reader/Reader';
import { startTrail } from '@/components/reader/route';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import { PAGES } from '@/tests/components/fixtures/pages';
import { mount, PREFS, t } from '@/tests/components/mount';

function reader(change: Partial<ReaderProps> = {}) {
  const props: ReaderProps = {
    prefs: PREFS,
    t,
    trail: startTrail({ view: 'page' }),
    notices: [],
    datasetVersion: '2026.11.23',
    activeHit: null,
    onGo: vi.fn(),
    onStep: vi.fn(),
    onHitKey: vi.fn(),
    onOptions: vi.fn(),
    onAtlas: vi.fn(),
    wait: null,
    onRetry: vi.fn(),
    children: null,
    ...change,
  };
  return { props, ...mount(<Reader {...props} />) };
}

function page(state: PageState, isFirst = false) {
  const props: PageViewProps = {
    page: state,
    isFirst,
    prefs: PREFS,
    t,
    onOpen: vi.fn(),
    onNextMention: vi.fn(),
    onPause: vi.fn(),
    onAskAgain: vi.fn(),
    onMarkSite: vi.fn(),
    onMarkOnce: vi.fn(),
  };
  return { props, ...mount(<PageView {...props} />) };
}

function openPage() {
  const { open } = PAGES;
  if (open?.state !== 'open') throw new Error('no open page');
  return open;
}

function mine(change: Partial<PageMineProps> = {}) {
  const does = {
    onHideMine: vi.fn(),
    onGoToHighlight: vi.fn(),
    onAcceptCandidate: vi.fn(),
    onStepPlace: vi.fn(),
    onKeepAsText: vi.fn(),
  };
  return {
    does,
    ...mount(<PageMine {...openPage()} prefs={PREFS} t={t} {...does} {...change} />),
  };
}

describe('Reader', () => {
  it('opens with the focus in the search field', () => {
    const { root } = reader();
    expect(document.activeElement).toBe(root.querySelector('input'));
  });

  it('takes the first letter typed anywhere into the search field', () => {
    const { root, key } = reader();
    root.querySelector('button')?.focus();
    key(document.activeElement, 'z');
    expect(document.activeElement).toBe(root.querySelector('input'));
  });

  it('says in a live region that it is reading, and says nothing once it has read', () => {
    const said = (wait: ReaderProps['wait']) =>
      reader({ wait }).root.querySelector('main [role=status]')?.textContent;
    expect(said('loading')).toBe('正在读取数据集……');
    expect(said(null)).toBe('');
  });

  it('says that reading failed, and reads anew when asked', () => {
    const { root, props, press } = reader({ wait: 'failed' });
    expect(root.querySelector('main')?.textContent).toContain('数据集没能读出来');
    press('再试一次');
    expect(props.onRetry).toHaveBeenCalledOnce();
  });

  it('leaves shortcuts, and the space that presses a button, alone', () => {
    const { root, key } = reader();
    const button = root.querySelector<HTMLElement>('nav button');
    button?.focus();
    key(button, 'c', { ctrlKey: true });
    key(button, ' ');
    expect(document.activeElement).toBe(button);
  });

  it('searches as the reader types, and goes back to the page when the field is emptied', () => {
    const { root, type, props } = reader();
    type(root.querySelector('input'), 'zlb');
    expect(props.onGo).toHaveBeenLastCalledWith({ view: 'search', query: 'zlb' });
    type(root.querySelector('input'), '');
    expect(props.onGo).toHaveBeenLastCalledWith({ view: 'page' });
  });

  it('does not take the Enter that ends a word in an input method for an answer', () => {
    const { root, key, props } = reader();
    key(root.querySelector('input'), 'Enter', { isComposing: true });
    expect(props.onHitKey).not.toHaveBeenCalled();
    key(root.querySelector('input'), 'Enter');
    expect(props.onHitKey).toHaveBeenCalledWith('Enter');
  });

  it('says so when the last good dataset is in use', () => {
    expect(reader({ notices: ['dataset-kept'] }).text()).toContain('仍使用上一个完好的版本');
  });
});

describe('PageView', () => {
  it('lists what the page names, with counts and the way to the next mention', () => {
    const { press, props, text } = page(PAGES.open!);
    expect(text()).toContain('本页提到 6 个条目，涉及 3 个地区。');
    press('跳到下一处“浙里办” 12 次');
    expect(props.onNextMention).toHaveBeenCalledWith('CN-ZJ/zheliban');
  });

  it('draws what fills the window before the rest, and counts all of it', () => {
    const open = openPage();
    const [group] = open.groups;
    if (!group) throw new Error('no group');
    const groups = Array.from({ length: 30 }, (_, nth) => ({
      ...group,
      division: { ...group.division, id: `CN-${nth}` },
    }));
    const entries = groups.length * group.entries.length;
    const drawn = (isFirst: boolean) => {
      const { root, text } = page({ ...open, groups }, isFirst);
      expect(text()).toContain(`本页提到 ${entries} 个条目，涉及 30 个地区。`);
      return root.querySelectorAll('.page-group').length;
    };
    expect(drawn(true)).toBeLessThan(30);
    expect(drawn(true) * group.entries.length).toBeGreaterThanOrEqual(14);
    expect(drawn(false)).toBe(30);
  });

  it('says that the page could not be read, and has it ask again', () => {
    const { root, props, press } = page(PAGES.failed!);
    expect(root.textContent).toContain('没能取得本页要标注的名称');
    press('再试一次');
    expect(props.onAskAgain).toHaveBeenCalledOnce();
  });

  it('pauses on this site, and resumes', () => {
    const open = page(PAGES.open!);
    open.press('在本站暂停');
    expect(open.props.onPause).toHaveBeenCalledWith(true);
    const paused = page(PAGES.paused!);
    paused.press('恢复标注');
    expect(paused.props.onPause).toHaveBeenCalledWith(false);
  });

  it('asks for the permission inside the press', () => {
    const { press, props } = page(PAGES.unmarked!);
    press('标注这个网站');
    expect(props.onMarkSite).toHaveBeenCalledOnce();
  });
});

describe('what stands around the names of a page', () => {
  it('offers what can be done about a highlight whose text has changed', () => {
    const { press, text, does } = mine();
    expect(text()).toContain('原文已不在本页');
    press('改用这一段（相似 87%）');
    press('只保留文字');
    expect(does.onAcceptCandidate).toHaveBeenCalledOnce();
    expect(does.onKeepAsText).toHaveBeenCalledOnce();
  });

  it('leads through the places that are equally a highlight’s own, and takes the one chosen', () => {
    const [first] = openPage().highlights;
    if (!first) throw new Error('The page holds no highlight.');
    const { id } = first.highlight;
    const place = { state: 'found' as const, id, nth: 1, places: 3 };
    const { root, press, does } = mine({ highlights: [{ ...first, place }] });
    expect(root.textContent).toContain('第 2 处，共 3 处');
    press('下一处');
    press('上一处');
    expect(does.onStepPlace.mock.calls).toEqual([
      [id, 1],
      [id, -1],
    ]);
    press('就是这一处');
    expect(does.onAcceptCandidate).toHaveBeenCalledWith(id);
    const unsure = mine({
      highlights: [{ ...first, place: { state: 'ambiguous', id, places: 3 } }],
    });
    unsure.press('下一处');
    expect(unsure.does.onStepPlace).toHaveBeenCalledWith(id, 1);
  });

  it('hides from this site what is the reader’s own, and shows it again', () => {
    const shown = mine();
    shown.press('在此网站隐藏我的摘录和词条');
    expect(shown.does.onHideMine).toHaveBeenCalledWith(true);
    const hidden = mine({ hidesMine: true, highlights: [] });
    hidden.press('在此网站显示我的摘录和词条');
    expect(hidden.does.onHideMine).toHaveBeenCalledWith(false);
  });

  it('leads to what only menus and footers name', () => {
    const asides = openPage().groups.flatMap((group) => group.entries);
    const onNextMention = vi.fn();
    const { press } = mount(
      <PageAsides asides={asides} prefs={PREFS} t={t} onNextMention={onNextMention} />,
    );
    press('浙里办');
    expect(onNextMention).toHaveBeenCalledWith('CN-ZJ/zheliban');
  });

  it('changes how marks are drawn, and keeps the strength they had', () => {
    const onChange = vi.fn();
    const settings = { ...DEFAULT_SETTINGS, strength: 'hover' as const };
    const { press } = mount(<MarkControls settings={settings} t={t} onChange={onChange} />);
    press('每一处');
    expect(onChange).toHaveBeenLastCalledWith({ firstOnly: false, strength: 'quiet' });
  });
});
