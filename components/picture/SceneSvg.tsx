import { DASH, HATCH, type Palette, type Scene, type Shape } from './scene';

interface SceneSvgProps {
  scene: Scene;
  palette: Palette;
  font: string;
  /** What it shows: its title, and its description where there is one. */
  title: string;
  description?: string;
}

/** A picture as SVG, with its colours in it: on a page, on paper, or as a file. */
export function SceneSvg({ scene, palette, font, title, description }: SceneSvgProps) {
  const { width, height, shapes } = scene;
  const hatched = new Set(
    shapes.flatMap((each) => ('hatched' in each && each.hatched && each.fill ? [each.fill] : [])),
  );
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family={font}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      {description && <desc>{description}</desc>}
      <defs>
        {[...hatched].map((colour) => (
          <pattern
            key={colour}
            id={`hatch-${colour}`}
            width={HATCH.step}
            height={HATCH.step}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={HATCH.line} height={HATCH.step} fill={palette[colour]} />
          </pattern>
        ))}
      </defs>
      <rect width={width} height={height} fill={palette.paper} />
      {shapes.map((shape, at) => (
        <One key={at} shape={shape} palette={palette} />
      ))}
    </svg>
  );
}

function One({ shape, palette }: { shape: Shape; palette: Palette }) {
  if (shape.shape === 'text') {
    return (
      <text
        x={round(shape.x)}
        y={round(shape.y)}
        font-size={shape.size}
        font-weight={shape.bold ? 600 : undefined}
        text-anchor={shape.anchor}
        fill={palette[shape.colour]}
      >
        {shape.text}
      </text>
    );
  }
  const paint = {
    fill: !shape.fill ? 'none' : shape.hatched ? `url(#hatch-${shape.fill})` : palette[shape.fill],
    'fill-opacity': shape.alpha,
    stroke: shape.stroke && palette[shape.stroke],
    'stroke-width': shape.line,
    'stroke-dasharray': shape.dashed ? DASH.join(' ') : undefined,
  };
  switch (shape.shape) {
    case 'rect':
      return (
        <rect
          x={round(shape.x)}
          y={round(shape.y)}
          width={round(shape.width)}
          height={round(shape.height)}
          rx={shape.radius}
          {...paint}
        />
      );
    case 'circle':
      return <circle cx={round(shape.x)} cy={round(shape.y)} r={shape.r} {...paint} />;
    case 'path':
      return <path d={shape.d} {...paint} />;
  }
}

/** Hundredths of a pixel are nobody's. */
function round(px: number): number {
  return Math.round(px * 100) / 100;
}
