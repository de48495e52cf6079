/** A role that somebody's own words suggest: with those words, and never taken without a tap. */

import { fill } from "../shared/words.ts";
import type { Seat } from "./call-state.ts";
import type { View } from "./view.ts";

export function Suggested({ seat, state, words, act }: View & { seat: Seat }) {
  const suggested = seat.suggested_role;
  const known = state.people.find(({ address }) => address === seat.address);
  const role = known ? known.role : seat.role;
  if (!suggested || role) return null;
  const set = (): void => act({ path: "role", body: { address: seat.address, role: suggested.role } });
  return (
    <div class="suggested">
      <p>{fill(words.perhaps, { role: words[suggested.role] })}</p>
      <blockquote dir="auto">{fill(words.quoted, { quote: suggested.quote })}</blockquote>
      <button type="button" aria-label={fill(words.setRoleOf, { role: words[suggested.role], name: seat.name || seat.address })} onClick={set}>
        {words.setRole}
      </button>
    </div>
  );
}
