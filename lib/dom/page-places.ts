import type { Block } from './block';
import { attributeOf, closestOf, localNameOf, parentElementOf, parentOf } from './dom-members';
import { isInHeading } from './headings';
import { judgePage } from './main-part';
import {
  add,
  type BlockSigns,
  type Container,
  NO_FIGURES,
  type Place,
  placeOf,
  seemsArticle,
} from './place';
import {
  isFile,
  isImprint,
  isLinkedTitle,
  isOfSite,
  isProse,
  isRunBy,
  isTime,
  isTitleOf,
  signOf,
  siteOf,
} from './place-signs';
import { tagRole } from './tags';

interface Standing {
  readonly signs: BlockSigns;
  readonly container: Container;
  /** As it was judged last; null for what was read since. */
  place: Place | null;
}

/**
 * Where each block of the page stands. Kept up with what is read: a block is counted in its
 * container once; what the page is as a whole is worked out anew when all that changed has been read,
 * in one pass over the containers. No style and no layout is asked for.
 */
export class PagePlaces {
  private readonly containers = new Map<Element, Container>();
  private readonly standings = new Map<Block, Standing>();
  /** Containers whose way up was looked at in this batch of blocks. */
  private readonly seen = new Set<Element>();
  private isOld = false;
  private title = '';

  /** @param host of the page: links to others lead away */
  constructor(
    private readonly pageTitle: () => string,
    private readonly host: string,
  ) {}

  /** Takes in what was read, and what is no longer there. */
  take(fresh: readonly Block[], gone: readonly Block[]): void {
    for (const block of gone) this.forget(block);
    for (const block of fresh) {
      this.forget(block);
      this.stand(block);
    }
    this.seen.clear();
    this.isOld = true;
  }

  /** All that changed has been read: what stands where is judged by the whole page. */
  settle(): void {
    const title = this.pageTitle();
    if (!this.isOld && title === this.title) return;
    if (title !== this.title) {
      this.title = title;
      for (const [block, { signs }] of this.standings) {
        signs.isTitle = isTitleOf(title, block.text, signs);
      }
    }
    this.isOld = false;
    const standings = [...this.standings.values()];
    const titles = standings.filter(
      ({ signs }) => signs.isTitle && !signs.isOfSite && !signs.isRunBy,
    );
    const shape = judgePage(
      [...this.containers.values()],
      titles.map(({ container }) => container),
    );
    for (const each of standings) each.place = placeOf(each.signs, each.container, shape);
    for (const [element, { total }] of this.containers) {
      if (total.units === 0) this.containers.delete(element);
    }
  }

  /**
   * A block's place; null for one that is not there. Until all has been read only sentences outside
   * everything that is called furniture count as the article's.
   */
  of(block: Block): Place | null {
    const standing = this.standings.get(block);
    if (!standing) return null;
    const { signs, container, place } = standing;
    return place ?? (seemsArticle(signs, container) ? 'article' : 'furniture');
  }

  private stand(block: Block): void {
    const [first] = block.nodes;
    const parent = first && parentElementOf(first);
    const container = parent && this.containerAt(parent);
    if (!container) return;
    const signs = this.signsOf(block);
    this.standings.set(block, { signs, container, place: null });
    add(container.own, signs);
  }

  private forget(block: Block): void {
    const standing = this.standings.get(block);
    if (!standing) return;
    this.standings.delete(block);
    add(standing.container.own, standing.signs, -1);
  }

  /** The container an element is, or is in; containers around it are made before it. */
  private containerAt(element: Element): Container | null {
    let at: Element | null = element;
    while (at && tagRole(localNameOf(at)) !== 'block') at = elementAbove(at);
    if (!at) return null;
    const known = this.containers.get(at);
    if (known && this.seen.has(at)) return known;
    this.seen.add(at);
    const above = elementAbove(at);
    const parent = above && this.containerAt(above);
    if (known && known.parent === parent) return known;
    const container = newContainer(parent, at);
    // Behind its parent again, if the page has moved it.
    this.containers.delete(at);
    this.containers.set(at, container);
    return container;
  }

  private signsOf(block: Block): BlockSigns {
    const { text, nodes, starts } = block;
    const links = new Set<Element>();
    let linked = 0;
    nodes.forEach((node, i) => {
      const parent = parentElementOf(node);
      const link = parent && closestOf(parent, 'a');
      if (!link || isFile(attributeOf(link, 'href') ?? '')) return;
      const units = unitsIn(text.slice(starts[i], starts[i + 1]));
      linked += units;
      if (units > 0) links.add(link);
    });
    const units = unitsIn(text);
    const figures = { units, linked, links: links.size };
    const isSite = isOfSite(text, units);
    const isRun = isRunBy(text, units);
    return {
      ...figures,
      away: [...links].filter((link) => this.leadsAway(link)).length,
      prose: isProse(text, figures) ? units : 0,
      site: isSite || isRun ? units - linked : 0,
      imprints: isImprint(text, units) ? 1 : 0,
      headings: isLinkedTitle(figures) ? 1 : 0,
      times: isTime(text, figures) ? 1 : 0,
      isOfSite: isSite,
      isRunBy: isRun,
      isTitle: isTitleOf(this.title, text, figures),
      isHeading: isInHeading(block),
    };
  }

  /** Leads to another site as a whole: the address of a text in it has a number. */
  private leadsAway(link: Element): boolean {
    const [, host, path = ''] =
      /^(?:https?:)?\/\/([^/:?#]+)[^/]*(.*)/i.exec(attributeOf(link, 'href') ?? '') ?? [];
    return !!host && siteOf(host) !== siteOf(this.host) && !/\d/.test(path);
  }
}

/** A header or a footer in these is theirs. */
const WITH_OWN_HEAD = 'article, main, [role="main"], a, li, figure, blockquote';

function newContainer(parent: Container | null, element: Element): Container {
  const sign = signOf({
    tag: localNameOf(element),
    role: attributeOf(element, 'role') ?? '',
    called: `${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'class') ?? ''}`,
    isInArticle: closestOf(element, WITH_OWN_HEAD) !== null,
  });
  const none = { total: { ...NO_FIGURES }, body: 0, depth: 0, isFurniture: false, isBeside: false };
  return { parent, sign, own: { ...NO_FIGURES }, ...none };
}

/** The element around one; for the outermost of a shadow tree that is its host. */
function elementAbove(element: Element): Element | null {
  const above = parentElementOf(element);
  if (above) return above;
  const root = parentOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

function unitsIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}
