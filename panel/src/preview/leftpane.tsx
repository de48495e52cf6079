/** The pane at the left: the day, the call that is played, and what the product put into Outlook and To Do. */

import type { ComponentChildren } from "preact";
import { Tabs } from "../shared/tabs.tsx";
import type { Words } from "./words.ts";

export type LeftName = "day" | "call" | "drafts" | "tasks";

interface Props {
  readonly shown: LeftName;
  readonly counts: Partial<Record<LeftName, number>>;
  readonly words: Words;
  readonly onShow: (name: LeftName) => void;
  readonly children: ComponentChildren;
}

export function LeftPane({ shown, counts, words, onShow, children }: Props) {
  const names: readonly LeftName[] = ["day", "call", "drafts", "tasks"];
  const tabs = names.map((name) => ({ name, title: words[name], count: counts[name] }));
  return (
    <section class="pane day" id="day" aria-label={words.left}>
      <h2 class="hidden">{words[shown]}</h2>
      <Tabs label={words.left} {...{ tabs, shown, onShow }}>{children}</Tabs>
    </section>
  );
}
