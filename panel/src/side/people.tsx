/** People: whose clock says what, whose side they are on, the role the person gave them, and what to talk about. */

import { type ServerClock, cityOf, faceAt, useMinute, weekdayAt } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import { Around } from "./around.tsx";
import { isUnderWay } from "./call-state.ts";
import { Lines } from "./lines.tsx";
import { RoomCard } from "./roomsheet.tsx";
import type { Person, Role } from "./state.ts";
import { Suggested } from "./suggested.tsx";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

const ROLES: readonly Role[] = ["decision_maker", "skeptic", "trailblazer"];

export function People(view: View) {
  const { state, words } = view;
  if (state.people.length === 0 && !state.room) return <p class="empty">{words.nobody}</p>;
  return (
    <>
      {state.room && isUnderWay(state) && <RoomCard {...view} room={state.room} />}
      <ul class="people">
        {state.people.map((person) => <li key={person.address} class="card person"><PersonCard person={person} {...view} /></li>)}
      </ul>
      {state.more_people > 0 && <p class="quiet more-people">{fill(words.morePeople, { n: state.more_people })}</p>}
      {state.room && !isUnderWay(state) && <div class="card folded"><Around {...view} room={state.room} /></div>}
      <p class="hint">{words.roleHint}</p>
    </>
  );
}

function PersonCard(view: View & { person: Person }) {
  const { person, state, words } = view;
  const { zone, because } = person.clock;
  const seat = state.room?.people.find(({ address }) => address === person.address);
  return (
    <>
      <div class="person-head">
        <span class="face" aria-hidden="true">{initialsOf(person.name)}</span>
        <div class="who">
          <h2><bdi>{person.name || person.address}</bdi></h2>
          <p class="quiet">
            {sideOf(person.side, words)}
            {zone && <> · <bdi>{cityOf(zone)}</bdi></>}
            {person.answer && <> · <bdi>{person.answer}</bdi></>}
          </p>
        </div>
        <Face {...view} />
      </div>
      {person.working.state !== "unknown" && (
        <p class="working">
          <span class={person.working.state === "in" ? "chip good" : "chip warn"}>{workingOf(person.working.state, words)}</span>
          {person.working.note && <span class="quiet" dir="auto">{person.working.note}</span>}
        </p>
      )}
      {person.side === "client" && <RoleOf {...view} />}
      {seat?.needs && <p class="needs" dir="auto">{seat.needs} {seat.question}</p>}
      {seat && <Suggested {...view} seat={seat} />}
      {person.points.length > 0 && (
        <>
          <h3>{words.talkingPoints}</h3>
          <Lines lines={person.points} {...{ state, words }} />
        </>
      )}
      {because.length > 0 && (
        <details>
          <summary>{person.clock.offset_minutes === null ? words.whyNoTime : words.whyTime}</summary>
          <ul class="because">
            {because.map((reason, index) => <li key={index} dir="auto">{reason}</li>)}
          </ul>
        </details>
      )}
    </>
  );
}

function Face({ person, state, clock, words }: View & { person: Person }) {
  const now = useMinute(clock);
  const { offset_minutes: offset, certainty } = person.clock;
  if (offset === null) return <p class="time unknown">{words.noClock}</p>;
  const isOtherDay = dayAt(now, offset) !== dayAt(now, ownOffset(clock, state.zone));
  return (
    <p class="time" data-testid="time">
      {certainty !== "stated" && <small>{words.probably} </small>}
      <strong>{faceAt(now, offset, state.language)}</strong>
      {isOtherDay && <small> {weekdayAt(now, offset, state.language)}</small>}
    </p>
  );
}

function dayAt(instant: number, offsetMinutes: number): string {
  return new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** How far the person's own zone is from UTC now, in minutes. */
function ownOffset(clock: ServerClock, zone: string): number {
  const now = Math.floor(clock.now() / 60_000) * 60_000;
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(now);
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "") ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return 0;
  }
}

function RoleOf({ person, words, act }: View & { person: Person }) {
  const set = (value: string): void => {
    const role = ROLES.find((known) => known === value) ?? null;
    act({ path: "role", body: { address: person.address, role } });
  };
  return (
    <label class="field role">
      <span aria-hidden="true">{words.role}</span>
      <select
        aria-label={fill(words.roleFor, { name: person.name || person.address })} value={person.role ?? ""}
        onChange={(event) => set(event.currentTarget.value)}
      >
        <option value="">{words.noRole}</option>
        {ROLES.map((role) => <option key={role} value={role}>{words[role]}</option>)}
      </select>
    </label>
  );
}

function sideOf(side: string, words: Words): string {
  const known: Record<string, string> = { ours: words.ours, client: words.client, partner: words.partner, room: words.room };
  return known[side] ?? words.unknownSide;
}

function workingOf(state: string, words: Words): string {
  const { before, afterWork, lunch, weekend, holiday } = words;
  const known: Record<string, string> = { in: words.in, before, after: afterWork, lunch, weekend, holiday };
  return known[state] ?? state;
}

/** Two letters for a face: of the first and the last name, whatever their script. */
function initialsOf(name: string): string {
  const names = name.split(/\s+/).filter((part) => /^\p{L}/u.test(part));
  const picked = names.length > 1 ? [names[0], names.at(-1)] : names;
  return picked.map((part) => [...(part ?? "")][0] ?? "").join("").toLocaleUpperCase();
}
