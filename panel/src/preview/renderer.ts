/** Draws one Adaptive Card with Microsoft's renderer, and mends what it leaves wrong for a screen reader. */

import * as AC from "adaptivecards";
import { teamsHost } from "./host.ts";
import { htmlOf } from "./markdown.ts";

export interface Tap {
  readonly verb: string;
  readonly data: object;
}

/**
 * The renderer writes aria-expanded on the thing that opens (a plain box, where it means nothing) and
 * aria-controls with ids of the card's JSON. The button that opens it is the one that must say so.
 */
class Toggle extends AC.ToggleVisibilityAction {
  override render(): void {
    super.render();
    this.sayWhatIsOpen();
  }

  override execute(): void {
    super.execute();
    const all = this.parent?.getRootElement().getAllActions() ?? [];
    for (const action of all) if (action instanceof Toggle) action.sayWhatIsOpen();
  }

  private sayWhatIsOpen(): void {
    const root = this.parent?.getRootElement();
    const targets = Object.keys(this.targetElements).flatMap((id) => root?.getElementById(id) ?? []);
    for (const target of targets) target.renderedElement?.removeAttribute("aria-expanded");
    this.renderedElement?.removeAttribute("aria-controls");
    this.renderedElement?.setAttribute("aria-expanded", String(targets.some((target) => target.isVisible)));
  }
}

// The package says it has no side effects, so a bundler drops the lines in which it registers Table.
AC.GlobalRegistry.defaultElements.register("Table", AC.Table, AC.Versions.v1_5);
AC.GlobalRegistry.defaultActions.unregister(AC.ToggleVisibilityAction.JsonTypeName);
AC.GlobalRegistry.defaultActions.register(AC.ToggleVisibilityAction.JsonTypeName, Toggle, AC.Versions.v1_2);
AC.GlobalSettings.setTabIndexAtCardRoot = false;
AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text);
  result.didProcess = true;
};

/** The card as an element, or nothing where it is no card the renderer knows. */
export function drawCard(json: object, onTap: (tap: Tap) => void): HTMLElement | undefined {
  const card = new AC.AdaptiveCard();
  card.hostConfig = teamsHost;
  card.onExecuteAction = (action) => act(action, onTap);
  card.onAnchorClicked = (_element, anchor) => !isSafe(anchor.href);
  card.parse(json);
  const drawn = card.render();
  for (const anchor of drawn?.querySelectorAll("a") ?? []) anchor.rel = "noopener noreferrer";
  return drawn;
}

function act(action: AC.Action, onTap: (tap: Tap) => void): void {
  if (action instanceof AC.OpenUrlAction) open(action.url);
  else if (action instanceof AC.ExecuteAction) onTap({ verb: action.verb, data: dataOf(action) });
  else if (action instanceof AC.SubmitAction) onTap({ verb: "", data: dataOf(action) });
}

function dataOf(action: AC.SubmitAction): object {
  return typeof action.data === "object" ? action.data : {};
}

function open(url: string | undefined): void {
  if (url && isSafe(url)) window.open(url, "_blank", "noopener,noreferrer");
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
