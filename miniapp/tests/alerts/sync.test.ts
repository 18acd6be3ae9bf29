/** The client of the relay against servers that are none, or lie: over real sockets. The twin of what `tests/alerts` says of `alerts/sync.py`. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Gate } from "../../src/alerts/member";
import { CBOR, RelayClient } from "../../src/alerts/sync";
import { RelayRefused } from "../../src/crypto/errors";
import { SigningSeed } from "../../src/crypto/secrets";
import * as wire from "../../src/crypto/wire";
import { asyncRefusal, hex, refusal } from "../vectors";

const COLLECTIVE = new Uint8Array(32).fill(7);
const GATE: Gate = { epoch: 1, seed: SigningSeed.random() };
const NOW = 1_800_000_000;

/** What the server saw, and what it answers: one function for each path's end. */
let seen: { path: string; request: IncomingMessage; body: Uint8Array }[];
let answers: Record<string, (response: ServerResponse) => void>;
let server: Server;
let client: RelayClient;

beforeEach(async () => {
  seen = [];
  answers = {
    challenge: cbor({ challenge: new Uint8Array(32) }),
    token: (response) => {
      cbor({ token: new Uint8Array(32).fill(seen.length), expires: NOW + 900 })(response);
    },
    desk: nothing,
    "mail?after=0": cbor({ items: [], more: false, last: 0 }),
  };
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = request.url?.split("/").at(-1) ?? "";
      seen.push({ path, request, body: new Uint8Array(Buffer.concat(parts)) });
      (answers[path] ?? problem(404, "unknown"))(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  client = new RelayClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => NOW);
});

afterEach(() => {
  client.close();
  server.closeAllConnections();
  server.close();
});

function cbor(value: wire.Value): (response: ServerResponse) => void {
  return (response) => response.writeHead(200, { "Content-Type": CBOR }).end(wire.encode(value));
}

function nothing(response: ServerResponse): void {
  response.writeHead(204).end();
}

function problem(status: number, code: string, headers: Record<string, string> = {}): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/problem+json", ...headers }).end(JSON.stringify({ code, detail: "so it is" }));
  };
}

function says(kind: string, body: string | Uint8Array, status = 200): (response: ServerResponse) => void {
  return (response) => response.writeHead(status, { "Content-Type": kind }).end(body);
}

const lastMail = () => client.lastMail(COLLECTIVE, GATE);
const MAIL = `mail?after=${wire.MAX_INTEGER}`;

test("an address is one of a web server", () => {
  for (const url of ["", "relay.example", "ftp://relay.example"]) {
    expect(refusal(() => new RelayClient(url, () => NOW)).name).toBe("BadInput");
  }
  expect(new RelayClient("https://relay.example//", () => NOW).url).toBe("https://relay.example");
});

describe("what answers is no relay, if", () => {
  const odd: [string, (response: ServerResponse) => void][] = [
    ["it answers with a page", says("text/html", "<h1>Welcome</h1>")],
    ["it answers with nothing that says what it is", (response) => response.end("x")],
    ["its CBOR is none", says(CBOR, Uint8Array.of(0xff))],
    ["its CBOR is not the one encoding", says(CBOR, Uint8Array.of(0x18, 0x01))],
    ["it answers with something after the end", says(CBOR, Uint8Array.of(0x01, 0x01))],
    ["its problem is no JSON", says("application/problem+json", "{", 400)],
    ["its problem has no code", says("application/problem+json", '{"code":1}', 400)],
    ["its code is a sentence", problem(403, "type your PIN at example.com")],
    ["its code has no end", problem(403, "l".repeat(41))],
    ["its challenge has another form", cbor({ challenge: new Uint8Array(31) })],
    ["its CBOR is an error's", says(CBOR, Uint8Array.of(0x01), 500)],
  ];
  test.each(odd)("%s", async (_, answer) => {
    answers["challenge"] = answer;
    expect((await asyncRefusal(lastMail)).name).toBe("NotARelay");
  });

  test("its answer has no end", async () => {
    let closed = false;
    answers["challenge"] = (response) => {
      response.writeHead(200, { "Content-Type": CBOR });
      response.on("close", () => (closed = true));
      const more = () => {
        while (response.write(new Uint8Array(1 << 20)) && !closed);
      };
      response.on("drain", more);
      more();
    };
    expect((await asyncRefusal(lastMail)).name).toBe("NotARelay");
  });

  test.each([
    ["do not rise", [5, 5], 9],
    ["go back", [5, 4], 9],
    ["begin where one is", [0], 9],
    ["are above the last", [10], 9],
    ["are none", ["5"], 9],
  ] as [string, (number | string)[], number][])("positions of its mail %s", async (_, positions, last) => {
    const items = positions.map((position) => ({ position, tag: new Uint8Array(32), blob: new Uint8Array(1064) }));
    answers["mail?after=0"] = cbor({ items, more: false, last });
    expect((await asyncRefusal(() => client.mail(COLLECTIVE, 0, GATE))).name).toBe("NotARelay");
  });
});

