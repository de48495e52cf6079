/** One client in full: the verdict, the last touches by kind, whom to call, the limits, and what to come back to. */

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { fill } from "../shared/words.ts";
import type { RelationAct, RelationRow, RelationShown } from "./relationship-state.ts";
import type { RelationWords } from "./relationship-words.ts";

interface Props {
  readonly row: RelationRow;
  readonly shown: RelationShown;
  readonly words: RelationWords;
  readonly act: RelationAct;
}

export function OneRelationship({ row, shown, words, act }: Props) {
  const say = (what: string, value?: unknown): Promise<boolean> => act(row.client, what, value);
  return (
    <article aria-labelledby="relation-name">
      <h2 id="relation-name"><bdi>{shown.name}</bdi></h2>
      <p class="verdict" dir="auto">{shown.verdict}</p>
      {shown.colleague && <p class="quiet">{shown.colleague}</p>}
      <p class="relation-taps">
        <button type="button" class="primary" onClick={() => void say("called")}>{words.called}</button>
        <button type="button" onClick={() => void say("visited")}>{words.visited}</button>
        {row.state === "resting" && !row.is_off ? (
          <button type="button" class="ghost" onClick={() => void say("rest_end")}>{words.restEnd}</button>
        ) : (
          <button type="button" class="ghost" onClick={() => void say("not_now")}>{words.notNow}</button>
        )}
      </p>
      <People {...{ shown, words }} />
      <Touches {...{ shown, words }} />
      <Limits {...{ row, shown, words, say }} />
      <Asked {...{ shown, words, say }} />
      <Assumptions {...{ shown, words, say }} />
      <Around {...{ shown, words, say }} />
    </article>
  );
}

type Say = (what: string, value?: unknown) => Promise<boolean>;

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function People({ shown, words }: { shown: RelationShown; words: RelationWords }) {
  if (shown.people.length === 0) return null;
  return (
    <Part title={words.people}>
      <ul>
        {shown.people.map((one) => (
          <li key={one.name} class="relation-person">
            <bdi>{one.name}</bdi> {one.number && <a href={`tel:${one.number.replace(/[^+\d]/g, "")}`}><bdi>{one.number}</bdi></a>}
            {one.clock && <p class="quiet">{one.clock}{one.note && ` · ${one.note}`}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Touches({ shown, words }: { shown: RelationShown; words: RelationWords }) {
  return (
    <Part title={words.touches}>
      {shown.touches.length === 0 ? <p class="quiet">{words.noTouches}</p> : (
        <ol class="touches">
          {shown.touches.map((one, index) => (
            <li key={index} class={REAL.has(one.kind) ? "touch" : "touch faint"}>
              <span class="touch-day">{one.day}</span>
              <span>
                {one.text} {one.who && <bdi class="quiet">{one.who}</bdi>}
                {one.doubt && <small>{one.doubt}</small>}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p class="hint">{[shown.balance, shown.mails].filter(Boolean).join(" ")}</p>
    </Part>
  );
}

const REAL = new Set(["meeting_held", "visit", "call", "mail_personal_in", "mail_personal_out"]);

function Limits({ row, shown, words, say }: Props0) {
  const id = useId();
  const { limits } = shown;
  const [soft, setSoft] = useState(String(limits.soft ?? limits.usual_soft));
  const [hard, setHard] = useState(String(limits.hard ?? limits.usual_hard));
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    void say("limits", { soft: Number(soft), hard: Number(hard) });
  };
  return (
    <Part title={words.limits}>
      <p class="quiet">{limits.text}</p>
      <form class="limit-fields" onSubmit={save}>
        <label for={`${id}-soft`}>{words.soft}</label>
        <input id={`${id}-soft`} type="number" min={3} max={365} value={soft} onInput={(event) => setSoft(event.currentTarget.value)} />
        <label for={`${id}-hard`}>{words.hard}</label>
        <input id={`${id}-hard`} type="number" min={3} max={365} value={hard} onInput={(event) => setHard(event.currentTarget.value)} />
        <p class="relation-taps">
          <button type="submit">{words.save}</button>
          {limits.soft !== null && <button type="button" class="ghost" onClick={() => void say("limits", { soft: null, hard: null })}>{words.learn}</button>}
        </p>
      </form>
      <label class="tick">
        <input type="checkbox" checked={row.is_key} onChange={(event) => void say("key", event.currentTarget.checked)} />
        <span>{words.key}<small>{words.keyHint}</small></span>
      </label>
      <label class="tick">
        <input type="checkbox" checked={row.is_off} onChange={(event) => void say("off", event.currentTarget.checked)} />
        <span>{words.offTitle}</span>
      </label>
    </Part>
  );
}

interface Props0 {
  readonly row: RelationRow;
  readonly shown: RelationShown;
  readonly words: RelationWords;
  readonly say: Say;
}

type Props1 = Omit<Props0, "row">;

function Asked({ shown, words, say }: Props1) {
  const id = useId();
  const [what, setWhat] = useState("");
  const [said, setSaid] = useState("");
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!what.trim() || !said.trim() || !(await say("asked", { what, said }))) return;
    setWhat("");
    setSaid("");
  };
  return (
    <Part title={words.asked}>
      <p class="hint">{shown.asked.length === 0 ? words.askedNone : words.askedHint}</p>
      <ul>
        {shown.asked.map((one) => (
          <li key={one.what} class="relation-line">
            <span dir="auto">{one.what}</span>
            {one.said ? <p class="quiet" dir="auto">“{one.said}”</p> : (
              <button type="button" class="ghost" onClick={() => setWhat(one.what)}>{words.askedSaid} …</button>
            )}
          </li>
        ))}
      </ul>
      <form class="limit-fields wide" onSubmit={(event) => void keep(event)}>
        <label for={`${id}-what`}>{words.askedWhat}</label>
        <input id={`${id}-what`} type="text" maxLength={300} value={what} onInput={(event) => setWhat(event.currentTarget.value)} />
        <label for={`${id}-said`}>{words.askedSaid}</label>
        <input id={`${id}-said`} type="text" maxLength={300} value={said} onInput={(event) => setSaid(event.currentTarget.value)} />
        <button type="submit">{words.remember}</button>
      </form>
    </Part>
  );
}

function Assumptions({ shown, words, say }: Props1) {
  const id = useId();
  const [text, setText] = useState("");
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() && (await say("assumption", text))) setText("");
  };
  return (
    <Part title={words.assumptions}>
      <ul>
        {shown.assumptions.map((one) => (
          <li key={one.id} class="relation-line">
            <span dir="auto">{one.text}</span>
            <button type="button" class="ghost" onClick={() => void say("forget", { id: one.id })}>
              {words.checked}<span class="hidden"> {one.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <form class="limit-fields wide" onSubmit={(event) => void keep(event)}>
        <label for={id}>{words.assumption}</label>
        <input id={id} type="text" maxLength={300} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <button type="submit">{words.remember}</button>
      </form>
    </Part>
  );
}

function Around({ shown, words, say }: Props1) {
  if (shown.around.length === 0) return null;
  return (
    <Part title={words.around}>
      <ul>
        {shown.around.map((one) => (
          <li key={one.name} class="relation-line">
            <span><bdi>{one.name}</bdi> <span class="quiet" dir="auto">{one.what}{one.thanked && ` · ${fill(words.thankedOn, { date: one.thanked })}`}</span></span>
            <button type="button" class="ghost" onClick={() => void say("thanked", { name: one.name })}>
              {words.thanked}<span class="hidden"> {one.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
