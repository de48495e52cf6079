/** The page of promises: what I owe, what they owe me, over all clients. */

import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { type Api, Refusal } from "../shared/api.ts";
import { fill } from "../shared/words.ts";
import { OwedRow, type OwedAct } from "./owed-row.tsx";
import type { Owed, OwedState } from "./state.ts";
import type { Words } from "./words.ts";

type Kind = "all" | "late" | "soon" | "waiting" | "none";
const KINDS: readonly Kind[] = ["all", "late", "soon", "waiting", "none"];

interface Props {
  readonly words: Words;
  readonly api: Api;
  /** Rises whenever something of the person may have changed. */
  readonly heard: number;
}

export function OwedPage({ words, api, heard }: Props) {
  const { page, problem, act, touched, said } = useOwed(api, words, heard);
  const [client, setClient] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const clients = useMemo(() => clientsOf(page), [page]);
  if (!page) return <p class="empty" role="status">{problem || words.loadingOwed}</p>;
  const isShown = (one: Owed): boolean => (client === "" || one.client === client) && isOfKind(one, kind);
  const here = page.settled.filter(({ id }) => touched.has(id));
  const sides = (["ours", "theirs"] as const).map((side) => {
    const all = inPlace([...page[side], ...here.filter((one) => one.side === side)], touched);
    return { side, all, shown: all.filter(isShown) };
  });
  const past = page.settled.filter(({ id }) => !touched.has(id));
  const isEmpty = sides.every(({ all }) => all.length === 0);
  return (
    <div class="owed-page">
      <Filters {...{ words, clients, client, kind }} onClient={setClient} onKind={setKind} />
      <div role="status" class={problem ? "problem" : "hidden"}>{problem || said}</div>
      {isEmpty && <p class="empty"><strong>{words.owedNothing}</strong><br />{words.nothingOwed}</p>}
      <div class="columns even">
        {!isEmpty && sides.map(({ side, all, shown }) => (
          <section key={side} aria-labelledby={`owed-${side}`}>
            <h2 id={`owed-${side}`}>
              {side === "ours" ? words.owed : words.owedToMe} <span class="count">{all.filter((one) => one.status === "open").length}</span>
            </h2>
            <List {...{ shown, words, api, act }} empty={all.length === 0 ? words.owedNone : words.owedFiltered} />
          </section>
        ))}
      </div>
      {past.length > 0 && (
        <details class="settled">
          <summary>{fill(words.owedSettled, { n: past.length })}</summary>
          <List {...{ shown: past, words, api, act }} empty="" />
        </details>
      )}
    </div>
  );
}

interface ListProps {
  readonly shown: readonly Owed[];
  readonly words: Words;
  readonly api: Api;
  readonly act: OwedAct;
  readonly empty: string;
}

function List({ shown, words, api, act, empty }: ListProps) {
  return (
    <div class="card rows">
      {shown.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <ul>
          {shown.map((one) => <li key={one.id}><OwedRow {...{ one, words, api, act }} /></li>)}
        </ul>
      )}
    </div>
  );
}

interface FilterProps {
  readonly words: Words;
  readonly clients: readonly (readonly [string, string])[];
  readonly client: string;
  readonly kind: Kind;
  readonly onClient: (client: string) => void;
  readonly onKind: (kind: Kind) => void;
}

function Filters({ words, clients, client, kind, onClient, onKind }: FilterProps) {
  const id = useId();
  const titles: Record<Kind, string> = {
    all: words.filterAll, late: words.filterLate, soon: words.filterSoon, waiting: words.filterWaiting, none: words.filterNone,
  };
  return (
    <div class="filters">
      <div class="field">
        <label for={`${id}-client`}>{words.filterClient}</label>
        <select id={`${id}-client`} value={client} onChange={(event) => onClient(event.currentTarget.value)}>
          <option value="">{words.filterClients}</option>
          {clients.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-kind`}>{words.filterWhich}</label>
        <select id={`${id}-kind`} value={kind} onChange={(event) => onKind(event.currentTarget.value as Kind)}>
          {KINDS.map((one) => <option key={one} value={one}>{titles[one]}</option>)}
        </select>
      </div>
    </div>
  );
}

/** The page as the server last said it, and what was settled here, which stays in its place with a way back. */
function useOwed(api: Api, words: Words, heard: number) {
  const [page, setPage] = useState<OwedState | null>(null);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const [touched, setTouched] = useState<ReadonlyMap<string, number>>(new Map());
  const read = (): Promise<void> =>
    api
      .read<OwedState>("owed")
      .then(({ state }) => {
        if (state) setPage(state);
      })
      .catch((error: unknown) => setProblem(problemOf(error, words)));
  useEffect(() => void read(), [api, heard]);
  const act: OwedAct = async (one, what, value) => {
    const place = page ? page[one.side].findIndex(({ id }) => id === one.id) : -1;
    try {
      await api.write("owed", { id: one.id, what, ...(value === undefined ? {} : { value }) });
      setProblem("");
      setSaid(what === "done" || what === "drop" ? fill(words.owedDone, { what: one.what }) : "");
      if (place >= 0) setTouched((before) => new Map(before).set(one.id, place));
      await read();
      return true;
    } catch (error) {
      setProblem(problemOf(error, words));
      return false;
    }
  };
  return { page, problem, act, touched, said };
}

/** What was settled here stands where it stood. */
function inPlace(all: readonly Owed[], touched: ReadonlyMap<string, number>): Owed[] {
  const rest = all.filter(({ status }) => status === "open");
  const settled = all.filter(({ status }) => status !== "open");
  for (const one of settled.sort((a, b) => (touched.get(a.id) ?? 0) - (touched.get(b.id) ?? 0))) rest.splice(touched.get(one.id) ?? 0, 0, one);
  return rest;
}

function clientsOf(page: OwedState | null): (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const one of page ? [...page.ours, ...page.theirs] : []) found.set(one.client, one.client_name);
  return [...found].sort((a, b) => a[1].localeCompare(b[1]));
}

function isOfKind(one: Owed, kind: Kind): boolean {
  if (kind === "all") return true;
  return kind === "waiting" ? one.upstream !== "none" : one.state === kind;
}

export function problemOf(error: unknown, words: Words): string {
  return error instanceof Refusal ? error.message : words.unreachable;
}
