/** The kinds of words that the judge asks for; vocabulary-lists.ts says what each is. */
export const VOCABULARY_KINDS = [
  'roadHeads',
  'roadParts',
  'weakRoadParts',
  'roadWords',
  'nearStation',
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
  'placeVerbs',
  'firmHeads',
  'abbreviations',
  'foreignSounds',
  'placePrepositions',
  'listMarks',
  'listCloses',
  'countyCloses',
  'afterLake',
  'lakeOrDivision',
  'sidesOfLake',
  'riverParts',
  'riverSides',
  'riverEvents',
  'beforeOwnRiver',
  'placeEnds',
  'beforeRiver',
  'riverDivisions',
  'shipHeads',
  'shipGroups',
  'buildingHeads',
  'borrowers',
  'clockWords',
  'timeTails',
  'stays',
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
  'useVerbs',
  'serviceVerbs',
  'platformDeeds',
  'accessVerbs',
  'ideaHeads',
  'firmTails',
  'runBy',
  'appTails',
  'appVerbs',
  'cloudTails',
  'cloudVerbs',
] as const;

type VocabularyKind = (typeof VOCABULARY_KINDS)[number];

/** The words of each kind, or characters, as a Window has them: folded. */
export type Vocabulary = Readonly<Record<VocabularyKind, readonly string[]>>;

type Lists = Partial<Record<VocabularyKind, readonly string[]>>;

function isWhole(lists: Lists): lists is Vocabulary {
  return VOCABULARY_KINDS.every((kind) => lists[kind] && !lists[kind].includes(''));
}

/** Reads the lists as they travel, the words of each parted by spaces; null where a kind has none. */
export function readVocabulary(packed: Readonly<Record<string, string>>): Vocabulary | null {
  const lists: Lists = {};
  for (const kind of VOCABULARY_KINDS) lists[kind] = packed[kind]?.split(' ') ?? [''];
  return isWhole(lists) ? lists : null;
}
