/**
 * `npm run screenshots`: pictures of the built extension for the documents, in docs/screenshots/; those
 * of whole pages, before and after, in docs/screenshots/pages.
 * `-- --all FOLDER` takes every view in both browsers, light and dark, in the three languages of the
 * interface, narrow and wide, for a designer's eye.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ChromiumBrowser } from '@/tests/browser/driver/chromium';
import { FirefoxBrowser } from '@/tests/browser/driver/firefox';
import type { LaunchOptions } from '@/tests/browser/driver/test-browser';
import { takeBeforeAndAfter } from './screenshots/before-after';
import {
  keepSome,
  PAGE_SHOTS,
  type Shot,
  takeOnPage,
  takeView,
  VIEW_SHOTS,
} from './screenshots/shots';

const DOCS = resolve(import.meta.dirname, '../docs/screenshots');
const BROWSERS = { chromium: ChromiumBrowser, firefox: FirefoxBrowser };

type Name = keyof typeof BROWSERS;
type Language = NonNullable<LaunchOptions['language']>;

interface Session {
  browser: Name;
  language: Language;
  scheme: 'light' | 'dark';
  shots: Shot[];
  /** Pages of ours are shown to their ends. */
  whole: boolean;
  /** Where the picture of a shot goes. */
  fileOf(shot: Shot): string;
}

async function take({ browser: name, language, scheme, whole, ...rest }: Session): Promise<void> {
  const browser = await BROWSERS[name].launch({ language });
  try {
    await browser.setMedia({ colourScheme: scheme });
    await keepSome(browser);
    for (const shot of rest.shots) {
      const path = rest.fileOf(shot);
      await ('path' in shot
        ? takeView(browser, shot, path, whole)
        : takeOnPage(browser, shot, path, scheme));
      console.log(path);
    }
  } finally {
    await browser.close();
  }
}

/** What the documents show: one of each, the looks and languages mixed. */
const FOR_DOCS: [Name, Language, 'light' | 'dark', string[]][] = [
  [
    'chromium',
    'zh-CN',
    'light',
    ['card', 'toolbar', 'popup', 'division', 'library', 'options-800'],
  ],
  ['chromium', 'zh-CN', 'light', ['roadmap', 'charts', 'browse', 'compare']],
  ['firefox', 'en-US', 'dark', ['map', 'rankings']],
  ['chromium', 'en-US', 'light', ['platform', 'panel']],
  ['chromium', 'zh-TW', 'dark', ['welcome-800']],
  ['firefox', 'zh-CN', 'dark', ['card']],
];

const ALL: Shot[] = [...PAGE_SHOTS, ...VIEW_SHOTS];

function sessionsForDocs(): Session[] {
  return FOR_DOCS.map(([browser, language, scheme, names]) => ({
    browser,
    language,
    scheme,
    whole: false,
    shots: ALL.filter(({ name }) => names.includes(name)),
    fileOf: ({ name }) => join(DOCS, `${name}-${browser}-${scheme}.png`),
  }));
}

function sessionsForReview(folder: string): Session[] {
  const languages = ['zh-CN', 'zh-TW', 'en-US'] as const;
  return (['chromium', 'firefox'] as const).flatMap((browser) =>
    languages.flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => ({
        browser,
        language,
        scheme,
        whole: true,
        shots: ALL,
        fileOf: ({ name }: Shot) => join(folder, `${name}-${browser}-${language}-${scheme}.png`),
      })),
    ),
  );
}

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const sessions = values.all ? sessionsForReview(resolve(values.all)) : sessionsForDocs();
for (const session of sessions) await take(session);
if (!values.all) await takeBeforeAndAfter(join(DOCS, 'pages'));
