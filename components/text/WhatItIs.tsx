import type { VNode } from 'preact';
import type { ViewPrefs } from '@/lib/language/prefs';
import { snake, type Translate } from '@/lib/language/translate';
import type { Entity } from '@/lib/model/entity';
import { formatDate } from './dates';
import { MARKS } from './writing';

interface WhatItIsProps {
  entity: Entity;
  prefs: ViewPrefs;
  t: Translate;
}

/** A line beside a name: a platform's types, a policy's number and date, a division's type. */
export function WhatItIs({ entity, prefs, t }: WhatItIsProps): VNode | null {
  switch (entity.kind) {
    case 'division':
      return <span>{t(`type_${snake(entity.type)}`)}</span>;
    case 'platform': {
      const types = entity.types.map((type) => t(`type_${snake(type)}`));
      return <span>{types.join(MARKS[prefs.language].list)}</span>;
    }
    case 'policy':
      return (
        <>
          {entity.docNumber && <span lang={prefs.script}>{entity.docNumber}</span>}
          {entity.date && (
            <time dateTime={entity.date}>{formatDate(entity.date, prefs.language)}</time>
          )}
        </>
      );
    case 'concept':
      return null;
  }
}
