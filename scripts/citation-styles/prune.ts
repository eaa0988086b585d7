import { DomUtils, parseDocument } from 'htmlparser2';

/** What a style is asked for: all else of it is left out, since reading the whole takes seconds. */
export interface Asked {
  /** Types of items, as CSL names them. */
  types: ReadonlySet<string>;
  /** Variables an item may have. */
  variables: ReadonlySet<string>;
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const TAGS_OF_VARIABLES = ['text', 'number', 'date', 'label', 'names'];

function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'tag');
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

/**
 * A CSL style (https://docs.citationstyles.org/en/stable/specification.html) that says of the items asked
 * for what the whole style says, worked out as far as it can be without an item: branches for other
 * types, calls of variables that no item has, and macros that are left empty or never called are gone.
 */
export function pruneStyle(xml: string, asked: Asked): string {
  const document = parseDocument(xml, { xmlMode: true });
  const [style] = DomUtils.getElementsByTagName('style', document);
  if (!style) throw new Error('No style.');
  const pruning = new Pruning(asked);
  for (const citation of DomUtils.getElementsByTagName('citation', style)) {
    // Only the bibliography is asked for; the engine wants one all the same.
    citation.attribs = {};
    citation.children = parseDocument('<layout><text variable="title"/></layout>', {
      xmlMode: true,
    }).children;
  }
  for (const sort of DomUtils.getElementsByTagName('sort', style)) DomUtils.removeElement(sort);
  pruning.style(style);
  strip(style);
  return DomUtils.getOuterHTML(style, { xmlMode: true });
}

class Pruning {
  private readonly empty = new Set<string>();
  /** Macros that call a variable, by themselves or by others. */
  private calling = new Set<string>();
  /** Calls that were taken away so far, and would have been made. */
  private taken = 0;
  constructor(private readonly asked: Asked) {}

  style(style: Element): void {
    const macros = () => DomUtils.getElementsByTagName('macro', style);
    for (let before = -1, now = 0; before !== now; ) {
      before = now;
      this.findCalling(macros());
      for (const layout of DomUtils.getElementsByTagName('layout', style)) this.within(layout);
      for (const macro of macros()) {
        const isNever = this.isNeverDrawn(macro);
        if (isNever || elementsOf(macro).length === 0) this.empty.add(macro.attribs.name ?? '');
      }
      const called = new Set(
        DomUtils.getElementsByTagName('*', style).map(({ attribs }) => attribs.macro),
      );
      for (const macro of macros()) {
        const name = macro.attribs.name ?? '';
        if (!called.has(name) || this.empty.has(name)) DomUtils.removeElement(macro);
      }
      now = DomUtils.getOuterHTML(style, { xmlMode: true }).length;
    }
  }

  private within(parent: Element): void {
    parent.children = elementsOf(parent).flatMap((child) => this.kept(child));
  }

  /** What is left of an element: itself, what stands in it, or nothing. */
  private kept(element: Element): Element[] {
    const { name, attribs } = element;
    if (name === 'choose') return this.choice(element);
    if (name === 'names') return this.names(element);
    if (TAGS_OF_VARIABLES.includes(name)) {
      const isKnown = attribs.variable === undefined || this.asked.variables.has(attribs.variable);
      if (isKnown && !this.empty.has(attribs.macro ?? '')) return [element];
      this.taken++;
      return [];
    }
    if (name !== 'group' && name !== 'substitute') return [element];
    const isNever = this.isNeverDrawn(element);
    return isNever || elementsOf(element).length === 0 ? [] : [element];
  }

  /** A group, as a macro, is drawn only where a variable that it calls is: with none left it never would have been. */
  private isNeverDrawn(element: Element): boolean {
    const before = this.taken;
    this.within(element);
    return this.taken > before && !this.callsVariables(element);
  }

  private findCalling(macros: readonly Element[]): void {
    this.calling = new Set();
    for (let before = -1; before !== this.calling.size; ) {
      before = this.calling.size;
      for (const macro of macros) {
        if (this.callsVariables(macro)) this.calling.add(macro.attribs.name ?? '');
      }
    }
  }

  private callsVariables(element: Element): boolean {
    const calls = ({ name, attribs }: Element) =>
      TAGS_OF_VARIABLES.includes(name) &&
      (attribs.variable !== undefined || this.calling.has(attribs.macro ?? ''));
    return DomUtils.getElementsByTagName('*', element).some(calls);
  }

  private names(element: Element): Element[] {
    const variables = words(element.attribs.variable).filter((each) =>
      this.asked.variables.has(each),
    );
    const [substitute] = DomUtils.getElementsByTagName('substitute', element);
    if (substitute) this.within(substitute);
    if (variables.length > 0) {
      element.attribs.variable = variables.join(' ');
      return [element];
    }
    const [first, ...others] = substitute ? elementsOf(substitute) : [];
    this.taken++;
    if (!first) return [];
    return others.length === 0 && first.name !== 'names' ? [first] : [element];
  }

  private choice(choose: Element): Element[] {
    const branches: Element[] = [];
    for (const branch of elementsOf(choose)) {
      const isTrue = branch.name === 'else' || this.holds(branch);
      if (isTrue === false) continue;
      this.within(branch);
      if (isTrue) {
        branch.name = 'else';
        branch.attribs = {};
      } else branch.name = branches.length === 0 ? 'if' : 'else-if';
      branches.push(branch);
      if (isTrue) break;
    }
    if (branches[0]?.name === 'else') return elementsOf(branches[0]);
    if (branches.every((branch) => elementsOf(branch).length === 0)) return [];
    choose.children = branches;
    return [choose];
  }

  /** Whether a condition holds for every item asked for, or for none; null where it depends. */
  private holds({ attribs }: Element): boolean | null {
    const match = attribs.match ?? 'all';
    const results: (false | null)[] = [];
    for (const [name, value] of Object.entries(attribs)) {
      if (name === 'match') continue;
      const possible = words(value).filter((word) => this.isPossible(name, word));
      results.push(...words(value).map((word) => (possible.includes(word) ? null : false)));
      if (match === 'all') continue;
      if (possible.length > 0) attribs[name] = possible.join(' ');
      else delete attribs[name];
    }
    const isNone = results.every((result) => result === false);
    if (match === 'none') return isNone ? true : null;
    return (match === 'any' ? isNone : results.includes(false)) ? false : null;
  }

  private isPossible(test: string, value: string): boolean {
    if (test === 'type') return this.asked.types.has(value);
    if (test === 'variable' || test === 'is-numeric') return this.asked.variables.has(value);
    return !['locator', 'position', 'is-uncertain-date'].includes(test);
  }
}

/** White space, comments, and of what is said of the style all but who made it and under which licence. */
function strip(style: Element): void {
  for (const info of DomUtils.getElementsByTagName('info', style)) {
    for (const child of elementsOf(info)) {
      const isKept = ['title', 'id', 'author', 'contributor', 'rights', 'updated'].includes(
        child.name,
      );
      if (!isKept) DomUtils.removeElement(child);
    }
    for (const contact of [
      ...DomUtils.getElementsByTagName('email', info),
      ...DomUtils.getElementsByTagName('uri', info),
    ]) {
      DomUtils.removeElement(contact);
    }
  }
  const others = DomUtils.find(
    (node) => node.type === 'comment' || (node.type === 'text' && node.data.trim() === ''),
    [style],
    true,
    Number.MAX_SAFE_INTEGER,
  );
  for (const other of others) DomUtils.removeElement(other);
}
