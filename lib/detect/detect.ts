import type { EntityId } from '@/lib/model/entity';
import type { Mention, Reason } from '@/lib/model/mention';
import type { Gazetteer } from './gazetteer';
import { Judge } from './judge';
import { FormTable } from './judge/forms';
import { RULES } from './judge/rules';
import { link, type Support } from './link';
import { createScanner } from './scan';

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
  /** The division whose pages the host serves, or null. */
  divisionOfHost(host: string): EntityId | null;
}

const HOST = 2;
const TITLE = 1.6;
const SECTION = 2.5;
const NO_SUPPORT: Support = new Map();
/** Headings whose support is remembered: a page goes from one to the next, and some never stop. */
const REMEMBERED = 32;

/** scan → judge → link over one gazetteer; keep it, for it remembers what it has looked up. */
export function createDetector(gazetteer: Gazetteer, rules = RULES): Detector {
  const forms = new FormTable(gazetteer);
  const judge = new Judge(forms, gazetteer.words, gazetteer.vocabulary, rules);
  const scan = createScanner(gazetteer);
  const supports = new Map<string, Support>();

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

  function supportOf(page: PageContext | undefined): Support {
    if (page === undefined) return NO_SUPPORT;
    const key = `${page.host}\n${page.title}\n${page.section ?? ''}`;
    const known = supports.get(key);
    if (known) return known;
    const support = new Map<EntityId, Reason>();
    const offer = (text: EntityId, code: string, weight: number) => {
      if ((support.get(text)?.weight ?? 0) < weight) support.set(text, { code, weight, text });
    };
    const host = divisionOfHost(page.host);
    if (host !== null) offer(host, 'host', HOST);
    for (const id of divisionsIn(page.title)) offer(id, 'title', TITLE);
    for (const id of divisionsIn(page.section ?? '')) offer(id, 'section', SECTION);
    if (supports.size === REMEMBERED) supports.clear();
    supports.set(key, support);
    return support;
  }

  return {
    divisionOfHost,
    detect(text, page) {
      return analyse(text, supportOf(page)).mentions;
    },
    explain(text, page) {
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
