import { propertiesOf } from './properties';
import { PAGE_COMMANDS, type PageCalls } from './protocol';
import type { InputParser, InputParsers } from './server';

const MAX_ID_UNITS = 200;

/** @param read what it makes of an input; undefined for what it refuses */
function parser<T>(read: (input: unknown) => T | undefined): InputParser<T> {
  const validate = (input: unknown) => {
    const value = read(input);
    return value === undefined ? { issues: [{ message: 'not understood' }] } : { value };
  };
  return { '~standard': { validate } };
}

function idIn(input: unknown): { id: string } | undefined {
  const id = propertiesOf(input)?.id;
  const isOne = typeof id === 'string' && id !== '' && id.length <= MAX_ID_UNITS;
  return isOne ? { id } : undefined;
}

const nothing = parser((input) => (input === null ? null : undefined));
const id = parser(idIn);

/**
 * What a page accepts, call by call. By hand, and apart from what the background accepts: a library
 * that parses would be the largest thing pages carry, and the parsers of highlights the next.
 */
export const PAGE_INPUTS: InputParsers<PageCalls> = {
  getReport: nothing,
  askAgain: nothing,
  goToMention: parser((input) => {
    const [of, nth] = [idIn(input), propertiesOf(input)?.nth];
    const isCount = typeof nth === 'number' && Number.isInteger(nth) && nth >= 0;
    return of && isCount ? { ...of, nth } : undefined;
  }),
  goToHighlight: id,
  command: parser((input) => {
    const asked = propertiesOf(input)?.name;
    const name = PAGE_COMMANDS.find((known) => known === asked);
    return name && { name };
  }),
  keepSelection: nothing,
  highlightsChanged: nothing,
  datasetChanged: nothing,
  settingsChanged: nothing,
  accessTaken: nothing,
  acceptCandidate: id,
  stepPlace: parser((input) => {
    const [of, by] = [idIn(input), propertiesOf(input)?.by];
    return of && (by === 1 || by === -1) ? { ...of, by } : undefined;
  }),
};
