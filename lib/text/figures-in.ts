/** A figure a text gives. */
export interface FigureIn {
  /** In full: 1008万 is 10080000. */
  value: number;
  /** The text says more than: 突破1000万, 1000多万, over 10 million. */
  isAtLeast: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const FIGURE =
  /(突破|超过|超過|超|逾|more than |over )?(\d[\d,]*(?:\.\d+)?)(余|餘|多)?\s?([百千]?[万萬亿億]{0,2}|thousand|million|billion)(余|餘|多)?/giu;

/** Figures of a passage in digits, with 万, 亿, million and the like worked out. */
export function figuresIn(text: string): FigureIn[] {
  return [...text.matchAll(FIGURE)].map(([, over, digits = '', before, scale = '', after]) => {
    const words = SCALES[scale.toLowerCase()] === undefined ? [...scale] : [scale.toLowerCase()];
    const value = words.reduce(
      (sum, word) => sum * (SCALES[word] ?? 1),
      Number(digits.replaceAll(',', '')),
    );
    return {
      value: Math.round(value * 100) / 100,
      isAtLeast: [over, before, after].some((word) => word !== undefined),
    };
  });
}
