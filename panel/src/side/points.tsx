/** One point to cover: its tick, its putting off, and a new one of the person's own. */

import { useState } from "preact/hooks";
import { Later, Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import { namesIn } from "./kinds.ts";
import { Room, isTooLong } from "./room.tsx";
import type { Must } from "./state.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

const LONGEST_NAME = 80;
const MOST_MINUTES = 240;

type OfPoint = View & { point: Must };

export function Point({ point, state, words, act, say, isNext = false }: OfPoint & { isNext?: boolean }) {
  const meeting = state.meeting?.id ?? "";
  const tick = (is_done: boolean): void => {
    act({ path: "must", body: { meeting, id: point.id, is_done } });
    if (is_done) say(fill(words.covered, { text: point.text }), () => tick(false));
  };
  const about = aboutOf(point, words);
  return (
    <label class={point.is_done ? "tick done" : "tick"}>
      <input type="checkbox" checked={point.is_done} onChange={(event) => tick(takenBack(event, isNext))} />
      {about ? (
        <span>
          <span dir="auto">{point.text}</span>
          <small dir="auto">{about}</small>
        </span>
      ) : (
        <span dir="auto">{point.text}</span>
      )}
    </label>
  );
}

function aboutOf({ minutes, decides }: Must, words: Words): string {
  const who = decides === "" ? words.decisionNeeded : decides ? fill(words.decides, { name: decides }) : "";
  return [minutes ? fill(words.minutes, { n: minutes }) : "", who].filter(Boolean).join(" · ");
}

/** Whether the box was ticked. The box of the next point is empty again at once: it belongs to the point after it. */
export function takenBack(event: Event, isNext: boolean): boolean {
  const box = event.currentTarget as HTMLInputElement;
  const { checked } = box;
  if (isNext) box.checked = false;
  return checked;
}

/** Moves a point to the next meeting with this client. */
export function PutOff({ point, state, words, act, say, isLong = false }: OfPoint & { isLong?: boolean }) {
  const move = (is_moved: boolean): void =>
    act({ path: "must", body: { meeting: state.meeting?.id ?? "", id: point.id, is_done: false, is_moved } });
  const put = (): void => {
    move(true);
    say(fill(words.movedOn, { text: point.text }), () => move(false));
  };
  if (isLong) return <button type="button" class="ghost put-off" onClick={put}><Later />{words.moveOn}</button>;
  return (
    <button type="button" class="ghost square put-off" title={words.moveOn} aria-label={fill(words.moveOnOf, { text: point.text })} onClick={put}>
      <Later />
    </button>
  );
}

export function AddPoint({ state, words, act }: View) {
  const [text, setText] = useState("");
  const [minutes, setMinutes] = useState("");
  const [decides, setDecides] = useState("");
  const hasMore = Boolean(state.hour) && text.trim() !== "";
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!text.trim() || isTooLong(text) || !state.meeting) return;
    const more = { ...(Number(minutes) > 0 && { minutes: Number(minutes) }), ...(decides.trim() && { decides: decides.trim() }) };
    act({ path: "must", body: { meeting: state.meeting.id, id: crypto.randomUUID(), text: text.trim(), is_done: false, ...more } });
    setText("");
    setMinutes("");
    setDecides("");
  };
  return (
    <>
      <form onSubmit={add}>
        <div class="one-line">
          <input
            type="text" dir="auto" aria-label={words.addPoint} placeholder={words.addPoint} value={text}
            aria-invalid={isTooLong(text)} aria-describedby="point-room" onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="square" aria-label={words.add}><Plus /></button>
        </div>
        {hasMore && (
          <div class="one-line point-more">
            <input
              type="number" min={1} max={MOST_MINUTES} inputMode="numeric" aria-label={words.pointMinutes} placeholder={words.pointMinutes}
              value={minutes} onInput={(event) => setMinutes(event.currentTarget.value)}
            />
            <input
              type="text" dir="auto" list="who-decides" maxLength={LONGEST_NAME} aria-label={words.whoDecides} placeholder={words.whoDecides}
              value={decides} onInput={(event) => setDecides(event.currentTarget.value)}
            />
            <datalist id="who-decides">{namesIn(state).map((name) => <option key={name} value={name} />)}</datalist>
          </div>
        )}
      </form>
      <Room id="point-room" text={text} words={words} />
    </>
  );
}
