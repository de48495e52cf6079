// Loaded before the Playground: it listens on every interface, and asks the network even with telemetry off. Here it does neither.
"use strict";
const net = require("node:net");

const HERE = "127.0.0.1";
const OWN = new Set([HERE, "localhost", "::1"]);
const { connect } = net.Socket.prototype;
const { listen } = net.Server.prototype;

function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object") return first.path ? "localhost" : (first.host ?? "localhost");
  return typeof second === "string" ? second : "localhost";
}

net.Socket.prototype.connect = function (...args) {
  const host = hostOf(args);
  if (OWN.has(host)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(Object.assign(new Error(`${host} is not on loopback`), { code: "ENETUNREACH" })));
  return this;
};

net.Server.prototype.listen = function (port, ...rest) {
  const isBare = typeof port !== "object" && typeof rest[0] !== "string";
  return isBare ? listen.call(this, port, HERE, ...rest) : listen.call(this, port, ...rest);
};
