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
    about: /^scan, (today|100,000)/,
    why: 'The bar was set where the bare loop takes 1.7 to 2.1 ns a unit and the prototype 2.9 to 4.3. Processors that run the bare loop twice as fast gain less on look-ups in tables: the scan takes less time than the prototype did there, and more of the loop’s. Finding pairs of an anchor and its neighbour is two thirds of it, following those the rest.',
  },
  {
    about: /^whole detection/,
    why: 'About a microsecond a mention: the window around each candidate, what dictionary words say across its edges, and the mention itself. It varies around the bar with the processor.',
  },
  {
    about: /start to painted.*, main thread/,
    why: 'The floor only reads. Beside it there is what no such page can be marked without: an isolated world with the script compiled and run in it, the gazetteer expanded, a hit test, the frames in which the marks are painted, the browser’s collection of what reading left. A profile of the page (functions by their own time, looked at function by function) is flat after that: reading nodes a fifth, finding pairs and following them a fifth, judging a sixth, no other function above 2 %. All of it runs once, mostly before V8 compiles any of it.',
  },
  {
    about: /time taken from the page/,
    why: 'On the clock, not the processor’s time. Firefox shows a content script each node through a wrapper: reading nodes is half of it, where scripts of the page itself, as the peers are, have them bare.',
  },
  {
    about: /^pointer move over marked text/,
    why: 'A few microseconds once a frame: the caret nearest to the point, our index, and the boxes of the one mark that may lie there.',
  },
  {
    about: /^reading and scanning 1 M units/,
    why: 'Scanning alone is as quick as the cold loop; the rest is reading by blocks instead of by text nodes: the start and end of each element, and the style of those within running text.',
  },
  {
    about: /^typical page of 100 kB: script/,
    why: 'Nearly all of it is code that runs for the first time: half of it to make the isolated world and to compile and run the script, a sixth to expand the gazetteer, the rest in the interpreter.',
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
    about: /^popup/,
    why: 'On the clock, frames included: a quarter until our code runs, then settings, words, the database and the page’s answer side by side, and reading what is listed; two frames of 16.7 ms lie between having it all and its being on the screen.',
  },
  {
    about: /^keys/,
    why: 'A key waits for the task that runs: on pages so long the longest is the browser’s own, see there.',
  },
  {
    about: /^(install|hover)/,
    why: 'On the clock, and so as long as the machine is busy with other work.',
  },
];
