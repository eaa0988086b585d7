import type { Translate, ViewPrefs } from '@/lib/language/prefs';
import type { Entity } from '@/lib/model/entity';
import { formatDate } from './dates';

interface WhatItIsProps {
  entity: Entity;
  prefs: ViewPrefs;
  t: Translate;
}

/** A line beside a name: a platform's types, a policy's number and date, a division's type. */
export function WhatItIs({ entity, prefs, t }: WhatItIsProps) {
  switch (entity.kind) {
    case 'division':
      return <span>{t(`type_${entity.type.replace('-', '_')}`)}</span>;
    case 'platform': {
      const types = entity.types.map((type) => t(`type_${type.replace('-', '_')}`));
      return <span>{types.join(prefs.language === 'en' ? ', ' : '、')}</span>;
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
