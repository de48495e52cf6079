/**
 * How Teams draws a card, as far as it can be said without Teams.
 *
 * Every colour is a variable of cards.css: a change of the look recolours cards that are open or being filled in,
 * and nothing has to be drawn again.
 */

import { HostConfig } from "adaptivecards";

const NAMES = ["default", "accent", "good", "warning", "attention", "light", "dark"] as const;
const STYLES = ["default", "emphasis", "accent", "good", "attention", "warning"] as const;

function foregroundColors(): Record<string, { default: string; subtle: string }> {
  return Object.fromEntries(
    NAMES.map((name) => [name, { default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` }]),
  );
}

function containerStyles(): Record<string, object> {
  return Object.fromEntries(
    STYLES.map((name) => [
      name,
      {
        backgroundColor: `var(--card-surface-${name})`,
        borderColor: `var(--card-border-${name})`,
        foregroundColors: foregroundColors(),
      },
    ]),
  );
}

export const teamsHost = new HostConfig({
  supportsInteractivity: true,
  hostWidthBreakpoints: { veryNarrow: 165, narrow: 350, standard: 768 },
  fontFamily: "var(--font)",
  fontTypes: {
    default: {
      fontFamily: "var(--font)",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "var(--font-code)",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  spacing: { extraSmall: 2, small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--card-separator)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: containerStyles(),
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", spacing: "small" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: "bolder", wrap: false, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: "medium", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  textBlock: { headingLevel: 3 },
  table: { cellSpacing: 8 },
});
