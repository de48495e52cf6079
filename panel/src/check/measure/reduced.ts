/** What may be measured inside of Teams, where no page gets the microphone or the camera. */

import { battery, browser, framePolicy, mainThread, zone } from "./machine.ts";
import { roundTrip, throughput } from "./network.ts";
import type { CheckApi, Result } from "./result.ts";

/** The reduced check: about four seconds, no device, each result as soon as it is there. */
export async function runReduced(api: CheckApi, told: (result: Result) => void = () => {}): Promise<Result[]> {
  const found: Result[] = [];
  const tell = (...results: Result[]): void => {
    for (const result of results) {
      found.push(result);
      told(result);
    }
  };
  tell(browser(api), framePolicy(api), zone(api), await battery(api));
  tell(...(await roundTrip(api)));
  tell(...(await throughput(api)));
  tell(await mainThread(api));
  return found;
}
