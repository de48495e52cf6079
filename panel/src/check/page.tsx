/** What the tab shows: opening, a link that opens nothing, or the check. */

import { useEffect, useState } from "preact/hooks";
import { openCheck, Refusal, type Opened } from "./api.ts";
import { Check } from "./check.tsx";
import { useShown } from "../shared/languages.ts";
import { Mark } from "../shared/mark.tsx";
import { checkWords, type CheckWords, languages } from "./words.ts";

/** The whole page. */
export function Page() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    openCheck().then(inItsLanguage).then(setOpened, (error: unknown) => setRefusal(error instanceof Refusal ? error : new Refusal(0, "")));
  }, []);
  const language = useShown(languages, opened?.language ?? navigator.language);
  const words = checkWords(language ?? "");
  useEffect(() => {
    document.documentElement.lang = language === null || words === checkWords("") ? "en" : language;
    document.title = `${words.title} · ${words.product}`;
  }, [words, language]);
  if (language === null) return <main class="main" aria-busy="true" />;
  return (
    <>
      <header class="header">
        <Mark size={24} />
        <p>{words.product}</p>
      </header>
      <main class="main">
        <h1>{words.title}</h1>
        {opened && <Check opened={opened} words={words} />}
        {!opened && !refusal && <p class="lead" role="status">{words.loading}</p>}
        {refusal && <Refused refusal={refusal} words={words} />}
      </main>
    </>
  );
}

async function inItsLanguage(opened: Opened): Promise<Opened> {
  await languages.fetch(opened.language);
  return opened;
}

function Refused({ refusal, words }: { refusal: Refusal; words: CheckWords }) {
  if (refusal.status === 0 || refusal.status >= 500) {
    return (
      <section class="card refused" role="alert">
        <h2>{words.offlineTitle}</h2>
        <p>{refusal.message || words.offline}</p>
        <button type="button" class="primary" onClick={() => location.reload()}>{words.reload}</button>
      </section>
    );
  }
  return (
    <section class="card refused" role="alert">
      <h2>{words.failedTitle}</h2>
      <p>{refusal.message}</p>
      <h3>{words.failedNew}</h3>
      <ul>{words.failedSteps.map((step) => <li key={step}>{step}</li>)}</ul>
    </section>
  );
}
