/** Taps that only mean something now: sent at once and never again by themselves, since a late or second one would be wrong. */

import { useRef, useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";

export interface Taps {
  /** Whether one is on its way. */
  readonly isBusy: boolean;
  /** The server's answer; null where it said no or did not hear: the person was told why. */
  send<Answer = unknown>(path: string, body: object): Promise<Answer | null>;
}

/** One tap at a time; `look` reads the state anew after each, whatever became of it. */
export function useTaps(api: Api, look: () => void, say: (text: string) => void, lost: string): Taps {
  const [isBusy, setBusy] = useState(false);
  const underWay = useRef(false);
  const send = async <Answer>(path: string, body: object): Promise<Answer | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    try {
      return await api.write<Answer>(path, body);
    } catch (error) {
      say(error instanceof Refusal ? error.message : lost);
      return null;
    } finally {
      underWay.current = false;
      setBusy(false);
      look();
    }
  };
  return { isBusy, send };
}
