import { useLayoutEffect, useRef } from 'preact/hooks';
import { ENTITY_KINDS, type EntityId, type EntityKind } from '@/lib/model/entity';
import type { Script } from '@/lib/model/languages';
import { sampleParts } from './sentence';

interface SampleSentenceProps {
  script: Script;
  /** Kinds that are marked. */
  kinds: Record<EntityKind, boolean>;
  /** The address of an entity's profile: where a mention leads when it is pressed. */
  profileUrl(id: EntityId): string;
  onOver?(id: EntityId, mention: HTMLElement): void;
  onOff?(): void;
  /** The mention got the keyboard's focus. */
  onFocus?(id: EntityId, mention: HTMLElement): void;
}

/**
 * A sentence of news, marked as pages are: the same registry names and rules paint it. Its
 * mentions are links, because a page of ours has no content script to find them.
 */
export function SampleSentence(props: SampleSentenceProps) {
  const { script, kinds } = props;
  const paragraph = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (paragraph.current) paintMarks(paragraph.current, kinds);
  }, [script, kinds]);
  return (
    <p ref={paragraph} class="sample" lang={script}>
      {sampleParts(script).map(({ text, entity, kind }) =>
        entity && kind ? (
          <a
            key={entity}
            class="sample-mention"
            data-mention={kind}
            href={props.profileUrl(entity)}
            onPointerMove={(event) => props.onOver?.(entity, event.currentTarget)}
            onPointerLeave={() => props.onOff?.()}
            onFocus={(event) => {
              if (event.currentTarget.matches(':focus-visible')) {
                props.onFocus?.(entity, event.currentTarget);
              }
            }}
          >
            {text}
          </a>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </p>
  );
}

/** Registers the mentions under the names the mark's style sheet knows. */
function paintMarks(paragraph: HTMLElement, kinds: Record<EntityKind, boolean>): void {
  for (const kind of ENTITY_KINDS) {
    const mentions = kinds[kind] ? paragraph.querySelectorAll(`[data-mention="${kind}"]`) : [];
    const ranges = [...mentions].map((mention) => {
      const range = new Range();
      range.selectNodeContents(mention);
      return range;
    });
    CSS.highlights.set(`govgloss-${kind}`, new Highlight(...ranges));
  }
}
