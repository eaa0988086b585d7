import './polyfill';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { database, whenOpenedLate } from '@/lib/library/database';
import { forgetDerived } from '@/lib/library/derived';
import { keepWhole } from '@/lib/library/keep-whole';
import { tellOpenPages } from '@/lib/messages/client';
import { logError } from '@/lib/messages/error-log';
import { BACKGROUND_INPUTS } from '@/lib/messages/parse';
import { serve } from '@/lib/messages/server';
import { watchSettings } from '@/lib/messages/watch-settings';
import { dressBadge, forgetClosedTabs } from './badge';
import { backgroundCalls } from './calls';
import { relayCommand } from './commands';
import { settleFeed } from './feed';
import { keepFromPages } from './keep-from-pages';
import { listKeptPages } from './kept-pages';
import { placeMenus, runMenu } from './menus';
import { goToSuggestion, suggest } from './omnibox';
import { forgetPrivate } from './private-shelf';
import { mayAsk } from './ranks';
import { BACKUP_ALARM, backUpWhenDue, scheduleBackups } from './scheduled-backup';
import { reconcileSites, startInOpenTabs, startWherePermitted } from './sites';
import { checkFeed, readyDerived, repaintPages, scheduleUpdate, UPDATE_ALARM } from './updates';

/** Runs an event's work; nobody awaits a listener, so a failure goes to the log. */
function run(work: Promise<unknown>, where: string): void {
  work.catch((error: unknown) => logError(error, where));
}

export default defineBackground({
  type: 'module',
  main() {
    keepWhole();
    serve(BACKGROUND_INPUTS, backgroundCalls, logError, { may: mayAsk });
    run(keepFromPages(), 'keeping storage from pages');
    // Pages were answered from the package meanwhile, without anything that is the reader's.
    whenOpenedLate(() => {
      run(repaintPages(), 'telling pages of the dataset');
      run(tellOpenPages('highlightsChanged', null), 'telling pages of the library');
    });
    run(database(), 'opening the library');
    // Whatever woke it: alarms get lost, and a clock that was put right leaves them years away.
    run(scheduleUpdate(), 'scheduling the next check');
    run(scheduleBackups(), 'scheduling backups');
    run(forgetClosedTabs(), 'forgetting closed tabs');

    browser.runtime.onInstalled.addListener(({ reason, previousVersion = null }) => {
      run(settleFeed(previousVersion), 'settling the feed');
      run(forgetDerived().then(readyDerived), 'installing the dataset');
      run(placeMenus(), 'placing the menus');
      run(dressBadge(), 'dressing the badge');
      run(reconcileSites(), 'reconciling sites');
      run(listKeptPages(), 'listing kept pages');
      // Firefox starts those of the package by itself, Chromium none; started twice is started once.
      run(startWherePermitted(), 'starting in open tabs');
      if (reason === 'install') {
        run(browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }), 'first run');
      }
    });
    browser.runtime.onStartup.addListener(() => {
      run(dressBadge(), 'dressing the badge');
      run(reconcileSites(), 'reconciling sites');
    });

    browser.permissions.onAdded.addListener(({ origins }) => {
      run(
        reconcileSites().then(() => startInOpenTabs(origins ?? [])),
        'adding a site',
      );
    });
    browser.permissions.onRemoved.addListener(() => {
      run(reconcileSites(), 'removing a site');
      run(tellOpenPages('accessTaken', null), 'leaving a site');
    });

    browser.commands.onCommand.addListener((name) => run(relayCommand(name), 'a command'));
    browser.contextMenus.onClicked.addListener((info, tab) => run(runMenu(info, tab), 'a menu'));
    browser.omnibox.onInputChanged.addListener((text, show) =>
      run(suggest(text).then(show), 'suggesting'),
    );
    browser.omnibox.onInputEntered.addListener((text) => run(goToSuggestion(text), 'omnibox'));

    // Firefox for Android has no windows.
    browser.windows?.onRemoved.addListener(() => run(forgetPrivate(), 'closing a window'));

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === UPDATE_ALARM) run(checkFeed('by-alarm'), 'checking the feed');
      if (name === BACKUP_ALARM) run(backUpWhenDue(new Date()), 'backing up');
    });

    const onSettings = () => {
      run(tellOpenPages('settingsChanged', null), 'telling pages of settings');
      run(placeMenus(), 'placing the menus');
      run(scheduleBackups(), 'scheduling backups');
      run(scheduleUpdate(), 'scheduling the next check');
    };
    watchSettings(onSettings, new AbortController().signal);
  },
});
