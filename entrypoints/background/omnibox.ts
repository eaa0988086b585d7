import { asked } from '@/lib/library/library';
import { preparedLibrary } from '@/lib/library/prepare';
import { openSearch as searchOf } from '@/lib/library/search';
import type { SearchHit } from '@/lib/model/views';
import { openProfileTab, openSearch } from './profile';

const SUGGESTIONS = 6;

async function hits(text: string): Promise<SearchHit[]> {
  const library = await preparedLibrary();
  if (!library.ok) return [];
  return asked(library.value, async () => (await searchOf(library.value))(text));
}

/** The entity a text most likely means, or null. */
export async function bestHit(text: string): Promise<SearchHit | null> {
  return (await hits(text))[0] ?? null;
}

/** Chromium reads a suggestion's description as XML; Firefox as plain text. */
function describe({ brief }: SearchHit): string {
  const text = `${brief.names.zhHans} · ${brief.names.en} · ${brief.division.names.en}`;
  if (import.meta.env.BROWSER === 'firefox') return text;
  return text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What the address bar lists under the keyword; choosing one types its Chinese name. */
export async function suggest(text: string): Promise<{ content: string; description: string }[]> {
  if (text.trim() === '') return [];
  return (await hits(text)).slice(0, SUGGESTIONS).map((hit) => ({
    content: hit.brief.names.zhHans,
    description: describe(hit),
  }));
}

/** Opens the profile of what was typed or chosen; the search where nothing is meant by it. */
export async function goToSuggestion(text: string): Promise<void> {
  const hit = await bestHit(text);
  await (hit ? openProfileTab(hit.brief.id) : openSearch(text));
}
