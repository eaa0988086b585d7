/** What became of the last copying: said for a while where it was asked for. */
export interface Copying {
  text: string;
  /** False when the browser refused. */
  done: boolean;
}
