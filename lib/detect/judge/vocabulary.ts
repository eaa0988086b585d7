import type { VOCABULARY } from './vocabulary-lists';

/** Kinds of words, each a list of words or characters; vocabulary-lists.ts says what each is. */
export type Vocabulary = Readonly<Record<keyof typeof VOCABULARY, readonly string[]>>;

/** As bytes: UTF-16 units, a line a kind, its name first: `kind word word`, or `kind=characters`. */
export function packVocabulary(vocabulary: Vocabulary): Uint8Array<ArrayBuffer> {
  const text = Object.entries(vocabulary)
    .map(([kind, words]) =>
      words.every((word) => word.length === 1)
        ? `${kind}=${words.join('')}`
        : [kind, ...words].join(' '),
    )
    .join('\n');
  return new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
}

/** Reads what packVocabulary() wrote. */
export function readVocabulary(section: Uint8Array): Vocabulary {
  // A copy begins at an even byte, as 16-bit values must; the units are few enough to be arguments.
  const lines = String.fromCharCode(...new Uint16Array(section.slice().buffer)).split('\n');
  const kinds: Record<string, readonly string[]> = {};
  for (const line of lines) {
    const [kind, characters] = line.split('=');
    const [ofWords, ...words] = line.split(' ');
    if (characters !== undefined) kinds[kind!] = [...characters];
    else kinds[ofWords!] = words;
  }
  // packVocabulary() wrote every kind.
  return kinds as Vocabulary;
}
