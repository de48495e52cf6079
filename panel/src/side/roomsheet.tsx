/** The room: who is here, whom nobody has spoken to yet, and how to lead a large call. What the person ticks is theirs alone. */

import { fill } from "../shared/words.ts";
import { timeIn } from "../shared/clock.ts";
import { Around } from "./around.tsx";
import type { RoomSheet, Seat } from "./call-state.ts";
import { Line } from "./copy.tsx";
import { takenBack } from "./points.tsx";
import { Suggested } from "./suggested.tsx";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

type OfRoom = View & { room: RoomSheet };

export function RoomCard(view: OfRoom) {
  const { room, words } = view;
  const isKnown = room.people.some(({ presence }) => presence !== "unknown");
  const here = room.people.filter(({ presence }) => presence === "here" || presence === "late").length;
  const isLarge = room.mode === "large";
  return (
    <section class="card room-sheet" aria-labelledby="room-title" data-mode={room.mode}>
      <header class="card-head">
        <h2 id="room-title">{words.inTheRoom}</h2>
        {isKnown && <span class="chip">{fill(words.hereOf, { n: here, all: room.people.length })}</span>}
      </header>
      {isLarge && <p class="hint">{words.largeCall}</p>}
      {room.people.length > 0 && (
        <>
          <Round {...view} />
          <details open={!isLarge}>
            <summary>{fill(words.everybody, { n: room.people.length })}</summary>
            <ul class="points">
              {room.people.map((seat) => <li key={seat.address}><SeatRow seat={seat} {...view} /></li>)}
            </ul>
          </details>
          <p class="hint">{words.addressedHint}</p>
        </>
      )}
      {(room.dos.length > 0 || room.donts.length > 0) && (
        <details>
          <summary>{words.largeHow}</summary>
          <Advice title={words.dos} lines={room.dos} mark="✓" />
          <Advice title={words.donts} lines={room.donts} mark="✕" />
        </details>
      )}
      {room.script && (
        <details>
          <summary>{words.hands}</summary>
          <Line text={room.script} {...view} />
        </details>
      )}
      <Around {...view} />
    </section>
  );
}

/** Whom to speak to next. The box stays the same one when its person is ticked, so that the focus stays with it. */
function Round(view: OfRoom) {
  const { room, words } = view;
  const next = room.people.find(({ address }) => address === room.round[0]);
  if (!next) return <p class="quiet round">{words.allAddressed}</p>;
  const more = room.round.length - 1;
  return (
    <div class="round">
      <h3>{words.askNext}</h3>
      <Addressed seat={next} {...view} isNext note={more > 0 ? fill(words.thenMore, { n: more }) : ""} />
    </div>
  );
}

function SeatRow(view: OfRoom & { seat: Seat }) {
  const { seat, state, words } = view;
  const hasCard = state.people.some(({ address }) => address === seat.address);
  return (
    <>
      <div class="row">
        <Addressed {...view} note={hasCard ? "" : (seat.needs ?? "")} />
        {seat.presence !== "unknown" && <Presence seat={seat} state={state} words={words} />}
      </div>
      {!hasCard && <Suggested {...view} />}
    </>
  );
}

function Addressed({ seat, state, words, act, note, isNext = false }: OfRoom & { seat: Seat; note: string; isNext?: boolean }) {
  const tick = (is_addressed: boolean): void =>
    act({ path: "addressed", body: { meeting: state.meeting?.id ?? "", address: seat.address, is_addressed } });
  return (
    <label class="tick" data-seat={seat.address}>
      <input
        type="checkbox" aria-label={fill(words.addressedOf, { name: seat.name || seat.address })} checked={seat.is_addressed}
        onChange={(event) => tick(takenBack(event, isNext))}
      />
      <span>
        <bdi>{seat.name || seat.address}</bdi>
        {note && <small dir="auto">{note}</small>}
      </span>
    </label>
  );
}

function Presence({ seat, state, words }: Pick<View, "state" | "words"> & { seat: Seat }) {
  const { presence, since } = seat;
  const isAbsent = presence === "missing" || presence === "left";
  const face = since ? timeIn(since, state.zone, state.language) : "";
  return <span class={`chip presence${presence === "here" ? " good" : isAbsent ? " warn" : ""}`}>{presenceOf(presence, face, words)}</span>;
}

function presenceOf(presence: Seat["presence"], face: string, words: Words): string {
  if (presence === "late") return face ? fill(words.lateSince, { time: face }) : words.late;
  if (presence === "left") return face ? fill(words.leftAt, { time: face }) : words.hasLeft;
  return presence === "missing" ? words.missing : words.here;
}

function Advice({ title, lines, mark }: { title: string; lines: readonly string[]; mark: string }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="advice">
        {lines.map((line, index) => <li key={index}><span aria-hidden="true">{mark}</span><span dir="auto">{line}</span></li>)}
      </ul>
    </>
  );
}
