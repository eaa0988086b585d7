/** Why an entry cannot become a highlight: nothing else refuses one. */
export type Refusal =
  | 'no-address'
  | 'no-text'
  | 'too-long'
  | 'whole-page'
  | 'reply'
  | 'bookmark'
  | 'unattached-note'
  | 'same-id'
  | 'not-one';

/** What of an entry could not be taken over, while the rest of it was. */
export type LeftOut =
  | 'title'
  | 'note'
  | 'tags'
  | 'date'
  | 'context'
  | 'targets'
  | 'bodies'
  | 'publisher';
