import { describe, expect, it } from 'vitest';
import { found, marked, packagedDetector } from './packaged-detector';
import * as bearers from './sentences-bearers';
import * as divisions from './sentences-divisions';
import * as land from './sentences-land';
import * as local from './sentences-local';
import * as named from './sentences-named';
import * as news from './sentences-news';
import * as platforms from './sentences-platforms';
import * as services from './sentences-services';
import * as straddles from './sentences-straddles';

const detector = await packagedDetector();

function lines(block: string): string[] {
  return block.split('\n').filter((line) => line !== '');
}

describe.each([
  ['a division that is named', divisions.NAMED],
  ['words that only share characters with a name', divisions.STRADDLES],
  ['a name beside such words', divisions.MIXED],
  ['roads, places, waters, ships, persons and bodies with a name of their own', divisions.BEARERS],
  ['what looks like those and is the division', divisions.NO_BEARERS],
  ['省 and 市 before the next word', divisions.TAILS],
  ['a platform that is named', platforms.PLATFORMS],
  ['the characters of a platform’s name in other words', platforms.LOOKALIKES],
  ['an idea that lends its name to platforms', platforms.IDEAS],
  ['such a platform where the text shows whose', platforms.SHOWN],
  ['words of the news', news.NEWS_STRADDLES],
  ['a name beside words of the news', news.NEWS_NAMED],
  ['roads, places, waters, ships and persons of the news', news.NEWS_BEARERS],
  ['what looks like those in the news', news.NEWS_NO_BEARERS],
  ['platforms of the news', news.NEWS_PLATFORMS],
  ['sides of mountains and waters', straddles.LAND_STRADDLES],
  ['lines, stations and journeys', straddles.ROUTE_STRADDLES],
  ['words that meet', straddles.WORD_STRADDLES],
  ['streets', bearers.STREETS],
  ['other places, rivers and lakes', bearers.PLACES_AND_WATERS],
  ['ships and groups of states', bearers.SHIPS_AND_BODIES],
  ['persons', bearers.PERSONS],
  ['省, 市, 区 and what they belong to', bearers.LAST_CHARACTERS],
  ['platforms and words with their characters', bearers.PLATFORM_USE],
  ['texts in traditional script', bearers.TRADITIONAL],
  ['a name beside the beginning of its own', named.BESIDE_WORDS],
  ['bodies, people and things of a division', named.IN_THE_NEWS],
  ['land, sea and words that meet a name', land.MEETING_WORDS],
  ['a name before directions and words of its own', land.BESIDE_DIRECTIONS],
  ['what is local and bears a name', local.LOCAL_NAMES],
  ['platforms, ideas and words with their characters', services.SERVICES],
])('%s', (_, block) => {
  it.each(lines(block))('%s', (sentence) => {
    const { text, marks } = marked(sentence);
    expect(found(text, detector.detect(text), marks)).toEqual(marks);
  });
});
