/** The people around the project, remembered by the person: the assistant, the reception, their IT. */

import { useState } from "preact/hooks";
import { Close, Plus } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import type { RoomSheet } from "./call-state.ts";
import type { View } from "./view.ts";

const LONGEST = 80;

export function Around({ room, state, words, act, say }: View & { room: RoomSheet }) {
  const meeting = state.meeting?.id ?? "";
  const [name, setName] = useState("");
  const [what, setWhat] = useState("");
  const keep = (one: { name: string; what: string }): void => act({ path: "around", body: { meeting, ...one } });
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    keep({ name: name.trim(), what: what.trim() });
    setName("");
    setWhat("");
  };
  const remove = (one: RoomSheet["others"][number]): void => {
    act({ path: "around-remove", body: { meeting, name: one.name } });
    say(words.removed, () => keep(one));
  };
  return (
    <details>
      <summary>{fill(words.around, { n: room.others.length })}</summary>
      {room.others.length > 0 && (
        <ul class="points">
          {room.others.map((one) => (
            <li key={one.name} class="row">
              <p class="around-one"><bdi>{one.name}</bdi>{one.what && <small dir="auto">{one.what}</small>}</p>
              <button type="button" class="ghost square" aria-label={fill(words.remove, { text: one.name })} onClick={() => remove(one)}><Close /></button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <div class="one-line">
          <input
            type="text" dir="auto" maxLength={LONGEST} aria-label={words.aroundName} placeholder={words.aroundName} value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="one-line">
          <input
            type="text" dir="auto" maxLength={LONGEST} aria-label={words.aroundWhat} placeholder={words.aroundWhat} value={what}
            onInput={(event) => setWhat(event.currentTarget.value)}
          />
          <button type="submit" class="square" aria-label={words.add}><Plus /></button>
        </div>
      </form>
    </details>
  );
}
