import { render } from "preact";
import { App } from "./app.tsx";
import "virtual:fluent-tokens.css";
import "../shared/page.css";
import "./tab.css";
import "./relationships.css";

const page = document.getElementById("page");
if (page) render(<App />, page);
