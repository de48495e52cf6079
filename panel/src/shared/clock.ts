/** The server's clock, running on between two readings, and clock faces in the person's language. */

import { useEffect, useState } from "preact/hooks";

const MINUTE = 60_000;

/** What the server's clock says now: counted from its last word, never by ticks. Throttled tabs and sleep do no harm. */
export class ServerClock {
  private constructor(
    private readonly said: number,
    private readonly at: number,
  ) {}

  /** `now` as the server wrote it in an answer asked for at `askedAt` (performance.now()). */
  static of(now: string, askedAt: number): ServerClock {
    return new ServerClock(Date.parse(now), (askedAt + performance.now()) / 2);
  }

  now(): number {
    return this.when(performance.now());
  }

  /** What it said at another moment, given as performance.now() gave it then. */
  when(moment: number): number {
    return this.said + moment - this.at;
  }
}

/** The instant of the running minute; drawn anew when the minute changes. */
export function useMinute(clock: ServerClock): number {
  return useInstant(clock, MINUTE, 1000);
}

/** The instant of the running second, likewise. */
export function useSecond(clock: ServerClock): number {
  return useInstant(clock, 1000, 250);
}

function useInstant(clock: ServerClock, grain: number, every: number): number {
  const floored = (): number => Math.floor(clock.now() / grain) * grain;
  const [instant, setInstant] = useState(floored);
  useEffect(() => {
    const tick = (): void => setInstant(floored());
    tick();
    const timer = window.setInterval(tick, every);
    return () => window.clearInterval(timer);
  }, [clock]);
  return instant;
}

/** Where dates and numbers are written: English the British way, with 24 hours. */
export function localeOf(language: string): string {
  return language === "en" || language === "" ? "en-GB" : language;
}

/** 14:05, on a clock so many minutes from UTC. */
export function faceAt(instant: number, offsetMinutes: number, language: string): string {
  return written(instant + offsetMinutes * MINUTE, "UTC", language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** 14:05, on the clock of a zone. */
export function timeIn(instant: string | number, zone: string, language: string): string {
  return written(instant, zone, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Tue */
export function weekdayAt(instant: number, offsetMinutes: number, language: string): string {
  return written(instant + offsetMinutes * MINUTE, "UTC", language, { weekday: "short" });
}

/** Tue, 24 Nov; of a date without a time it is that date everywhere. */
export function dayIn(instant: string | number, zone: string, language: string): string {
  const isDate = typeof instant === "string" && instant.length === "2026-11-24".length;
  return written(instant, isDate ? "UTC" : zone, language, { weekday: "short", day: "numeric", month: "short" });
}

/** 24 November 2026 */
export function dateIn(instant: string, zone: string, language: string): string {
  const isDate = instant.length === "2026-11-24".length;
  return written(instant, isDate ? "UTC" : zone, language, { day: "numeric", month: "long", year: "numeric" });
}

/** How many whole minutes an instant is ahead; the minute under way counts as one. */
export function minutesUntil(instant: string, now: number): number {
  return Math.ceil((Date.parse(instant) - now) / MINUTE);
}

/** São Paulo for America/Sao_Paulo, as far as the zone's name tells. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function written(instant: string | number, zone: string, language: string, look: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(localeOf(language), { ...look, timeZone: isKnown(zone) ? zone : "UTC" }).format(date);
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
