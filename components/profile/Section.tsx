import type { ComponentChildren } from 'preact';

interface SectionProps {
  id: string;
  title: string;
  /** A numeral before the title, as in a printed report; not read out. */
  sign?: string;
  /** A note beside the title: a count, a year. */
  note?: string;
  children: ComponentChildren;
}

/** A titled part of a profile. */
export function Section({ id, title, sign, note, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section-head">
        {sign && (
          <span class="section-sign" aria-hidden="true" lang="zh-Hans">
            {sign}
          </span>
        )}
        {title}
        {note && <span class="section-note">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
