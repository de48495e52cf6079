/** How to open: the minutes for it, what to open with, being a guest, and whether to tread softly. */

import { useId, useState } from "preact/hooks";
import { Care, Open } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import type { Hour, Opener, Visit } from "./call-state.ts";
import { Line } from "./copy.tsx";
import { Lines, Whence } from "./lines.tsx";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

const LONGEST = 30;
/** How many openers stand there at once: a choice, not a list to read. */
const SHOWN = 3;

type OfHour = View & { hour: Hour };

export function OpeningCard(view: OfHour) {
  return (
    <section class="card" aria-labelledby="opening-title">
      <h2 id="opening-title">{view.words.howToOpen}</h2>
      <OpeningParts {...view} />
    </section>
  );
}

/** While the opening runs: what to say, and nothing to prepare. */
export function OpenersCard(view: OfHour) {
  return view.hour.openers.length > 0 ? <div class="card"><Openers {...view} isAlone /></div> : null;
}

export function OpeningParts({ withOpeners = true, ...view }: OfHour & { withOpeners?: boolean }) {
  const { hour, state, words } = view;
  const isBefore = state.meeting?.state === "before";
  return (
    <>
      <Budget {...view} />
      {isBefore && hour.early_door && (
        <div class="part">
          <h3>{words.earlyDoor}</h3>
          <p dir="auto">{hour.early_door.text}</p>
          <Line text={hour.early_door.line} {...view} />
        </div>
      )}
      {withOpeners && hour.openers.length > 0 && <Openers {...view} />}
      {hour.background && (
        <div class="part">
          <h3>{words.background}</h3>
          <p dir="auto">{hour.background}</p>
        </div>
      )}
      {hour.visit.length > 0 && <Visiting {...view} />}
      <CareTick {...view} />
    </>
  );
}

function Budget({ hour, state, words, act }: OfHour) {
  const { minutes, text, source = null } = hour.opening;
  const [moved, setMoved] = useState<number | null>(null);
  const set = (value: number): void => {
    setMoved(null);
    act({ path: "opening", body: { meeting: state.meeting?.id ?? "", minutes: value } });
  };
  return (
    <>
      <Lines lines={[{ text, source }]} {...{ state, words }} />
      <label class="budget">
        <span>{fill(words.openingMinutes, { n: moved ?? minutes })}</span>
        <input
          type="range" min={0} max={Math.max(LONGEST, minutes)} value={moved ?? minutes} aria-valuetext={fill(words.minutes, { n: moved ?? minutes })}
          onInput={(event) => setMoved(event.currentTarget.valueAsNumber)} onChange={(event) => set(event.currentTarget.valueAsNumber)}
        />
      </label>
    </>
  );
}

function Openers({ isAlone = false, ...view }: OfHour & { isAlone?: boolean }) {
  const { hour, words } = view;
  const [first] = useState(() => hour.openers.filter(({ is_used }) => !is_used).slice(0, SHOWN).map(({ id }) => id));
  const picked = hour.openers.filter(({ id }) => first.includes(id));
  const shown = picked.length > 0 ? picked : hour.openers.slice(0, SHOWN);
  const rest = hour.openers.filter((one) => !shown.includes(one));
  return (
    <div class={isAlone ? "" : "part"}>
      {isAlone ? <h2>{words.openers}</h2> : <h3>{words.openers}</h3>}
      <ul class="points">{shown.map((one) => <li key={one.id}><OpenerRow opener={one} {...view} /></li>)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{fill(words.moreOpeners, { n: rest.length })}</summary>
          <ul class="points">{rest.map((one) => <li key={one.id}><OpenerRow opener={one} {...view} /></li>)}</ul>
        </details>
      )}
    </div>
  );
}

function OpenerRow({ opener, state, words, act }: OfHour & { opener: Opener }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { text, kind, is_used, source } = opener;
  const use = (used: boolean): void => act({ path: "opener", body: { meeting: state.meeting?.id ?? "", id: opener.id, is_used: used } });
  return (
    <>
      <div class="row">
        <label class={is_used ? "tick done" : "tick"} data-opener={opener.id}>
          <input type="checkbox" checked={is_used} onChange={(event) => use(event.currentTarget.checked)} />
          <span>
            <span dir="auto">{text}</span>
            <small>{[openerKind(kind, words), is_used ? words.used : ""].filter(Boolean).join(" · ")}</small>
          </span>
        </label>
        {source && (
          <button
            type="button" class="ghost square turn" aria-expanded={isOpen} aria-controls={id}
            aria-label={words.source} onClick={() => setOpen(!isOpen)}
          >
            <Open />
          </button>
        )}
      </div>
      {source && <Whence {...{ id, isOpen, source, state, words }} />}
    </>
  );
}

function openerKind(kind: string, words: Words): string {
  const { last_time, news, place, surroundings, asked, custom } = words;
  const known: Record<string, string> = { last_time, news, place, surroundings, asked, custom };
  return known[kind] ?? "";
}

function Visiting({ hour, state, words, act }: OfHour) {
  const done = hour.visit.filter(({ is_ticked }) => is_ticked).length;
  const tick = ({ id }: Visit, is_ticked: boolean): void => act({ path: "visit", body: { meeting: state.meeting?.id ?? "", id, is_ticked } });
  return (
    <details class="part">
      <summary>{fill(words.visiting, { done, all: hour.visit.length })}</summary>
      <ul class="points">
        {hour.visit.map((one) => (
          <li key={one.id}>
            <label class={one.is_ticked ? "tick done" : "tick"}>
              <input type="checkbox" checked={one.is_ticked} onChange={(event) => tick(one, event.currentTarget.checked)} />
              <span dir="auto">{one.text}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

function CareTick({ hour, state, words, act }: OfHour) {
  const { is_on } = hour.care;
  const set = (on: boolean): void => act({ path: "care", body: { meeting: state.meeting?.id ?? "", is_on: on } });
  return (
    <label class="tick care-tick">
      <input type="checkbox" checked={is_on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>
        {words.careSwitch}
        <small>{words.careHint}</small>
      </span>
    </label>
  );
}

/** Stands at the top for as long as the tone is to be soft. */
export function CareLine({ hour, words }: OfHour) {
  const { is_on, text, by } = hour.care;
  if (!is_on) return null;
  return (
    <p class="care-line" data-testid="care">
      <Care />
      <span><strong>{words.gently}</strong> <span dir="auto">{text ?? (by === "news" ? words.careNews : "")}</span></span>
    </p>
  );
}
