declare module 'citeproc' {
  interface Sys {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }
  /** The parts of citeproc-js that are used here (https://citeproc-js.readthedocs.io). */
  class Engine {
    constructor(sys: Sys, style: string, language: string, forced: boolean);
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [unknown, string[]] | false;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
