/** Tabs by the book: arrows, Home and End move; the tab that has the focus is the one shown. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface TabOf<Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** Said after the title, for example how many stand there. */
  readonly count?: number | undefined;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly TabOf<Name>[];
  readonly shown: Name;
  readonly onShow: (name: Name) => void;
  readonly children: ComponentChildren;
}

export function Tabs<Name extends string>({ label, tabs, shown, onShow, children }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ name }) => name === shown);
  const go = (index: number): void => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (!next) return;
    onShow(next.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const ahead = document.documentElement.dir === "rtl" ? -1 : 1;
    const moves: Record<string, number> = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: tabs.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ name, title, count }) => (
          <button
            type="button" role="tab" key={name} id={`tab-${name}`} data-tab={name} aria-selected={name === shown}
            aria-controls="tab-panel" tabIndex={name === shown ? 0 : -1} onClick={() => onShow(name)}
          >
            {title}
            {count ? <span class="count">{count}</span> : null}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${shown}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
