/** Where Teams asks before it adds the app to a meeting: nothing to choose, so Save may be pressed at once. */

import { render } from "preact";
import { useEffect } from "preact/hooks";
import { useHost } from "../shared/host.ts";
import { useShown } from "../shared/languages.ts";
import { Mark } from "../shared/mark.tsx";
import { speak } from "../shared/words.ts";
import { languages, wordsOf } from "./words.ts";
import "virtual:fluent-tokens.css";
import "../shared/page.css";
import "./tab.css";

function Configure() {
  const host = useHost();
  const language = useShown(languages, host === undefined ? null : host?.locale ?? navigator.language);
  const words = wordsOf(language ?? "");
  useEffect(() => {
    if (language !== null) speak(language);
    if (host && language !== null) void offer(words.tabName);
  }, [host, language]);
  if (language === null) return <main class="tab" aria-busy="true" />;
  return (
    <main class="tab">
      <div class="blank">
        <Mark size={40} />
        <h1>{words.configureTitle}</h1>
        <p role="status">{host === null ? words.outside : words.configureHint}</p>
      </div>
    </main>
  );
}

async function offer(name: string): Promise<void> {
  const { pages } = await import("../shared/teams-sdk.ts");
  const panel = new URL("/panel/", location.origin).href;
  pages.config.registerOnSaveHandler((saving) => {
    pages.config
      .setConfig({ entityId: "companion-panel", suggestedDisplayName: name, contentUrl: panel, websiteUrl: panel })
      .then(() => saving.notifySuccess())
      .catch((error: unknown) => saving.notifyFailure(String(error)));
  });
  pages.config.setValidityState(true);
}

const page = document.getElementById("page");
if (page) render(<Configure />, page);
