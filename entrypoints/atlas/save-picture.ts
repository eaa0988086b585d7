import { render } from 'preact';
import { type Caption, framed } from '@/components/picture/framed';
import type { Measure } from '@/components/picture/measure-text';
import { canvasMeasure, paint } from '@/components/picture/paint';
import { themePalette } from '@/components/picture/palette';
import { SceneSvg } from '@/components/picture/SceneSvg';
import type { Palette, Scene } from '@/components/picture/scene';
import { saveFile } from '@/lib/extension-page/save-file';

/** A picture drawn as large as a screen of twice as many points shows it: sharp on paper too. */
const PNG_SCALE = 2;

/** The light theme's colours and the page's font, whatever the reader's screen has: for paper. */
function onPaper(): { palette: Palette; font: string; measure: Measure } {
  const sheet = document.body.appendChild(document.createElement('div'));
  sheet.className = 'govgloss';
  sheet.dataset.theme = 'light';
  sheet.hidden = true;
  const palette = themePalette(sheet);
  const font = getComputedStyle(sheet).fontFamily;
  sheet.remove();
  return { palette, font, measure: canvasMeasure(font) };
}

/**
 * Saves a picture with its caption. `sceneOf` is given the measure of the font it will be written
 * in.
 */
export async function savePicture(
  format: 'svg' | 'png',
  name: string,
  caption: Caption,
  sceneOf: (measure: Measure) => Scene,
): Promise<void> {
  const { palette, font, measure } = onPaper();
  const scene = framed(sceneOf(measure), caption, measure);
  if (format === 'svg') {
    saveFile(name, svgText(scene, caption, palette, font), 'image/svg+xml');
    return;
  }
  const canvas = document.createElement('canvas');
  paint(canvas, scene, { palette, font }, PNG_SCALE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not write the picture.');
  saveFile(name, blob, 'image/png');
}

/** The same on paper: into a part of the page that only print shows. */
export function printPicture(
  into: HTMLElement,
  caption: Caption,
  sceneOf: (measure: Measure) => Scene,
): void {
  const { palette, font, measure } = onPaper();
  const scene = framed(sceneOf(measure), caption, measure);
  render(SceneSvg({ scene, palette, font, title: caption.title }), into);
}

function svgText(scene: Scene, caption: Caption, palette: Palette, font: string): string {
  const root = document.createElement('div');
  const description = [...caption.lines, ...caption.foot].join('\n');
  render(SceneSvg({ scene, palette, font, title: caption.title, description }), root);
  const svg = root.querySelector('svg');
  if (!svg) throw new Error('The picture was not drawn.');
  const text = new XMLSerializer().serializeToString(svg);
  render(null, root);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
