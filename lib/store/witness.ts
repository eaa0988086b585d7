/** How many highlights there are, and a digest of which, in which revision, whatever their order. */
export interface Tally {
  count: number;
  /** 64 bits in hexadecimal. */
  digest: string;
}

/** What a library was when it was last seen well. */
export interface Testimony extends Tally {
  library: string;
  sequence: number;
}

/** What the reader is told of a comparison. */
export interface Settlement {
  /** Highlights that one copy had lost, and that were put back from the other. */
  restored: number;
  /** Highlights that both copies had lost, by what was remembered elsewhere. */
  lost: number;
}

/**
 * Remembers a testimony in a store that is neither the database nor the journal. None of these may
 * reject: without a witness what was lost is put back all the same, only less is said.
 */
export interface Witness {
  recall(): Promise<Testimony | null>;
  note(testimony: Testimony): Promise<void>;
  /** Tells the reader what became of the library. */
  report(settlement: Settlement): Promise<void>;
}
