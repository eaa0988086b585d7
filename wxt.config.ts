import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { licences } from './scripts/licences';

/** Hosts the product reads without asking. */
const DEFAULT_HOSTS = ['*://*.gov.cn/*'];

/**
 * What our own pages and the background may load: their own files, nothing from elsewhere. The one
 * thing that is ever fetched is a feed the reader has named, under any https address.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A file of ours, to take the place of a module. */
const own = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Suggested keys. In Windows Alt+Shift and Ctrl+Shift change the input method, and Ctrl with a letter is
 * nearly always the browser's; Alt with one of these letters opens no menu of a browser, its Chinese ones
 * included. On a Mac Option types characters, and Control with Shift is free.
 */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+${letter}`, mac: `MacCtrl+Shift+${letter}` },
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: process.env.GOVGLOSS_BUILD ?? '.output',
  vite: ({ browser, command }) => ({
    plugins: [preact()],
    build: {
      target: 'es2024',
      modulePreload: {
        // Browsers of our age preload modules by themselves.
        polyfill: false,
        // A page's first scripts load side by side; what a view brings along later is there by then.
        resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
      },
    },
    resolve: {
      alias: {
        // Dexie's build for browsers of our age: 2 kB less in every page of ours.
        dexie: 'dexie/dist/modern/dexie.mjs',
        // In tests a fake takes its place.
        ...(command === 'build' && {
          'wxt/browser': own('lib/messages/browser.ts'),
          'wxt/utils/content-script-context': own('entrypoints/annotator.content/context.ts'),
        }),
        // Firefox has had what the polyfill gives all along.
        ...(browser === 'firefox' && {
          'webextension-polyfill': 'data:text/javascript,export default undefined',
        }),
      },
    },
  }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      // Beside the annotator, not bundled with it: it comes before the page, and is nothing but ears.
      manifest.content_scripts?.push({
        matches: DEFAULT_HOSTS,
        all_frames: true,
        match_about_blank: true,
        run_at: 'document_start',
        js: ['first-listener.js'],
      });
    },
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'licences.txt', contents: licences() });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'scripting',
      'alarms',
      'activeTab',
    ],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // The frame in which a note is written; web pages can put no other page of ours into a frame.
    web_accessible_resources: [
      {
        resources: ['note.html'],
        matches: ['*://*/*'],
        // Another address at each start of the browser: no page can look whether we are there.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    optional_permissions: ['downloads'],
    host_permissions: DEFAULT_HOSTS,
    optional_host_permissions: ['*://*/*'],
    omnibox: { keyword: 'gg' },
    commands: {
      _execute_action: keys('G'),
      'next-mention': {
        ...keys('J'),
        description: '__MSG_command_next_mention__',
      },
      'previous-mention': {
        ...keys('K'),
        description: '__MSG_command_previous_mention__',
      },
      'highlight-selection': {
        ...keys('L'),
        description: '__MSG_command_highlight_selection__',
      },
      // Browsers suggest four keys at most. The card of the current mention opens on Enter.
      'open-card': { description: '__MSG_command_open_card__' },
      'toggle-site': { description: '__MSG_command_toggle_site__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'govgloss@govgloss.org',
              // decorations of ::highlight() (text-decoration), by which marks are seen, came with 149
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // caretPositionFromPoint, on which hit testing stands, came with 128
          minimum_chrome_version: '128',
        }),
  }),
});
