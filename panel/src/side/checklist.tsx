/** What has to work before the call, and the way to the tech check. */

import { fill } from "../shared/words.ts";
import type { Check } from "./state.ts";
import { TechCheck } from "./techcheck.tsx";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

export function Checklist(view: View) {
  const { state, words } = view;
  const open = state.checklist.filter((check) => !isReady(check)).length;
  return (
    <section class="card" aria-labelledby="checklist-title">
      <header class="card-head">
        <h2 id="checklist-title">{words.checklist}</h2>
        <span class={open ? "chip" : "chip good"}>{open ? fill(words.open, { n: open }) : words.allReady}</span>
      </header>
      <Checks {...view} />
    </section>
  );
}

export function Checks(view: View) {
  const { state, words } = view;
  // What the person ticked stays where it was: under the finger, and under the focus.
  const quiet = state.checklist.filter((check) => check.state === "ok" && !check.is_ticked);
  const shown = state.checklist.filter((check) => !quiet.includes(check));
  return (
    <>
      <Items checks={shown} {...view} />
      {quiet.length > 0 && (
        <details>
          <summary>{fill(words.ready, { n: quiet.length })}</summary>
          <Items checks={quiet} {...view} />
        </details>
      )}
      <TechCheck {...view} />
    </>
  );
}

function Items({ checks, ...view }: View & { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <ul class="checks">
      {checks.map((check) => <li key={check.id}><Item check={check} {...view} /></li>)}
    </ul>
  );
}

function isReady({ state, is_ticked }: Check): boolean {
  return is_ticked || state === "ok";
}

function Item({ check, state, words, act }: View & { check: Check }) {
  const isDone = isReady(check);
  const tick = (is_ticked: boolean): void =>
    act({ path: "tick", body: { meeting: state.meeting?.id ?? "", check: check.id, is_ticked } });
  return (
    <label class="tick" data-check={check.id}>
      <input
        type="checkbox" checked={isDone} disabled={check.state === "ok" && !check.is_ticked}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <span>
        <span dir="auto">{check.text}</span> <span class={`state is-${check.is_ticked ? "ok" : check.state}`}>{stateOf(check, words)}</span>
        {check.because && <small dir="auto">{check.because}</small>}
      </span>
    </label>
  );
}

/** The server says when it was ticked; until it knows, the panel says that it was. */
function stateOf({ state, is_ticked, because }: Check, words: Words): string {
  if (is_ticked) return because ? words.ok : words.ticked;
  const known: Record<string, string> = { ok: words.ok, todo: words.todo, problem: words.problem };
  return known[state] ?? words.unknownState;
}
