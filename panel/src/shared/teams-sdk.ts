/** The parts of Microsoft's library that our pages use, in a chunk of their own that only a framed page fetches. */

export { app, authentication, meeting, pages } from "@microsoft/teams-js";
