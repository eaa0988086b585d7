import type { Script } from '@/lib/model/languages';

/** The same frequent characters in both scripts; each is written in one of them only. */
const SIMPLIFIED = /[国这为说时会来过们个对发动务产业设计划网报]/g;
const TRADITIONAL = /[國這為說時會來過們個對發動務產業設計劃網報]/g;

/** The script a text is mostly written in; null when it has too little Chinese to tell. */
export function scriptOfText(text: string): Script | null {
  const simplified = text.match(SIMPLIFIED)?.length ?? 0;
  const traditional = text.match(TRADITIONAL)?.length ?? 0;
  if (simplified === traditional) return null;
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}
