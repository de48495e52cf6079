/** The way to this product's own server. It says nothing of the way to Teams' media relays. */

import { fill } from "../words.ts";
import { isFine, judged, within, type CheckApi, type Result } from "./result.ts";

const PINGS = 12;
const PATIENCE = 4000;
const SIZES = [100_000, 500_000, 2_000_000];
const LONG_ENOUGH = 400;

interface Ping { ms: number; skew: number; coarse: number }

/** Round trip and its spread, and how far this computer's clock is off. */
export async function roundTrip(api: CheckApi): Promise<Result[]> {
  try {
    await within(PATIENCE, api.ping()); // opens the connection
    const pings: Ping[] = [];
    const begin = performance.now();
    while (pings.length < PINGS && (pings.length < 3 || performance.now() - begin < 2000)) pings.push(await onePing(api));
    return [rtt(api, pings), skew(api, pings)];
  } catch {
    return [unreachable(api, "network_rtt"), skipped(api, "clock_skew")];
  }
}

async function onePing(api: CheckApi): Promise<Ping> {
  const [begin, began] = [performance.now(), Date.now()];
  const { now } = await within(PATIENCE, api.ping());
  const ms = performance.now() - begin;
  const coarse = now.includes(".") ? 0 : 500; // whole seconds only: the middle of the second, give or take
  return { ms, skew: began + ms / 2 - (Date.parse(now) + coarse), coarse };
}

function rtt({ words }: CheckApi, pings: Ping[]): Result {
  const sorted = pings.map(({ ms }) => ms).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const steps = pings.slice(1).map(({ ms }, index) => Math.abs(ms - (pings[index]?.ms ?? ms)));
  const jitter = steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length);
  const value = fill(words.rtt, { ms: rounded(median), jitter: rounded(jitter) });
  return judged("network_rtt", isFine("network_rtt", median), value, words.rttMend, median);
}

/** By the quickest answer, whose half bounds the mistake. */
function skew({ words }: CheckApi, pings: Ping[]): Result {
  const best = pings.reduce((one, other) => (other.ms + other.coarse < one.ms + one.coarse ? other : one));
  const bound = best.ms / 2 + best.coarse;
  const off = Math.round(best.skew);
  const size = Math.abs(off) < 1000 ? `${Math.abs(off)} ms` : `${(Math.abs(off) / 1000).toFixed(1)} s`;
  const args = { size, bound: bound < 1000 ? `${Math.ceil(bound)} ms` : `${(bound / 1000).toFixed(1)} s` };
  const sentence = Math.abs(off) <= bound ? words.skewNone : off > 0 ? words.skewAhead : words.skewBehind;
  return judged("clock_skew", isFine("clock_skew", Math.abs(off)), fill(sentence, args), words.skewMend, off);
}

/** How fast bytes come and go: each size only if the one before was too quick to say. */
export async function throughput(api: CheckApi): Promise<Result[]> {
  const down = await measuredRate(api, "network_down", (bytes) => api.down(bytes));
  if (down.state === "skipped") return [down, skipped(api, "network_up")];
  const noise = new Uint8Array(SIZES[SIZES.length - 1] ?? 0);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  return [down, await measuredRate(api, "network_up", (bytes) => api.up(new Blob([noise.subarray(0, bytes)])))];
}

async function measuredRate(
  api: CheckApi, id: "network_down" | "network_up", move: (bytes: number) => Promise<void>,
): Promise<Result> {
  let rate = 0;
  try {
    for (const bytes of SIZES) {
      const begin = performance.now();
      await within(PATIENCE, move(bytes));
      const ms = performance.now() - begin;
      rate = (bytes * 8) / 1000 / Math.max(ms, 0.5);
      if (ms > LONG_ENOUGH) break;
    }
  } catch {
    if (rate === 0) return unreachable(api, id);
  }
  const { words } = api;
  return judged(id, isFine(id, rate), fill(words.rate, { rate: rounded(rate) }), words.rateMend, rate);
}

const unreachable = ({ words }: CheckApi, id: Result["id"]): Result => ({ id, state: "problem", value: words.unreachable, mend: words.unreachableMend });
const skipped = ({ words }: CheckApi, id: Result["id"]): Result => ({ id, state: "skipped", value: words.skippedNetwork });
const rounded = (number: number): string => (number < 10 ? number.toFixed(1) : String(Math.round(number)));
