/** The tech check in an ordinary browser. */

import { render } from "preact";
import "./check.css";
import { Page } from "./page.tsx";

const place = document.getElementById("page");
if (place) render(<Page />, place);
