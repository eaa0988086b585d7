import { describe, expect, it } from 'vitest';
import { createTranslate, inPageMessages, parseCatalogue } from '@/lib/language/translate';

describe('createTranslate', () => {
  const t = createTranslate({ search_none: '$COUNT$ 次，$NAME$' }, 'zh-Hans');

  it('puts values where their names stand', () => {
    expect(t('search_none', { count: 3, name: '浙里办' })).toBe('3 次，浙里办');
  });

  it('writes numbers as the language does', () => {
    expect(t('search_none', { count: 12_345, name: '' })).toBe('12,345 次，');
  });

  it('does not read a value as a pattern', () => {
    expect(t('search_none', { count: 1, name: '$& $COUNT$' })).toBe('1 次，$& $COUNT$');
  });

  it('refuses a key that the catalogue it was given does not have', () => {
    expect(() => t('card_close')).toThrow('card_close');
  });
});

describe('parseCatalogue', () => {
  it('takes the messages and leaves out whatever is none', () => {
    expect(parseCatalogue({ a: { message: 'A' }, b: 'B', c: { message: 1 }, d: null })).toEqual({
      a: 'A',
    });
    expect(parseCatalogue('not a catalogue')).toEqual({});
  });
});

describe('inPageMessages', () => {
  it('sends a page the words of card and toolbar, not those of the popup', () => {
    const all = { card_close: '', toolbar_save: '', kind_policy: '', reader_back: '' };
    expect(Object.keys(inPageMessages(all))).toEqual(['card_close', 'toolbar_save', 'kind_policy']);
  });
});
