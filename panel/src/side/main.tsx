import { render } from "preact";
import { App } from "./app.tsx";
import "virtual:fluent-tokens.css";
import "../shared/page.css";
import "./side.css";
import "./call.css";

const page = document.getElementById("page");
if (page) render(<App />, page);
