/** What must be covered: the next point with its tick, and all of them on demand. */

import { useState } from "preact/hooks";
import { Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import { Room, isTooLong } from "./room.tsx";
import type { Must } from "./state.ts";
import type { View } from "./view.ts";

export function Cover(view: View) {
  const { state, words } = view;
  const open = state.must.filter(({ is_done }) => !is_done);
  const [next] = open;
  return (
    <section class="card cover" aria-labelledby="cover-title">
      <header class="card-head">
        <h2 id="cover-title">{words.nextToCover}</h2>
        {open.length > 0 && <span class="chip">{fill(words.toGo, { n: open.length })}</span>}
      </header>
      {/* The box stays the same one when its point is done, so that the focus stays with it. */}
      {next ? <Point point={next} {...view} isNext /> : <p class="quiet">{state.must.length ? words.allCovered : words.nothingToCover}</p>}
      <details>
        <summary>{fill(words.allPoints, { done: state.must.length - open.length, all: state.must.length })}</summary>
        <ul class="points">
          {state.must.map((point) => <li key={point.id}><Point point={point} {...view} /></li>)}
        </ul>
        <AddPoint {...view} />
      </details>
    </section>
  );
}

function Point({ point, state, words, act, say, isNext = false }: View & { point: Must; isNext?: boolean }) {
  const meeting = state.meeting?.id ?? "";
  const tick = (is_done: boolean): void => {
    act({ path: "must", body: { meeting, id: point.id, is_done } });
    if (is_done) say(fill(words.covered, { text: point.text }), () => tick(false));
  };
  return (
    <label class={point.is_done ? "tick done" : "tick"}>
      <input type="checkbox" checked={point.is_done} onChange={(event) => tick(takenBack(event, isNext))} />
      <span dir="auto">{point.text}</span>
    </label>
  );
}

/** Whether the box was ticked. The box of the next point is empty again at once: it belongs to the point after it. */
function takenBack(event: Event, isNext: boolean): boolean {
  const box = event.currentTarget as HTMLInputElement;
  const { checked } = box;
  if (isNext) box.checked = false;
  return checked;
}

function AddPoint({ state, words, act }: View) {
  const [text, setText] = useState("");
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!text.trim() || isTooLong(text) || !state.meeting) return;
    act({ path: "must", body: { meeting: state.meeting.id, id: crypto.randomUUID(), text: text.trim(), is_done: false } });
    setText("");
  };
  return (
    <>
      <form class="one-line" onSubmit={add}>
        <input
          type="text" dir="auto" aria-label={words.addPoint} placeholder={words.addPoint} value={text}
          aria-invalid={isTooLong(text)} aria-describedby="point-room" onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="square" aria-label={words.add}><Plus /></button>
      </form>
      <Room id="point-room" text={text} words={words} />
    </>
  );
}
