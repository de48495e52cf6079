/** What must be covered: the next point with its tick, and all of them on demand. */

import { fill } from "../shared/words.ts";
import { AddPoint, Point, PutOff } from "./points.tsx";
import type { Must } from "./state.ts";
import type { View } from "./view.ts";

export function Cover(view: View) {
  const { state, words } = view;
  const points = withDecisions(view);
  const open = points.filter(({ is_done }) => !is_done);
  const [next] = open;
  const hasHour = Boolean(state.hour);
  // The button has its words where time is short, else it stands small beside its point.
  const isShort = (state.hour?.drift?.state ?? "fine") !== "fine";
  return (
    <section class="card cover" aria-labelledby="cover-title">
      <header class="card-head">
        <h2 id="cover-title">{words.nextToCover}</h2>
        {open.length > 0 && <span class="chip">{fill(words.toGo, { n: open.length })}</span>}
      </header>
      {/* The box stays the same one when its point is done, so that the focus stays with it. */}
      {!next && <p class="quiet">{points.length ? words.allCovered : words.nothingToCover}</p>}
      {next && !hasHour && <Point point={next} {...view} isNext />}
      {next && hasHour && (
        <div class="row">
          <Point point={next} {...view} isNext />
          {!isShort && <PutOff point={next} {...view} />}
        </div>
      )}
      {next && isShort && <PutOff point={next} {...view} isLong />}
      <details>
        <summary>{fill(words.allPoints, { done: points.length - open.length, all: points.length })}</summary>
        <ul class="points">
          {points.map((point) => (
            <li key={point.id} class="row">
              <Point point={point} {...view} />
              {hasHour && !point.is_done && <PutOff point={point} {...view} />}
            </li>
          ))}
        </ul>
        <AddPoint {...view} />
      </details>
    </section>
  );
}

/** The points that are still for today, with the decisions that the hour needs among them. */
function withDecisions({ state }: Pick<View, "state">): readonly Must[] {
  const needed = state.hour?.decisions ?? [];
  const decides = (id: string): string | null => needed.find((one) => one.id === id)?.who ?? null;
  const points = state.must.filter(({ is_moved }) => !is_moved).map((point) => ({ ...point, decides: point.decides ?? decides(point.id) }));
  const others = needed.filter(({ id }) => state.must.every((point) => point.id !== id));
  return [...points, ...others.map(({ id, text, who, is_made }) => ({ id, text, decides: who ?? "", is_done: is_made, own: false }))];
}
