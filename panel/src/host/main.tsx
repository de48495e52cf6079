/** Our own host page: one of our pages in a frame, with the looks and directions that Teams may give it. Preview only. */

import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useShown } from "../shared/languages.ts";
import { speak } from "../shared/words.ts";
import { wear, systemTheme, themeOf } from "../shared/theme.ts";
import { TeamsFrame } from "./frame.tsx";
import type { Surroundings } from "./teams-host.ts";
import { languages, wordsOf } from "./words.ts";
import "virtual:fluent-tokens.css";
import "../shared/page.css";
import "./host.css";

type Look = Surroundings["theme"];
const LOOKS: readonly Look[] = ["default", "dark", "contrast"];
const PAGES = { panel: "/panel/", tab: "/tab/", configure: "/tab/configure" } as const;
const CONTEXTS = { panel: "sidePanel", tab: "content", configure: "settings" } as const;
type PageName = keyof typeof PAGES;

function HostPage() {
  const asked = useMemo(() => new URLSearchParams(location.search), []);
  const [look, setLook] = useState<Look>(() => lookOf(asked.get("theme")));
  const [isMirrored, setMirrored] = useState(asked.get("dir") === "rtl");
  const [page, setPage] = useState<PageName>(() => pageOf(asked.get("page")));
  const locale = asked.get("locale") ?? navigator.language;
  const shown = useShown(languages, locale);
  const words = wordsOf(shown ?? "");
  useEffect(() => wear(themeOf(look)), [look]);
  useEffect(() => speak(locale, "ltr"), [locale]);
  if (shown === null) return <main class="host" aria-busy="true" />;
  return (
    <main class="host" aria-label={words.title}>
      <header class="host-head">
        <h1>{words.title} <span class="chip">{words.note}</span></h1>
        <label>
          {words.page}
          <select value={page} onChange={(event) => setPage(pageOf(event.currentTarget.value))}>
            {(Object.keys(PAGES) as PageName[]).map((name) => <option key={name} value={name}>{words[name]}</option>)}
          </select>
        </label>
        <label>
          {words.look}
          <select data-testid="look" value={look} onChange={(event) => setLook(lookOf(event.currentTarget.value))}>
            {LOOKS.map((name) => <option key={name} value={name}>{words[name]}</option>)}
          </select>
        </label>
        <label class="mirror">
          <input type="checkbox" checked={isMirrored} onChange={(event) => setMirrored(event.currentTarget.checked)} />
          {words.rightToLeft}
        </label>
      </header>
      <TeamsFrame
        title={words[page]} who={asked.get("who")} src={PAGES[page] + (isMirrored ? "?dir=rtl" : "")} wide={page !== "panel"}
        around={{
          theme: look, locale, frameContext: CONTEXTS[page], chatId: asked.get("chat"), meetingId: asked.get("chat"),
          subEntityId: asked.get("meeting"),
        }}
      />
    </main>
  );
}

function lookOf(name: string | null): Look {
  return LOOKS.find((known) => known === name) ?? (systemTheme() === "dark" ? "dark" : "default");
}

function pageOf(name: string | null): PageName {
  return name === "tab" || name === "configure" ? name : "panel";
}

const page = document.getElementById("page");
if (page) render(<HostPage />, page);
