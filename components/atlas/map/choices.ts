import type { Choices } from '../atlas-route';
import { MAP_MEASURES, type MapMeasure } from './measures';

export interface MapChoices {
  measure: MapMeasure;
  /** A small map for each year beside the large one. */
  byYear: boolean;
}

export function parseMapChoices(given: Choices): MapChoices {
  return {
    measure: MAP_MEASURES.find((measure) => measure === given.m) ?? 'policy',
    byYear: given.y === '1',
  };
}

export function mapChoices({ measure, byYear }: MapChoices): Choices {
  return { ...(measure === 'policy' ? {} : { m: measure }), ...(byYear ? { y: '1' } : {}) };
}
