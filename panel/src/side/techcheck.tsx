/** The tech check: the full one in the ordinary browser, and here what can be measured without devices. */

import { useContext, useState } from "preact/hooks";
import type { Result } from "../check/measure/result.ts";
import { Refusal } from "../shared/api.ts";
import { Opening, OutLink, openable } from "../shared/links.tsx";
import { fill } from "../shared/words.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

export function TechCheck(view: View) {
  return (
    <div class="tech">
      <InBrowser {...view} />
      <Here {...view} />
    </div>
  );
}

/** A link that works once, opened in the ordinary browser; shown too, in case the host opened nothing. */
function InBrowser({ state, words, api, say }: View) {
  const open = useContext(Opening) ?? openInBrowser;
  const [link, setLink] = useState<URL | null>(null);
  const make = async (): Promise<void> => {
    try {
      const { url } = await api.write<{ url: string }>("check-link", { meeting: state.meeting?.id ?? null });
      const safe = openable(url);
      setLink(safe);
      if (safe) open(safe.href);
    } catch (error) {
      say(sentenceOf(error, words));
    }
  };
  const copy = (): void => {
    if (link) void navigator.clipboard?.writeText(link.href).then(() => say(words.copied));
  };
  return (
    <>
      <button type="button" class="wide" onClick={() => void make()}>{words.techCheck}</button>
      <p class="hint">{words.techCheckHint}</p>
      <div role="status">
        {link && (
          <p class="hint">
            {words.techLink} <OutLink url={link} text={link.host} hint={words.opens} />{" "}
            <button type="button" class="ghost" onClick={copy}>{words.copy}</button>
          </p>
        )}
      </div>
    </>
  );
}

interface Measured {
  readonly results: readonly Result[];
  readonly names: Readonly<Record<string, string>>;
}

function Here({ state, words, api, say }: View) {
  const [isMeasuring, setMeasuring] = useState(false);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const measure = async (): Promise<void> => {
    if (isMeasuring) return;
    setMeasuring(true);
    setMeasured(null);
    try {
      const { measureHere } = await import("./measure-here.ts");
      setMeasured(await measureHere(api, state));
    } catch (error) {
      say(sentenceOf(error, words));
    } finally {
      setMeasuring(false);
    }
  };
  const { ok, problem, skipped, not_possible } = words;
  const states = { ok, problem, skipped, not_possible };
  const fine = measured?.results.filter((result) => result.state === "ok").length ?? 0;
  return (
    <>
      <button type="button" class="ghost" aria-disabled={isMeasuring} onClick={() => void measure()}>{words.measureHere}</button>
      <p role="status" class="hint">
        {isMeasuring && words.measuring}
        {measured && fill(words.measured, { n: fine, all: measured.results.length })}
      </p>
      {measured && (
        <ul class="measured">
          {measured.results.map((result) => (
            <li key={result.id} data-check={result.id}>
              <strong>{measured.names[result.id]}</strong> <span class={`state is-${result.state}`}>{states[result.state]}</span>
              <small dir="auto">{result.value}</small>
              {result.mend && <small dir="auto">{fill(words.mend, { text: result.mend })}</small>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sentenceOf(error: unknown, words: Words): string {
  return error instanceof Refusal ? error.message : words.unreachableTitle;
}

function openInBrowser(url: string): void {
  window.open(url, "_blank", "noopener,noreferrer");
}
