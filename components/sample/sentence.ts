import type { EntityId, EntityKind } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';

/** A stretch of the sample sentence; `entity` where it is a mention. */
export interface SamplePart {
  text: string;
  entity?: EntityId;
  kind?: EntityKind;
}

/** One sentence with a mention of each kind, in both scripts, as a page would write it. */
const SENTENCE: Record<Script, SamplePart[]> = {
  'zh-Hans': [
    { text: '浙江省', entity: 'CN-ZJ', kind: 'division' },
    { text: '在2016年底提出“' },
    { text: '最多跑一次', entity: 'CN/zuiduo-pao-yici', kind: 'concept' },
    { text: '”，如今办事用“' },
    { text: '浙里办', entity: 'CN-ZJ/zheliban', kind: 'platform' },
    { text: '”。2022年6月，' },
    {
      text: '《国务院关于加强数字政府建设的指导意见》',
      entity: 'CN/policy-guofa-2022-14',
      kind: 'policy',
    },
    { text: '印发。' },
  ],
  'zh-Hant': [
    { text: '浙江省', entity: 'CN-ZJ', kind: 'division' },
    { text: '在2016年底提出「' },
    { text: '最多跑一次', entity: 'CN/zuiduo-pao-yici', kind: 'concept' },
    { text: '」，如今辦事用「' },
    { text: '浙里辦', entity: 'CN-ZJ/zheliban', kind: 'platform' },
    { text: '」。2022年6月，' },
    {
      text: '《國務院關於加強數字政府建設的指導意見》',
      entity: 'CN/policy-guofa-2022-14',
      kind: 'policy',
    },
    { text: '印發。' },
  ],
};

/** The sample sentence in a script. */
export function sampleParts(script: Script): readonly SamplePart[] {
  return SENTENCE[script];
}

/** The entities the sample names, in the order of its text. */
export const SAMPLE_ENTITIES: readonly EntityId[] = SENTENCE['zh-Hans'].flatMap(
  ({ entity }) => entity ?? [],
);

/** The one whose card is shown where only one is. */
export const SAMPLE_PLATFORM: EntityId = 'CN-ZJ/zheliban';
