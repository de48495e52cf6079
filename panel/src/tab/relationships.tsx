/** The page of relationships: who is slipping first, and one of them in full. */

import { useEffect, useRef, useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";
import { dayIn } from "../shared/clock.ts";
import { fill } from "../shared/words.ts";
import { OneRelationship } from "./relationship.tsx";
import type { RelationAct, RelationPage, RelationRow } from "./relationship-state.ts";
import { type RelationWords, relationWordsOf } from "./relationship-words.ts";

const CHIPS: Readonly<Record<string, string>> = { losing: "chip warn", slipping: "chip warn", fine: "chip good" };

interface Props {
  readonly api: Api;
  readonly language: string;
  /** Rises whenever something of the person may have changed. */
  readonly heard: number;
}

export function Relationships({ api, language, heard }: Props) {
  const words = relationWordsOf(language);
  const [client, setClient] = useState("");
  const { page, problem, said, undo, act } = useRelationships(api, words, client, heard);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [client]);
  if (!page) return <p class="empty" role="status">{problem || words.loading}</p>;
  if (page.list.length === 0) return <p class="empty">{words.nobody}</p>;
  const row = page.list.find((one) => one.client === client);
  return (
    <div class={row ? "relations one" : "relations"}>
      <div role="status" class="said">
        {problem ? <p class="problem">{problem}</p> : said && <p>{said}</p>}
        {undo && <button type="button" class="ghost" onClick={() => void act(undo, "undo_called")}>{words.undo}</button>}
      </div>
      <section class="relation-list" aria-label={words.list}>
        {page.idea && <p class="card idea"><strong>{words.idea}</strong> <span dir="auto">{page.idea.text}</span></p>}
        <ul class="card rows">
          {page.list.map((one) => (
            <li key={one.client} class={one.client === client ? "relation current" : "relation"}>
              <Row {...{ one, page, words, act }} onOpen={() => setClient(one.client)} />
            </li>
          ))}
        </ul>
      </section>
      <div class="relation-one">
        {row && (
          <button type="button" class="ghost back" ref={back} onClick={() => setClient("")}>
            <span aria-hidden="true">←</span> {words.back}
          </button>
        )}
        {row && page.shown?.client === client ? (
          <OneRelationship key={client} {...{ row, words, act }} shown={page.shown} />
        ) : (
          <p class="empty">{row ? words.loading : words.choose}</p>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly one: RelationRow;
  readonly page: RelationPage;
  readonly words: RelationWords;
  readonly act: RelationAct;
  readonly onOpen: () => void;
}

function Row({ one, page, words, act, onOpen }: RowProps) {
  const parts = [
    one.hint?.kind === "check_in" ? "" : silence(one, words),
    one.next && fill(words.next, { date: dayIn(one.next, page.zone, page.language) }),
    one.rests_until && fill(words.rests, { date: one.rests_until }),
    one.is_off && words.off,
  ];
  const isDue = one.hint !== null || one.state === "slipping" || one.state === "losing";
  return (
    <>
      <button type="button" class="ghost relation-head" aria-label={fill(words.open, { name: one.name })} onClick={onOpen}>
        <bdi>{one.name}</bdi>
      </button>
      <span class={CHIPS[one.state] ?? "chip"}>{one.state_text}</span>
      {one.is_key && <span class="chip">{words.key}</span>}
      {parts.some(Boolean) && <p class="quiet">{parts.filter(Boolean).join(" · ")}</p>}
      {one.hint && <p class="hint-line" dir="auto">{one.hint.text}</p>}
      {isDue && (
        <p class="relation-taps">
          <button type="button" onClick={() => void act(one.client, "called")}>
            {words.called}<span class="hidden"> {one.name}</span>
          </button>
          <button type="button" class="ghost" onClick={() => void act(one.client, "not_now")}>
            {words.notNow}<span class="hidden"> {one.name}</span>
          </button>
        </p>
      )}
    </>
  );
}

function silence({ days }: RelationRow, words: RelationWords): string {
  if (days === null) return words.never;
  return days === 0 ? words.today : days === 1 ? words.oneDay : fill(words.silent, { n: days });
}

/** The page as the server last said it; `undo` is the client of whom a call was noted here. */
function useRelationships(api: Api, words: RelationWords, client: string, heard: number) {
  const [page, setPage] = useState<RelationPage | null>(null);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [undo, setUndo] = useState("");
  const asked = useRef(0);
  const read = async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const { state } = await api.read<RelationPage>(`relationships?client=${encodeURIComponent(client)}`);
      if (turn !== asked.current || !state) return;
      setPage(state);
      setProblem("");
    } catch (error) {
      if (turn === asked.current) setProblem(error instanceof Refusal ? error.message : words.unreachable);
    }
  };
  useEffect(() => void read(), [api, client, heard]);
  const act: RelationAct = async (about, what, value = null) => {
    try {
      const { text } = await api.write<{ text: string }>("relationship", { client: about, what, value });
      setProblem("");
      setSaid(text);
      setUndo(what === "called" ? about : "");
      await read();
      return true;
    } catch (error) {
      setProblem(error instanceof Refusal ? error.message : words.unreachable);
      return false;
    }
  };
  return { page, problem, said, undo, act };
}
