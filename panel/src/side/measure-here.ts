/** The reduced tech check through the panel's own doors; fetched only when it is asked for. */

import { runReduced } from "../check/measure/reduced.ts";
import type { Result } from "../check/measure/result.ts";
import { checkWords, languages } from "../check/words.ts";
import type { Api } from "../shared/api.ts";
import type { PanelState } from "./state.ts";

/** Measure, hand the results in, and give them with the checks' names. Throws as Api.read does where nobody takes them. */
export async function measureHere(api: Api, state: Pick<PanelState, "language" | "zone" | "meeting">) {
  await languages.fetch(state.language);
  const words = checkWords(state.language);
  const results: readonly Result[] = await runReduced({
    words,
    zone: state.zone,
    ping: async () => (await api.raw("ping")).json() as Promise<{ now: string }>,
    down: async (bytes) => void (await (await api.raw(`bytes?n=${bytes}`)).arrayBuffer()),
    up: async (body) => void (await api.raw("bytes", { method: "POST", headers: { "X-Companion-Panel": "1" }, body })),
  });
  await api.write("check", { meeting: state.meeting?.id ?? null, results });
  return { results, names: words.names as Readonly<Record<string, string>> };
}
