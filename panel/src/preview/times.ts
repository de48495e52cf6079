/** Clock faces in the person's zone and language. */

import { localeOf } from "../shared/clock.ts";
import type { Words } from "./words.ts";

const DAY = 86_400_000;

export interface Place {
  readonly zone: string;
  readonly locale: string;
}

/**
 * The place whose clock and customs the page follows; English is written the British way, with 24 hours.
 * A zone this browser does not know is read as UTC, and the page says UTC.
 */
export function placeOf(zone: string, language: string): Place {
  return { zone: isKnown(zone) ? zone : "UTC", locale: localeOf(language) };
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** 13:30 */
export function timeOf(instant: string | number, place: Place): string {
  return written(instant, place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Mon, 23 Nov */
export function shortDayOf(instant: string | number, place: Place): string {
  return written(instant, place, { weekday: "short", day: "numeric", month: "short" });
}

/** Monday, 23 November */
export function longDayOf(instant: string | number, place: Place): string {
  return written(instant, place, { weekday: "long", day: "numeric", month: "long" });
}

/** 23 November 2026; of a date that names no time it is that date everywhere. */
export function fullDateOf(instant: string, place: Place): string {
  const isDate = instant.length === "2026-11-23".length;
  return written(instant, isDate ? { ...place, zone: "UTC" } : place, { day: "numeric", month: "long", year: "numeric" });
}

/** London, New York: the city whose clock it is. */
export function cityOf(place: Place): string {
  return (place.zone.split("/").at(-1) ?? place.zone).replaceAll("_", " ");
}

/** 2026-11-23 on that place's calendar. */
export function dateOf(instant: string | number, place: Place): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: place.zone, dateStyle: "short" }).format(new Date(instant));
}

/** "Today", "Tomorrow", "Yesterday", or nothing for a date further off. Both are calendar dates. */
export function nearDay(date: string, today: string, words: Words): string | null {
  const away = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  return away === 0 ? words.today : away === 1 ? words.tomorrow : away === -1 ? words.yesterday : null;
}

/** A calendar date in words; it has no zone, so none may shift it. */
export function dayName(date: string, place: Place, isShort = false): string {
  const plain = { ...place, zone: "UTC" };
  return isShort ? shortDayOf(`${date}T12:00:00Z`, plain) : longDayOf(`${date}T12:00:00Z`, plain);
}

function written(instant: string | number, place: Place, look: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(place.locale, { ...look, timeZone: place.zone }).format(new Date(instant));
}
