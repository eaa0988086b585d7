/** The kinds of words that the judge asks for; vocabulary-lists.ts says what each is. */
export const VOCABULARY_KINDS = [
  'roadHeads',
  'roadParts',
  'weakRoadParts',
  'roadWords',
  'afterWay',
  'levels',
  'placeHeads',
  'rarePlaceHeads',
  'villageParts',
  'villageHeads',
  'peoples',
  'localHeads',
  'smallerPlaces',
  'autonomousHeads',
  'salesWords',
  'wordsBefore',
  'placePrepositions',
  'listMarks',
  'listCloses',
  'countyCloses',
  'afterLake',
  'lakeOrDivision',
  'sidesOfLake',
  'riverParts',
  'riverEvents',
  'beforeRiver',
  'riverDivisions',
  'shipHeads',
  'buildingHeads',
  'groupingHeads',
  'surnames',
  'commonSurnames',
  'personTitles',
  'beforePerson',
  'afterPerson',
  'ownWordsOfTails',
  'platformTails',
  'platformHeads',
  'platformVerbs',
  'accessVerbs',
  'ideaHeads',
] as const;

type VocabularyKind = (typeof VOCABULARY_KINDS)[number];

/** The words of each kind, or characters. */
export type Vocabulary = Readonly<Record<VocabularyKind, readonly string[]>>;

/** As it travels: the words of each kind parted by spaces. */
export function packVocabulary(vocabulary: Vocabulary): Record<string, string> {
  return Object.fromEntries(VOCABULARY_KINDS.map((kind) => [kind, vocabulary[kind].join(' ')]));
}

type Lists = Partial<Record<VocabularyKind, readonly string[]>>;

function isWhole(lists: Lists): lists is Vocabulary {
  return VOCABULARY_KINDS.every((kind) => lists[kind] && !lists[kind].includes(''));
}

/** Reads what packVocabulary() wrote; null where a kind has no words. */
export function readVocabulary(packed: Readonly<Record<string, string>>): Vocabulary | null {
  const lists: Lists = {};
  for (const kind of VOCABULARY_KINDS) lists[kind] = packed[kind]?.split(' ') ?? [''];
  return isWhole(lists) ? lists : null;
}
