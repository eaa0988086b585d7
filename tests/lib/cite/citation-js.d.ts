/** The parts of citation-js that tests read files with. */
declare module '@citation-js/core' {
  interface ReadItem {
    type: string;
    title: string;
    URL?: string;
    author?: object[];
    'container-title'?: string;
    issued: { 'date-parts': (string | number)[][] };
  }
  export class Cite {
    constructor(file: string);
    data: ReadItem[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
