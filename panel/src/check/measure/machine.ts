/** What the browser and the computer say of themselves: nothing here asks for a device. */

import { fill } from "../words.ts";
import { isFine, judged, pause, type CheckApi, type Result } from "./result.ts";

interface Brand { brand: string; version: string }
interface Battery { level: number; charging: boolean }
interface Policy { allowsFeature(name: string): boolean }

const NAMED = /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/g;
const NAMES: Record<string, string> = { Edg: "Edge", OPR: "Opera", Version: "Safari" };
const STALL_FOR = 1200;

/** The browser's name and version, and whether it can hold a call at all. */
export function browser({ words }: CheckApi): Result {
  const { name, version } = browserName();
  const missing = [
    ["WebRTC", typeof RTCPeerConnection === "function"],
    ["getUserMedia", typeof navigator.mediaDevices?.getUserMedia === "function"],
    ["Web Audio", typeof AudioContext === "function"],
  ].filter(([, is_there]) => !is_there).map(([feature]) => feature);
  const value = fill(words.browserValue, { name, version, cores: navigator.hardwareConcurrency || "?" });
  if (!window.isSecureContext) return judged("browser", false, value, words.browserInsecure, version);
  if (missing.length > 0) return judged("browser", false, value, fill(words.browserMissing, { what: missing.join(", ") }), version);
  return judged("browser", true, value, "", version);
}

function browserName(): { name: string; version: number } {
  const data = (navigator as { userAgentData?: { brands: Brand[] } }).userAgentData;
  const brands = (data?.brands ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  const brand = brands.find(({ brand: one }) => one !== "Chromium") ?? brands[0];
  if (brand) return { name: brand.brand, version: Number(brand.version) || 0 };
  const found = new Map([...navigator.userAgent.matchAll(NAMED)].map(([, key = "", number]) => [key, Number(number)]));
  const key = ["Edg", "OPR", "Firefox", "Chrome", "Version"].find((one) => found.has(one)) ?? "";
  return { name: NAMES[key] ?? (key || "?"), version: found.get(key) ?? 0 };
}

/** What the page's place allows: a frame may be kept from the microphone whatever the person says. */
export function framePolicy({ words }: CheckApi): Result {
  const policy = (document as { featurePolicy?: Policy }).featurePolicy;
  if (!policy) return { id: "frame_policy", state: "not_possible", value: words.policyUnknown };
  const features: [string, string][] = [
    ["microphone", words.names.microphone],
    ["camera", words.names.camera],
    ["display-capture", words.names.screen_share],
  ];
  const blocked = features.filter(([feature]) => !policy.allowsFeature(feature)).map(([, name]) => name);
  if (blocked.length === 0) return judged("frame_policy", true, words.policyFree, "");
  return judged("frame_policy", false, fill(words.policyBlocked, { what: blocked.join(", ") }), words.policyMend);
}

/** Whether this computer's zone shows the mailbox's time the whole year through. */
export function zone({ words, zone: mailbox }: CheckApi, year = new Date().getFullYear()): Result {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!mailbox) return { id: "zone", state: "not_possible", value: here };
  return judged("zone", isSameClock(here, mailbox, year), here, fill(words.zoneMend, { zone: mailbox }));
}

/** By the offset of every day, since names differ more often than clocks do. */
export function isSameClock(one: string, other: string, year: number): boolean {
  if (one === other) return true;
  try {
    const [first, second] = [offsets(one), offsets(other)];
    const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day, 12)));
    return days.every((day) => first(day) === second(day));
  } catch {
    return false; // a name that this browser does not know
  }
}

function offsets(name: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  return (at) => format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** The longest moment in which the page could do nothing. */
export async function mainThread({ words }: CheckApi): Promise<Result> {
  if (document.hidden) return { id: "main_thread", state: "skipped", value: words.hidden };
  const begin = performance.now();
  let [last, longest] = [begin, 0];
  while (last - begin < STALL_FOR) {
    await pause(5);
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last - 5), now];
  }
  if (document.hidden) return { id: "main_thread", state: "skipped", value: words.hidden };
  const value = fill(words.stall, { ms: Math.round(longest) });
  return judged("main_thread", isFine("main_thread", longest), value, words.stallMend, longest);
}

/** Whether the battery lasts for a call. */
export async function battery({ words }: CheckApi): Promise<Result> {
  const ask = (navigator as { getBattery?: () => Promise<Battery> }).getBattery;
  const found = await ask?.call(navigator).catch(() => undefined);
  if (!found) return { id: "battery", state: "not_possible", value: words.batteryUnknown };
  const level = Math.round(found.level * 100);
  const value = fill(found.charging ? words.charging : words.onBattery, { level });
  return judged("battery", found.charging || isFine("battery", level), value, words.batteryMend, level);
}

/** Only whether sharing is offered: nothing is captured. */
export function screenShare({ words }: CheckApi): Result {
  const policy = (document as { featurePolicy?: Policy }).featurePolicy;
  if (typeof navigator.mediaDevices?.getDisplayMedia !== "function") {
    return { id: "screen_share", state: "not_possible", value: words.shareMissing, mend: words.shareMend };
  }
  if (policy && !policy.allowsFeature("display-capture")) {
    return { id: "screen_share", state: "not_possible", value: words.shareBlocked, mend: words.policyMend };
  }
  return judged("screen_share", true, words.shareOffered, "");
}
