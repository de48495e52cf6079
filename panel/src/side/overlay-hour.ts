/** The hour and the room as they will be once a write is done. */

import type { Hour, RoomSheet } from "./call-state.ts";
import type { HourWrite } from "./outbox.ts";
import type { PanelState } from "./state.ts";

type Parts = Partial<Pick<PanelState, "hour" | "room">>;

/** The parts of `state` that `write` changes; none where the server told of no hour or room. */
export function withHour({ hour, room }: Pick<PanelState, "hour" | "room">, write: HourWrite): Parts {
  if (hour) {
    const changedHour = hourWith(hour, write);
    if (changedHour) return { hour: changedHour };
  }
  if (!room) return {};
  const changedRoom = roomWith(room, write);
  return changedRoom ? { room: changedRoom } : {};
}

function hourWith(hour: Hour, write: HourWrite): Hour | null {
  switch (write.path) {
    case "care":
      return { ...hour, care: { ...hour.care, is_on: write.body.is_on, by: write.body.is_on ? "you" : null } };
    case "opener":
      return { ...hour, openers: changed(hour.openers, write.body.id, { is_used: write.body.is_used }) };
    case "opening":
      return { ...hour, opening: { ...hour.opening, minutes: write.body.minutes } };
    case "visit":
      return { ...hour, visit: changed(hour.visit, write.body.id, { is_ticked: write.body.is_ticked }) };
    default:
      return null;
  }
}

function roomWith(room: RoomSheet, write: HourWrite): RoomSheet | null {
  switch (write.path) {
    case "addressed": {
      const { address, is_addressed } = write.body;
      const rest = room.round.filter((one) => one !== address);
      const people = room.people.map((one) => (one.address === address ? { ...one, is_addressed } : one));
      return { ...room, people, round: is_addressed ? rest : [...rest, address] };
    }
    case "around": {
      const { name, what } = write.body;
      return { ...room, others: [...room.others.filter((one) => one.name !== name), { name, what }] };
    }
    case "around-remove":
      return { ...room, others: room.others.filter(({ name }) => name !== write.body.name) };
    default:
      return null;
  }
}

/** The items, with one of them changed. */
export function changed<Item extends { readonly id: string }>(items: readonly Item[], id: string, change: Partial<Item>): Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}
