import { render } from "preact";
import { App } from "./app.tsx";
import "./page.css";
import "./panes.css";
import "./simulator.css";
import "./cards.css";
import "./why.css";

const page = document.getElementById("page");
if (page) render(<App />, page);
