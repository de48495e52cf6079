/** Now: what matters first, what to cover next, the brief in small, and what is still open before the start. */

import { useState } from "preact/hooks";
import { useMinute } from "../shared/clock.ts";
import { Warning } from "../shared/icons.tsx";
import { type Hour, isUnderWay } from "./call-state.ts";
import { Capture, type Drafting } from "./capture.tsx";
import { Checklist, Checks } from "./checklist.tsx";
import { Cover } from "./cover.tsx";
import { HourStrip, phaseOf } from "./hourstrip.tsx";
import { Lines } from "./lines.tsx";
import { Moment } from "./moment.tsx";
import { CareLine, OpenersCard, OpeningCard, OpeningParts } from "./opening.tsx";
import type { Brief } from "./state.ts";
import type { View } from "./view.ts";

type Props = View & Drafting;

export function Now(view: Props) {
  const { call, hour, meeting } = view.state;
  return (
    <>
      {call && <Moment {...view} call={call} />}
      {isUnderWay(view.state) ? <During {...view} /> : <Around {...view} hour={hour && meeting?.state !== "over" && call?.state !== "over" ? hour : null} />}
    </>
  );
}

/** Before and after the call: the whole preparation. */
function Around(view: Props & { hour: Hour | null }) {
  const { state, hour } = view;
  const { brief } = state;
  // Minutes before the start it is what comes next; before that, the meeting itself matters more.
  const isNear = Boolean(state.call);
  return (
    <>
      {hour && <CareLine {...view} hour={hour} />}
      {brief && <Warnings brief={brief} {...view} />}
      {hour && isNear && <OpeningCard {...view} hour={hour} />}
      <Cover {...view} />
      <BriefCard {...view} />
      {hour && !isNear && <OpeningCard {...view} hour={hour} />}
      {state.checklist.length > 0 && state.call?.state !== "over" && <Checklist {...view} />}
    </>
  );
}

/** While people talk: little, and the rest folded away. */
function During(view: Props) {
  const { state, clock, words } = view;
  const { brief, call, hour } = state;
  const now = useMinute(clock);
  const isOpening = hour && call && phaseOf(hour, call.started_at ?? state.meeting?.start ?? "", now) === "opening";
  const grave = brief?.warnings.filter(({ is_grave }) => is_grave) ?? [];
  return (
    <>
      {hour && call && <HourStrip {...view} hour={hour} call={call} />}
      {hour && <CareLine {...view} hour={hour} />}
      {hour && isOpening && <OpenersCard {...view} hour={hour} />}
      <Cover {...view} />
      <div class="card"><Capture {...view} isFolded /></div>
      {brief && grave.length > 0 && <Warnings brief={{ ...brief, warnings: grave }} {...view} />}
      <details class="card folded">
        <summary>{words.brief}</summary>
        {brief && <Warnings brief={{ ...brief, warnings: brief.warnings.filter(({ is_grave }) => !is_grave) }} {...view} />}
        {brief ? <InShort brief={brief} {...view} /> : <p class="quiet">{words.noBrief}</p>}
      </details>
      {hour && (
        <details class="card folded">
          <summary>{words.howToOpen}</summary>
          <OpeningParts {...view} hour={hour} withOpeners={!isOpening} />
        </details>
      )}
      {state.checklist.length > 0 && (
        <details class="card folded">
          <summary>{words.techFolded}</summary>
          <Checks {...view} />
        </details>
      )}
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

function BriefCard(view: View) {
  const { state, words } = view;
  return (
    <section class="card" aria-labelledby="brief-title">
      <h2 id="brief-title">{words.brief}</h2>
      {state.brief ? <InShort brief={state.brief} {...view} /> : <p class="quiet">{words.noBrief}</p>}
    </section>
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
