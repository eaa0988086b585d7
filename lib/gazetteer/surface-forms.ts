import { SENSE } from '@/lib/detect/senses';
import type { Dataset } from '@/lib/model/dataset';
import type { Entity, Platform, Policy } from '@/lib/model/entity';
import { foldText } from '@/lib/text/fold';

/** One name of one entity, as the dataset writes it. */
export interface SurfaceForm {
  text: string;
  /** Index into dataset.entities. */
  entity: number;
  /** Bits of SENSE. */
  flags: number;
}

const NEEDS = { context: SENSE.needsContext, quotes: SENSE.needsQuotes, link: 0 } as const;

/** What ends an issuer's name before 关于: 国务院办公厅|关于…, 省人民政府|关于… */
const ISSUED_TITLE = /^[^《》]{2,40}?(?:政府|办公厅|国务院|委员会|[局厅委部院]|中央)(关于.+)$/;

/** 关于印发《X》的通知, 关于印发X的通知: readers and writers call the document X. */
const PROMULGATED_TITLE = /关于(?:印发|发布|公布|转发)(?:《(.+)》|(.+))的(?:通知|公告|决定)$/;

/** （2018—2020年）, （试行）, [征求意见稿] at the end of a title. */
const TITLE_TAIL = /[（([〔【][^（）()[\]〔〕【】]{1,20}[）)\]〕】]$/;

/** Shorter titles are words of the language too (《网络安全法》) unless title marks stand around. */
const SELF_EVIDENT_TITLE = 12;

/** 国发〔2022〕14号: issuer, year, number. */
const DOC_NUMBER = /^(\D+)〔(\d{4})〕(\d+号)$/;

/**
 * The ways to write a document number. All brackets are one to the scan but those that are quotation
 * marks (「2022」, 《2022》), which it leaves out.
 */
function* numberForms(docNumber: string): Generator<string> {
  yield docNumber;
  const [, issuer, year, number] = DOC_NUMBER.exec(docNumber) ?? [];
  if (issuer === undefined) return;
  yield `${issuer}「${year}」${number}`;
  yield `${issuer}〔${year}〕第${number}`;
}

/** The ways to cite a policy by its title, with the flags each needs. */
function* policyForms(policy: Policy): Generator<{ text: string; flags: number }> {
  if (policy.docNumber)
    for (const text of numberForms(policy.docNumber)) yield { text, flags: SENSE.docNumber };
  const full = policy.names.zhHans;
  yield { text: full, flags: 0 };
  yield { text: policy.names.zhHant, flags: 0 };
  const shortened = new Set<string>();
  const shorten = (title: string | undefined) => {
    if (!title || title.length < 4) return;
    shortened.add(title);
    shortened.add(title.replace(TITLE_TAIL, ''));
  };
  shorten(full);
  shorten(ISSUED_TITLE.exec(full)?.[1]);
  const issuer = policy.issuer?.zh;
  // Elsewhere the issuer's name is part of the title: 宁夏回族自治区“数字政府”建设工作方案.
  if (issuer && full.startsWith(`${issuer}关于`)) shorten(full.slice(issuer.length));
  const promulgated = PROMULGATED_TITLE.exec(full);
  shorten(promulgated?.[1] ?? promulgated?.[2]);
  shortened.delete(full);
  for (const text of shortened) {
    // Many documents share a title that starts with 关于 once the issuer is gone.
    const vague = text.startsWith('关于') || text.length < SELF_EVIDENT_TITLE;
    yield { text, flags: vague ? SENSE.needsTitleMarks : 0 };
  }
}

/** Tone marks and what parts syllables; ü is written v or u where it has to be spelt. */
const NOT_A_LETTER = /[^a-z]/g;

/** Shorter in Latin letters, or longer in Chinese, it is no name that anybody would know again. */
const SHORTEST_SPELLING = 7;
const LONGEST_SPELT = 6;

const lettersOf = (text: string) => text.normalize('NFD').toLowerCase().replace(NOT_A_LETTER, '');

/**
 * A platform's names in Latin letters: as it is spelt (Suishenma), and the dataset's English name where
 * that is its pinyin (Zheliban, Beijing Tong; it may go on: “Jishiban (Jilin)”) or begins with it
 * (Suishen Code). Names that are translated are none.
 */
function latinNames({ names, types }: Platform): string[] {
  const spelt = lettersOf(names.pinyin);
  const [head = ''] = names.en.split(/[,(（，]/);
  const name = head.trim();
  const [first = ''] = name.split(' ');
  const isSpelt = /^[A-Z][\w’' -]+$/.test(name) && first.length > 2 && name !== first;
  const own = lettersOf(name) === spelt || (isSpelt && spelt.startsWith(lettersOf(first)));
  const isShort = /^[\u4e00-\u9fff]+$/.test(names.zhHans) && names.zhHans.length <= LONGEST_SPELT;
  // Nobody spells a bureau.
  const isSpelled = isShort && !types.includes('organisation');
  return [
    ...(own && /^[A-Z]/.test(name) && name.length >= SHORTEST_SPELLING - 1 ? [name] : []),
    ...(isSpelled && spelt.length >= SHORTEST_SPELLING ? [spelt] : []),
  ];
}

function* writtenForms(entity: Entity): Generator<{ text: string; flags: number }> {
  if (entity.kind === 'policy') yield* policyForms(entity);
  else {
    yield { text: entity.names.zhHans, flags: 0 };
    yield { text: entity.names.zhHant, flags: 0 };
  }
  if (entity.kind === 'division') {
    yield { text: entity.shortNames.zhHans, flags: SENSE.shortName };
    yield { text: entity.shortNames.zhHant, flags: SENSE.shortName };
  }
  for (const text of entity.aliases) yield { text, flags: 0 };
  if (entity.kind === 'platform') for (const text of latinNames(entity)) yield { text, flags: 0 };
  for (const { name } of entity.formerNames) yield { text: name, flags: SENSE.former };
}

/**
 * All names under which the dataset's entities are looked for, in its order, duplicates included.
 * The nation has none: 中国 and 国家 stand in every paragraph, and marking them would say nothing.
 */
export function* surfaceForms({ entities }: Dataset): Generator<SurfaceForm> {
  for (const [index, entity] of entities.entries()) {
    if (entity.kind === 'division' && entity.type === 'nation') continue;
    const listed = entity.surfaceRules ?? [];
    if (listed.length === 0) {
      for (const { text, flags } of writtenForms(entity)) yield { text, entity: index, flags };
      continue;
    }
    const rules = new Map(listed.map(({ form, needs }) => [foldText(form), needs]));
    const named = new Set<string>();
    for (const { text, flags } of writtenForms(entity)) {
      const key = foldText(text);
      named.add(key);
      const needs = rules.get(key);
      if (needs !== 'never')
        yield { text, entity: index, flags: needs ? flags | NEEDS[needs] : flags };
    }
    // A rule may name a form that is listed nowhere else; it is a name under that condition. One
    // that never is the name (上海合作组织) keeps the name inside it from being found.
    for (const { form, needs } of listed)
      if (!named.has(foldText(form))) {
        const flags = needs === 'never' ? SENSE.bearsName : NEEDS[needs];
        yield { text: form, entity: index, flags };
      }
  }
}
