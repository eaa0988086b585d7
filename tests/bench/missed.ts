/** Why a bar is not met, where that is understood; matched by the line's words. */
export interface MissedReason {
  about: RegExp;
  why: string;
}

export const MISSED: readonly MissedReason[] = [
  {
    about: /^DOM insert \+ remove/,
    why: 'Nothing is left to save: an observer that does nothing costs nearly as much, see the note. The browser makes a record of each change for whoever wants to hear of changes, and who does not hear of them leaves new text unmarked.',
  },
  {
    about: /^10,000 mutations/,
    why: 'A third of what we add is our own script, which reads what has changed; the rest is Chromium’s. It takes all highlight ranges off their text and puts them back before each frame in which anything on the page changed, and paints that text again. Only ranges near the window are registered on a page so long; this page has forty names in a thousand characters, ten times as many as news.',
  },
  {
    about: /^a page that changes something/,
    why: 'None of it is our script. Chromium takes all highlight ranges off their text and puts them back before each frame in which anything on the page changed, be it a colour, then paints that text again: fifty ranges of the page’s own, and no script, already cost more than the bar, see the note. This page has forty names in a thousand characters, ten times as many as news.',
  },
  {
    about: /^scan, (today|100,000)/,
    why: 'The scan finds pairs of an anchor and its neighbour in about the time of the bare loop; the rest is following those. V8 compiles both differently in each process, and the median of several is taken.',
  },
  {
    about: /^whole detection/,
    why: 'About a microsecond a mention: the window around each candidate, what dictionary words say across its edges, and the mention itself. It varies around the bar with the processor.',
  },
  {
    about: /start to painted.*, main thread/,
    why: 'The floor only reads. Beside it there is what no such page can be marked without: an isolated world with the script compiled and run in it, the gazetteer expanded, the names judged, the frames in which the marks are painted, the browser’s collection of what reading left. The flame chart below and the shares by file above are flat after that. All of it runs once, mostly before V8 compiles any of it.',
  },
  {
    about: /time taken from the page/,
    why: 'On the clock, not the processor’s time. In a profile of Firefox’s own a third is finding and judging, a fifth reading nodes, each through the wrapper a content script sees it by (scripts of the page itself, as the peers are, have them bare), an eighth making the script’s world and running it, a tenth compiling, a fifteenth collecting; asking a third fewer questions of each node changed nothing that could be measured.',
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
    why: 'Nearly all of it is code that runs for the first time, see the flame chart: a quarter to make the isolated world and to compile and run the script (what a script that does nothing costs is in the note), a fifth to expand the gazetteer, the rest reading and judging in the interpreter.',
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
    why: 'Of it JavaScript’s heap has the smaller part, as the line says; the rest is the browser’s own: a second world, which costs a script that does nothing as much as the note says, compiled code, the ranges of marks, pages of heap kept ready.',
  },
  {
    about: /^popup/,
    why: 'On the clock, frames included. All that is shown is known 60 ms after the press, of which our code has had 35; what is drawn then waits for Chromium’s first frames of a new window, which lie 30 to 45 ms apart whatever is in them, and each is on the screen 16 ms later.',
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
