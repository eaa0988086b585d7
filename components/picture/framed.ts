import type { Measure } from './measure-text';
import { moved, type Scene, type Shape } from './scene';

/** What stands around a picture that leaves the page. */
export interface Caption {
  title: string;
  /** One line each under the title: what is shown, what the signs mean. */
  lines: string[];
  /** At the foot: date, version, sources; broken where it is too long. */
  foot: string[];
}

const SIZE = { title: 20, text: 12, line: 18, margin: 24 };

/** A picture with its title above and date, version and sources below, ready to be cited. */
export function framed(scene: Scene, caption: Caption, measure: Measure): Scene {
  const { title, text, line, margin } = SIZE;
  const width = Math.max(scene.width, 480) + 2 * margin;
  const room = width - 2 * margin;
  const shapes: Shape[] = [];
  let y = margin + title;
  const write = (words: string, size: number, step: number, soft: boolean) => {
    for (const part of broken(words, room, size, measure)) {
      const colour = soft ? 'ink-soft' : 'ink';
      shapes.push({ shape: 'text', text: part, x: margin, y, size, colour, bold: !soft });
      y += step;
    }
  };
  write(caption.title, title, title * 1.3, false);
  for (const each of caption.lines) write(each, text, line, true);
  y += line / 2 - text;
  shapes.push(...moved(scene.shapes, margin, y));
  y += scene.height + margin;
  for (const each of caption.foot) write(each, text, line, true);
  return { width, height: Math.ceil(y + margin / 2), shapes };
}

/** What is not broken: a word, or a Chinese character with the marks that may not begin a line. */
const PIECES = /[\u2e80-\uffef][、。，；：！？）》」』”’…]*|[^\s\u2e80-\uffef]+\s*|\s+/g;

/** A text in lines no wider than the room: between words, or between any two Chinese characters. */
function broken(text: string, room: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line && measure((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
