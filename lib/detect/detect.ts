import type { EntityId } from '@/lib/model/entity';
import type { Mention, Reason } from '@/lib/model/mention';
import type { Gazetteer } from './gazetteer';
import { Judge } from './judge';
import { FormTable } from './judge/forms';
import { RULES } from './judge/rules';
import { link, type Support } from './link';
import { quietMentions } from './quiet';
import { createScanner } from './scan';
import type { Speakers } from './settle-pointing';

/** What is known of the page a text stands on; empty strings where nothing is. */
export interface PageContext {
  /** `www.zj.gov.cn` */
  host: string;
  title: string;
  /** The heading under which the text stands. */
  section?: string;
}

/** A candidate with what became of it, for `annotate --explain`. */
export interface Explained {
  start: number;
  end: number;
  /** The form as the dataset writes it. */
  form: string;
  /** Every entity the form may name. */
  senses: EntityId[];
  /** The mention it became, or null when it was refused. */
  mention: Mention | null;
  reasons: Reason[];
}

export interface Detector {
  /** Mentions in one block of text, in order, never overlapping. */
  detect(text: string, page?: PageContext): Mention[];
  /** Every candidate of the text, accepted and refused, with the reasons. */
  explain(text: string, page?: PageContext): Explained[];
  /** What the text only points at (我省) or numbers, beside the mentions detect() found in it. */
  quiet(text: string, mentions: readonly Mention[], page?: PageContext): Mention[];
  /** The division whose pages the host serves, or null. */
  divisionOfHost(host: string): EntityId | null;
}

const HOST = 2;
const TITLE = 1.6;
const SECTION = 2.5;
const NO_SUPPORT: Support = new Map();
const NO_PAGE: PageContext = { host: '', title: '' };
/** Headings of which is remembered what they say: a page goes from one to the next, and some never stop. */
const REMEMBERED = 32;

/** The function, which is asked once for each page and heading and then remembered. */
function rememberByPage<T>(look: (page: PageContext) => T): (page: PageContext) => T {
  const known = new Map<string, T>();
  let last: { page: PageContext; value: T } | null = null;
  return (page) => {
    // Most texts stand under the heading of the one before.
    const { host, title, section = '' } = page;
    const isSame =
      last?.page.host === host &&
      last.page.title === title &&
      (last.page.section ?? '') === section;
    if (last !== null && isSame) return last.value;
    const key = `${host}\n${title}\n${section}`;
    let value = known.get(key);
    if (value === undefined) {
      if (known.size === REMEMBERED) known.clear();
      value = look(page);
      known.set(key, value);
    }
    last = { page: { host, title, section }, value };
    return value;
  };
}

/** scan → judge → link over one gazetteer; keep it, for it remembers what it has looked up. */
export function createDetector(gazetteer: Gazetteer, rules = RULES): Detector {
  const forms = new FormTable(gazetteer);
  const judge = new Judge(forms, gazetteer.words, gazetteer.vocabulary, rules);
  const scan = createScanner(gazetteer);

  function divisionOfHost(host: string): EntityId | null {
    for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
      const division = gazetteer.hosts.get(rest);
      if (division !== undefined) return division;
      if (!rest.includes('.')) return null;
    }
  }

  /** Judges and links; a name that lacks the support it needs gives way to those inside it. */
  function analyse(text: string, page: Support, all = false) {
    const judgements = judge.judge(text, scan(text), all);
    for (;;) {
      const open = judge.settle(judgements);
      const mentions = link(text, open, page);
      if (mentions.every((mention) => mention !== null)) return { judgements, open, mentions };
      for (const [index, mention] of mentions.entries())
        if (mention === null) open[index]!.fate = 'no-context';
    }
  }

  /** Divisions that a heading or title names, all with the same weight. */
  function divisionsIn(text: string): Set<EntityId> {
    const divisions = new Set<EntityId>();
    for (const { entity, kind } of analyse(text, NO_SUPPORT).mentions)
      if (kind === 'division') divisions.add(entity);
    return divisions;
  }

  /** Whose words the texts of a page are. */
  const speakersOf = rememberByPage(({ host, title, section = '' }): Speakers => {
    const division = divisionOfHost(host);
    return {
      host: division,
      isOtherGovernment: division === null && host.endsWith('.gov.cn'),
      section: [...divisionsIn(section)],
      title: [...divisionsIn(title)],
      titleText: title,
    };
  });

  const supportOf = rememberByPage((page): Support => {
    const support = new Map<EntityId, Reason>();
    const offer = (text: EntityId, code: string, weight: number) => {
      if ((support.get(text)?.weight ?? 0) < weight) support.set(text, { code, weight, text });
    };
    const host = divisionOfHost(page.host);
    if (host !== null) offer(host, 'host', HOST);
    for (const id of divisionsIn(page.title)) offer(id, 'title', TITLE);
    for (const id of divisionsIn(page.section ?? '')) offer(id, 'section', SECTION);
    return support;
  });

  return {
    divisionOfHost,
    detect(text, page = NO_PAGE) {
      return analyse(text, supportOf(page)).mentions;
    },
    quiet(text, mentions, page = NO_PAGE) {
      return quietMentions(text, mentions, speakersOf(page), gazetteer);
    },
    explain(text, page = NO_PAGE) {
      const { judgements, open, mentions } = analyse(text, supportOf(page), true);
      const mentionOf = new Map(open.map((judgement, index) => [judgement, mentions[index]!]));
      return judgements.map((judgement) => {
        const { start, end, form, senses, reasons, fate } = judgement;
        const mention = mentionOf.get(judgement) ?? null;
        return {
          start,
          end,
          form: gazetteer.forms[form]!,
          senses: senses.map(({ entity }) => entity.id),
          mention,
          reasons: mention?.reasons ?? (fate ? [...reasons, { code: fate, weight: 0 }] : reasons),
        };
      });
    },
  };
}
