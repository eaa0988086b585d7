import type { Translate } from '@/lib/language/translate';

/** A part of a profile that can be gone to. */
export interface Part {
  /** Id of its heading. */
  id: string;
  title: string;
}

interface ContentsProps {
  parts: Part[];
  t: Translate;
}

/** The parts of a long profile. Buttons, since the atlas keeps its place in the address's hash. */
export function Contents({ parts, t }: ContentsProps) {
  return (
    <nav class="contents" aria-label={t('profile_contents')}>
      {parts.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          class="linklike"
          onClick={(event) =>
            event.currentTarget.closest('.profile')?.querySelector(`#${id}`)?.scrollIntoView()
          }
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
