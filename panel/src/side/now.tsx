/** Now: what matters first, what to cover next, the brief in small, and what is still open before the start. */

import { useState } from "preact/hooks";
import { Warning } from "../shared/icons.tsx";
import { Checklist } from "./checklist.tsx";
import { Cover } from "./cover.tsx";
import { Lines } from "./lines.tsx";
import type { Brief } from "./state.ts";
import type { View } from "./view.ts";

export function Now(view: View) {
  const { state, words } = view;
  const { brief } = state;
  return (
    <>
      {brief && <Warnings brief={brief} {...view} />}
      <Cover {...view} />
      <section class="card" aria-labelledby="brief-title">
        <h2 id="brief-title">{words.brief}</h2>
        {brief ? <InShort brief={brief} {...view} /> : <p class="quiet">{words.noBrief}</p>}
      </section>
      {state.checklist.length > 0 && <Checklist {...view} />}
    </>
  );
}

function Warnings({ brief, words }: View & { brief: Brief }) {
  if (brief.warnings.length === 0) return null;
  const sorted = [...brief.warnings].sort((one, other) => Number(other.is_grave) - Number(one.is_grave));
  return (
    <ul class="warnings" aria-label={words.warnings}>
      {sorted.map((warning, index) => (
        <li key={index} class={warning.is_grave ? "warning grave" : "warning"} data-kind={warning.kind}>
          <Warning />
          <p>
            {warning.is_grave && <strong>{words.grave}: </strong>}
            <span dir="auto">{warning.text}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function InShort({ brief, state, words }: View & { brief: Brief }) {
  const [isOpen, setOpen] = useState(false);
  const hasMore = brief.more.length > 0 || brief.unknown.length > 0;
  return (
    <>
      {brief.line && <p class="lead" dir="auto">{brief.line}</p>}
      {brief.bullets.length > 0 && <Lines lines={brief.bullets} {...{ state, words }} />}
      {hasMore && (
        <button type="button" class="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.less : words.more}
        </button>
      )}
      {isOpen && brief.more.length > 0 && <Lines lines={brief.more} {...{ state, words }} />}
      {isOpen && brief.unknown.length > 0 && (
        <>
          <h3>{words.unknown}</h3>
          <ul class="unknown">
            {brief.unknown.map((text, index) => <li key={index} dir="auto">{text}</li>)}
          </ul>
        </>
      )}
    </>
  );
}
