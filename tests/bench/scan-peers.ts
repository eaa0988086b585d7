import type { Span } from '@/lib/model/span';

interface TrieNode {
  next: Map<string, TrieNode>;
  ends: boolean;
}

/** The names as one regular expression that shares beginnings: 北(?:京(?:市|通)?)… */
export function trieRegExp(names: readonly string[]): RegExp {
  const root: TrieNode = { next: new Map(), ends: false };
  for (const name of names) {
    let node = root;
    for (const character of name) {
      const child = node.next.get(character) ?? { next: new Map(), ends: false };
      node.next.set(character, child);
      node = child;
    }
    node.ends = true;
  }
  const source = (node: TrieNode): string => {
    const branches = [...node.next].map(([character, child]) => {
      return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') + source(child);
    });
    if (branches.length === 0) return '';
    return `(?:${branches.join('|')})${node.ends ? '?' : ''}`;
  };
  return new RegExp(source(root), 'g');
}

/** Leftmost, then longest, without overlaps: what a regular expression finds. Spans sorted by start. */
export function leftmostLongest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let end = 0;
  for (const span of spans)
    if (span.start >= end) {
      kept.push(span);
      end = span.end;
    }
  return kept;
}
