import { Sign } from '@/components/surface/Sign';
import type { Translate } from '@/lib/language/translate';
import { ORDERS, type Order } from './filter';

interface LibraryBarProps {
  t: Translate;
  words: string;
  order: Order;
  /** The facets are shown, where there is no room for them beside the list. */
  facetsOpen: boolean;
  onWords(words: string): void;
  onOrder(order: Order): void;
  onFacetsOpen(open: boolean): void;
  onExport(): void;
  onImport(): void;
}

/** What stands over the list: search, order, and the ways in and out. */
export function LibraryBar(props: LibraryBarProps) {
  const { t } = props;
  return (
    <div class="library-bar">
      <label class="library-search">
        <span class="unseen">{t('library_search')}</span>
        <Sign name="search" />
        <input
          class="text-field library-words"
          type="text"
          inputMode="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('library_search')}
          value={props.words}
          onInput={(event) => props.onWords(event.currentTarget.value)}
        />
      </label>
      <select
        class="text-field library-order"
        aria-label={t('library_order')}
        value={props.order}
        onChange={(event) => {
          const order = ORDERS.find((each) => each === event.currentTarget.value);
          if (order) props.onOrder(order);
        }}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`library_order_${order}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button library-facets-button"
        aria-expanded={props.facetsOpen}
        onClick={() => props.onFacetsOpen(!props.facetsOpen)}
      >
        {t('library_filters')}
      </button>
      <span class="library-files">
        <button type="button" class="button" onClick={props.onExport}>
          {t('library_export')}
        </button>
        <button type="button" class="button" onClick={props.onImport}>
          {t('library_import')}
        </button>
      </span>
    </div>
  );
}
