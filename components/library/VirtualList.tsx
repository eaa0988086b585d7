import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowByKey, scrollToRow, visibleRows } from './visible-rows';

interface VirtualListProps {
  count: number;
  label: string;
  /** The row that is chosen; -1 when none is. */
  active: number;
  keyOf(row: number): string;
  drawRow(row: number): ComponentChildren;
  /** Told which rows are to be drawn, with as many before and after them. `end` exclusive. */
  onSight(start: number, end: number): void;
  /** `pressed`: by the pointer, not by a key. */
  onActive(row: number, pressed: boolean): void;
  /** Enter on the chosen row. */
  onOpen(row: number): void;
}

interface Sight {
  rowHeight: number;
  scrollTop: number;
  height: number;
}

/**
 * A list of any length of which only the rows in sight are drawn. A row's height is the style
 * sheet's (`--row`), measured here, so that it follows the reader's text size. One of the rows is
 * chosen, by press or by arrow keys; the list itself keeps the focus.
 */
export function VirtualList(props: VirtualListProps) {
  const { count, active } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ rowHeight: 0, scrollTop: 0, height: 0 });
  const look = useCallback(() => {
    if (!list.current) return;
    const { scrollTop, clientHeight, firstElementChild } = list.current;
    const rowHeight = firstElementChild?.getBoundingClientRect().height ?? 0;
    setSight({ rowHeight, scrollTop, height: clientHeight });
  }, []);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [look]);
  useEffect(() => {
    if (!list.current || active < 0 || sight.rowHeight === 0) return;
    const { scrollTop, clientHeight } = list.current;
    list.current.scrollTop = scrollToRow(active, sight.rowHeight, scrollTop, clientHeight);
  }, [active, sight.rowHeight]);

  const { start, end } = visibleRows(count, sight.rowHeight, sight.scrollTop, sight.height);
  const { onSight } = props;
  useEffect(() => {
    const beyond = end - start;
    onSight(Math.max(0, start - beyond), end + beyond);
  }, [start, end, onSight]);
  const rows = Array.from({ length: end - start }, (_, at) => start + at);
  // The chosen row is drawn wherever it is: the list's focus points at it.
  if (active >= 0 && active < count && (active < start || active >= end)) rows.push(active);
  const page = Math.max(1, Math.floor(sight.height / (sight.rowHeight || 1)) - 1);
  return (
    <div
      ref={list}
      class="virtual"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      onScroll={look}
      onClick={({ target }) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
        if (row) props.onActive(Number(row.dataset.row), true);
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter' && active >= 0) return props.onOpen(active);
        const next = rowByKey(event.key, active, count, page);
        if (next === null || count === 0) return;
        event.preventDefault();
        props.onActive(next, false);
      }}
    >
      <div class="virtual-measure" role="presentation" />
      <div
        class="virtual-rows"
        role="presentation"
        style={{ height: `${count * sight.rowHeight}px` }}
      >
        {rows.map((row) => (
          <div
            key={props.keyOf(row)}
            id={`${id}-${row}`}
            class="virtual-row"
            role="option"
            tabIndex={-1}
            aria-selected={row === active}
            aria-setsize={count}
            aria-posinset={row + 1}
            style={{ top: `${row * sight.rowHeight}px` }}
            data-row={row}
          >
            {props.drawRow(row)}
          </div>
        ))}
      </div>
    </div>
  );
}
