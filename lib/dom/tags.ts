/**
 * What an element does to the text around it, as far as its tag can tell.
 * - `skip`: its text is never shown as text; the text around it runs on (`<wbr>` is an empty one)
 * - `atom`: shown as a thing of its own, its content is not ours to read; a name stops at it
 * - `verbatim`: code and formulas: a name stops at it as at an atom, but its text is kept with a passage
 * - `block`: its edges end a stretch of text
 * - `inline`: runs on, unless its style says otherwise (block-reader.ts asks)
 */
export type TagRole = 'skip' | 'atom' | 'verbatim' | 'block' | 'inline';

const SKIP =
  'script style noscript template head title meta link base rt rp rtc datalist param source track area wbr desc defs metadata';

const ATOM =
  'br hr input textarea select option optgroup img picture video audio canvas iframe frame object embed progress meter';

const VERBATIM = 'math code kbd samp var';

const BLOCK =
  'address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer foreignobject form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main marquee menu nav noframes ol p plaintext pre search section slot summary svg table tbody td text tfoot th thead tr ul xmp';

const ROLES = new Map<string, TagRole>([
  ...SKIP.split(' ').map((tag) => [tag, 'skip'] as const),
  ...ATOM.split(' ').map((tag) => [tag, 'atom'] as const),
  ...VERBATIM.split(' ').map((tag) => [tag, 'verbatim'] as const),
  ...BLOCK.split(' ').map((tag) => [tag, 'block'] as const),
]);

/** The role of a tag by its local name; names it has never heard of are inline, as in HTML. */
export function tagRole(localName: string): TagRole {
  return ROLES.get(localName) ?? 'inline';
}