describe("nobody is there, if", () => {
  test("nothing listens", async () => {
    server.close();
    expect((await asyncRefusal(lastMail)).name).toBe("Unreachable");
  });

  test("the connection breaks in the middle of an answer", async () => {
    answers["challenge"] = (response) => {
      response.writeHead(200, { "Content-Type": CBOR, "Content-Length": "100" }).write("x", () => response.destroy());
    };
    expect((await asyncRefusal(lastMail)).name).toBe("Unreachable");
  });

  test("it sends one elsewhere: what is asked here is for nobody else", async () => {
    answers["challenge"] = (response) => response.writeHead(307, { Location: "/elsewhere" }).end();
    expect((await asyncRefusal(lastMail)).name).toBe("Unreachable");
    expect(seen.map(({ path }) => path)).toEqual(["challenge"]);
  });

  test("the vault was closed, at once and afterwards", async () => {
    answers["challenge"] = () => undefined;
    const asking = asyncRefusal(lastMail);
    await expect.poll(() => seen.length).toBe(1);
    client.close();
    expect((await asking).name).toBe("Unreachable");
    expect((await asyncRefusal(lastMail)).name).toBe("Unreachable");
    expect(seen.length).toBe(1);
  });
});

describe("a relay that says no", () => {
  test("is heard by its code", async () => {
    answers["challenge"] = problem(403, "healing", { "Retry-After": "1" });
    const error = await asyncRefusal(lastMail);
    if (!(error instanceof RelayRefused)) throw error;
    expect([error.name, error.code, error.status, error.detail, error.retryAfter]).toEqual(["RelayRefused", "healing", 403, "healing", 1]);
    expect(seen.length).toBe(1);
  });

  test("and when to come back is asked again then, a few times", async () => {
    answers["challenge"] = problem(429, "busy", { "Retry-After": "0" });
    expect((await asyncRefusal(lastMail)).name).toBe("RelayRefused");
    expect(seen.length).toBe(4);
  });

  test.each(["21", "tomorrow", "-1"])("and to come back after %s is not asked again", async (wait) => {
    answers["challenge"] = problem(429, "busy", { "Retry-After": wait });
    expect((await asyncRefusal(lastMail)).name).toBe("RelayRefused");
    expect(seen.length).toBe(1);
  });
});

describe("tokens", () => {
  test("are reused for reading, and had again once when they are not good any more", async () => {
    answers[MAIL] = cbor({ items: [], more: false, last: 3 });
    expect([await lastMail(), await lastMail()]).toEqual([3, 3]);
    expect(seen.map(({ path }) => path)).toEqual(["challenge", "token", MAIL, MAIL]);
    answers[MAIL] = problem(401, "bad-token");
    seen = [];
    expect((await asyncRefusal(lastMail)).name).toBe("RelayRefused");
    expect(seen.map(({ path }) => path)).toEqual([MAIL, "challenge", "token", MAIL]);
  });

  test("are fresh for each post to the desk, and used once", async () => {
    for (const item of [1, 2]) await client.postDesk(COLLECTIVE, Uint8Array.of(item), GATE);
    expect(seen.map(({ path }) => path)).toEqual(["challenge", "token", "desk", "challenge", "token", "desk"]);
    const posts = seen.filter(({ path }) => path === "desk");
    expect(new Set(posts.map(({ request }) => request.headers.authorization)).size).toBe(2);
    expect(posts.map(({ body }) => hex(body))).toEqual(["01", "02"]);
  });
});

test("a box is asked for with the collective that it is of, where that is known: another's may have its name", async () => {
  answers["BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"] = cbor({ blob: new Uint8Array(4096), expires: NOW });
  for (const whose of [null, COLLECTIVE]) expect(await client.box(COLLECTIVE, whose)).toEqual(new Uint8Array(4096));
  const name = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";
  expect(seen.map(({ request }) => request.url)).toEqual([`/v1/boxes/${name}`, `/v1/c/${name}/boxes/${name}`]);
});

test("requests say nothing of who asks but what the browser says of itself", async () => {
  await client.postDesk(COLLECTIVE, Uint8Array.of(1), GATE);
  for (const { request } of seen) {
    expect(request.headers["cookie"]).toBeUndefined();
    expect(request.headers["referer"]).toBeUndefined();
    expect(request.headers["accept-language"]).toBe("*");
    expect(request.headers["content-type"]).toBe(CBOR);
  }
});

test("it counts what went over the line: bodies both ways, and something for each request", async () => {
  const item = new Uint8Array(1024).fill(1);
  expect(client.carried).toBe(0);
  await client.postDesk(COLLECTIVE, item, GATE);
  const asked = seen.reduce((sum, { body }) => sum + body.length, 0);
  const told = wire.encode({ challenge: new Uint8Array(32) }).length + wire.encode({ token: new Uint8Array(32), expires: NOW + 900 }).length;
  expect(seen).toHaveLength(3);
  expect(client.carried).toBe(asked + told + 3 * 1000);
});
