import { describe, expect, it } from 'vitest';
import * as ideas from './kinds/ideas';
import * as leftovers from './kinds/leftovers';
import * as nature from './kinds/nature';
import { marksOn } from './kinds/page';
import * as places from './kinds/places';
import * as platforms from './kinds/platforms';
import { packagedDetector } from './packaged-detector';

const detector = await packagedDetector();

describe.each([
  ['words of reform used all over the country', ideas.REFORM_WORDS],
  ['the hotline 12345, however it is written', ideas.HOTLINE],
  ['names that need evidence themselves', ideas.NO_EVIDENCE],
  ['a place in the division after its name', places.PLACES_IN_IT],
  ['characters on both sides that belong to places', places.NOT_THE_DIVISION],
  ['省 and 市 of the division before a word', places.OWN_TAILS],
  ['省 and 市 of the next word', places.NEXT_WORD],
  ['firms, clubs and arts after the division’s name', leftovers.FIRMS],
  ['what looks like them', leftovers.NO_FIRMS],
  ['quarters and counties that a word runs into', leftovers.QUARTERS],
  ['divisions in a row without a mark', leftovers.IN_A_ROW],
  ['another river after the province', leftovers.RIVER_BEYOND],
  ['省 before an adverb', leftovers.TAILS_AGAIN],
  ['a firm’s own area', leftovers.SALES],
  ['the river', nature.THE_RIVER],
  ['the province of the river’s name', nature.THE_PROVINCE],
  ['streets', nature.STREETS],
  ['what looks like streets', nature.NO_STREETS],
  ['ships', nature.SHIPS],
  ['what looks like ships', nature.NO_SHIPS],
  ['persons', nature.PERSONS],
  ['what looks like persons', nature.NO_PERSONS],
  ['idioms and words that meet', nature.IDIOMS],
  ['history and land abroad', nature.HISTORY],
  ['what looks like history', nature.NO_HISTORY],
  ['platforms in tables and lists', platforms.IN_TABLES],
  ['platforms without quotation marks', platforms.UNQUOTED],
  ['what is no platform', platforms.NOT_PLATFORMS],
  ['platforms in Latin letters', platforms.ENGLISH],
  ['an app, a cloud and a firm of one name', platforms.ONE_NAME],
  ['former names and names that look alike', platforms.FORMER_AND_ALIKE],
  ['words that only point at a division', platforms.POINTING],
  ['several divisions by one name', platforms.GROUPS],
  ['what only borrows the name', platforms.BORROWED],
])('%s', (_, block) => {
  it.each(block.split('\n').filter((line) => line !== ''))('%s', (sentence) => {
    const { found, marks } = marksOn(sentence, detector);
    expect(found).toEqual(marks);
  });
});
