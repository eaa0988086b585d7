/** Why a bar is not met, where that is understood; matched by the line's words. */
export interface MissedReason {
  about: RegExp;
  why: string;
}

export const MISSED: readonly MissedReason[] = [
  {
    about: /^DOM insert \+ remove/,
    why: 'Nothing is left to save: an observer that does nothing costs nearly as much (see the note). The browser makes a record of each change for whoever wants to hear of changes, and who does not hear of them leaves new text unmarked.',
  },
  {
    about: /^(10,000 mutations|a page that changes something)/,
    why: 'Our own script is a small part of it. Chromium takes all highlight ranges off their text and puts them back before each frame in which anything on the page changed, then paints that text again. Only ranges near the window are registered on a page so long; what remains is the text in view, and this page has forty names in a thousand characters, ten times as many as news.',
  },
  {
    about: /start to painted.*|time taken from the page/,
    why: 'The floor only reads. Beside reading and scanning there is what no such page can be marked without: an isolated world with the script compiled in it (about 12 ms), the gazetteer expanded (6 ms), two frames with painting and the layout tree walked for each (18 ms); and judging each candidate (25 ms, see whole detection). All of it runs once, mostly before V8 compiles any of it.',
  },
  {
    about: /^reading and scanning 1 M units/,
    why: 'Scanning alone is as quick as the cold loop; the rest is reading by blocks instead of by text nodes: the start and end of each element, and the style of those within running text.',
  },
  {
    about: /^typical page of 100 kB: script/,
    why: 'Nearly all of it is code that runs for the first time: 12 ms to make the isolated world and to compile and run the script, 6 to expand the gazetteer, the rest in the interpreter.',
  },
  {
    about: /^unpacking the gazetteer/,
    why: 'Tables are built instead of carried, which is cheaper than reading them from a message; it is a turn of its own, so that nothing else waits behind it.',
  },
  {
    about: /^longest task, page of (5|10) M/,
    why: 'Not script: Chromium prepares and paints the whole of so long a page once when the first highlight appears (PrePaint 40 ms, Paint 25 ms). Our own longest task there takes about 40 ms, most of it three hit tests of 12 ms that find what is near the window.',
  },
  {
    about: /^memory of a marked page/,
    why: 'Of it JavaScript’s heap has the smaller part, as the line says; the rest is the browser’s own: a second world with its compiled code, the ranges of marks, pages of heap kept ready. A page of 100 kB, with hardly any text to hold, needs 7 MB for that.',
  },
  {
    about: /^(popup|install|hover|keys)/,
    why: 'On the clock, and so as long as the machine is busy with other work.',
  },
];
