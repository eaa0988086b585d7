import type { Span } from '@/lib/model/span';
import type { FormKind } from '../form-traits';
import type { Words } from '../words';
import { Evidence } from './evidence';
import type { FormTable, FormTraits } from './forms';
import { Lattice } from './lattice';
import type { Look, Rule } from './rule';
import type { RuleTable } from './rules';
import { buildSigns, SIGN, signsAt } from './signs';
import { Tails } from './tails';
import type { Vocabulary } from './vocabulary';
import { Window } from './window';

/** The rules that look at a form of some kind with some signs beside it. */
interface Asked {
  rules: readonly Rule[];
  rescues: readonly Rule[];
}

const NOTHING: Asked = { rules: [], rescues: [] };

/** Weighs names one after another; keeps its tables and one window for all of them. */
export class Weigher {
  readonly window: Window;
  readonly evidence = new Evidence();
  private readonly tails: Tails;
  private readonly signs: ReadonlyMap<number, number>;
  private readonly lattice: Lattice;
  /** What the name before was asked. */
  private last: { kind: FormKind; signs: number; asked: Asked } = {
    kind: 'short',
    signs: -1,
    asked: NOTHING,
  };
  /** By kind of form and signs, put together when first asked for. */
  private readonly asked: Readonly<Record<FormKind, Map<number, Asked>>> = {
    short: new Map(),
    full: new Map(),
    group: new Map(),
    brief: new Map(),
    long: new Map(),
    described: new Map(),
  };
  /** Short names of all divisions, folded. */
  private readonly divisionNames: ReadonlySet<string>;

  constructor(
    forms: FormTable,
    private readonly words: Words,
    vocabulary: Vocabulary,
    private readonly table: RuleTable,
  ) {
    this.window = new Window(words, vocabulary);
    this.tails = new Tails(vocabulary);
    this.signs = buildSigns(vocabulary);
    this.lattice = new Lattice(words);
    this.divisionNames = forms.divisionNames(words);
  }

  /** True when the unit after a full name settles that it stands, as it mostly does: 北京市 before 的. */
  isSettled(text: string, end: number, kind: FormKind): boolean {
    return kind === 'full' && !this.tails.mayFollow(text, end, this.words);
  }

  /**
   * Adds to `evidence` what the rules say of text[start, end). Most names are settled by the few
   * characters next to them: no sign, no word across an edge, so no rule to ask.
   * @param gap units between the name and the division's name before it
   */
  weigh(text: string, { start, end }: Span, traits: FormTraits, gap: number): void {
    const { window, words, lattice, tails, divisionNames } = this;
    window.read(text, start, end);
    const beside = traits.signs | signsAt(this.signs, window.before(0), window.after(0));
    const crosses = traits.isWord ? lattice.mayCross(window) : lattice.mayCrossEnd(window);
    const signs = crosses ? beside | SIGN.crossing : beside;
    const { rules, rescues } = this.askedOf(traits.kind, signs);
    if (rules.length === 0) return;
    window.readOn();
    const { corrections } = this.table;
    const look: Look = { window, words, lattice, tails, corrections, traits, gap, divisionNames };
    this.ask(rules, look);
    if (this.evidence.weight <= 0) this.ask(rescues, look);
  }

  private askedOf(kind: FormKind, signs: number): Asked {
    // Most names are like the one before: short, and with no sign.
    if (kind === this.last.kind && signs === this.last.signs) return this.last.asked;
    const asked = this.asked[kind].get(signs) ?? this.collect(kind, signs);
    this.last = { kind, signs, asked };
    return asked;
  }

  private collect(kind: FormKind, signs: number): Asked {
    const isAsked = (rule: Rule) =>
      rule.of.includes(kind) && (rule.signs === 0 || (rule.signs & signs) !== 0);
    const { rules, rescues } = this.table;
    const asked = { rules: rules.filter(isAsked), rescues: rescues.filter(isAsked) };
    this.asked[kind].set(signs, asked);
    return asked;
  }

  private ask(rules: readonly Rule[], look: Look): void {
    for (const rule of rules) {
      const finding = rule.weigh(look);
      if (finding !== null) this.evidence.add(rule.name, finding.weight, finding.text);
    }
  }
}
