import { fieldsOf, listOf, textOf } from './fields';
import { ENTITY_URN } from './write-web-annotations';

/** A body of a Web Annotation, of which nearly every property may be one value or a list. */
export interface Body {
  purposes: unknown[];
  /** The text of a textual body, or null. */
  value: string | null;
  /** The IRI of what is linked to, or null. */
  source: string | null;
}

/** The bodies of an annotation; `bodyValue` and a bare IRI are bodies too. */
export function bodiesOf(annotation: Record<string, unknown>): Body[] {
  const simple = textOf(annotation.bodyValue);
  const bodies = listOf(annotation.body).map((body): Body => {
    if (typeof body === 'string') return { purposes: [], value: null, source: body };
    const fields = fieldsOf(body);
    return {
      purposes: listOf(fields.purpose),
      value: textOf(fields.value),
      source: textOf(fields.source) ?? textOf(fields.id),
    };
  });
  return simple === null ? bodies : [{ purposes: [], value: simple, source: null }, ...bodies];
}

function isTag({ purposes }: Body): boolean {
  return purposes.includes('tagging');
}

export function tagsOf(bodies: readonly Body[]): string[] {
  return bodies.flatMap((body) => (isTag(body) && body.value ? [body.value] : []));
}

/** All that is said and is no tag, as one note. */
export function notesOf(bodies: readonly Body[]): string {
  const notes = bodies.filter((body) => body.value !== null && !isTag(body));
  return notes.map(({ value }) => value).join('\n\n');
}

/** The entities that bodies of ours stand for. */
export function entitiesOf(bodies: readonly Pick<Body, 'source'>[]): string[] {
  return bodies.flatMap(({ source }) =>
    source?.startsWith(ENTITY_URN) ? [decoded(source.slice(ENTITY_URN.length))] : [],
  );
}

/** Undoes encodeURIComponent; what was not made by it stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
