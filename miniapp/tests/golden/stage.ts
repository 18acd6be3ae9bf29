/**
 * A stage for conversations between the implementations: the real relay and the real `parasol` command, in Python, as processes over
 * files; and devices in TypeScript beside them. The twin of `tests/journeys/conftest.py`.
 */

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joined, resolve } from "node:path";
import { expect } from "vitest";
import { Member, type MemberState } from "../../src/alerts/member";
import { Moderator, type ModeratorState } from "../../src/alerts/moderator";
import type { MemberRecord } from "../../src/alerts/records";
import { join, Session } from "../../src/alerts/session";
import { RelayClient } from "../../src/alerts/sync";
import { parseEntry, type Shelf } from "../../src/crypto/chain";
import * as wire from "../../src/crypto/wire";

const ROOT = resolve(import.meta.dirname, "../../..");
const OWN = joined(ROOT, ".venv/bin/python");

/** The Python to talk to: the project's own, or the one that the environment names; `null` if there is none. */
export const PYTHON: string | null = existsSync(OWN) ? OWN : (process.env["PYTHON"] ?? null);
export const NO_PYTHON = "no Python: make .venv, or let PYTHON name one that has the project's dependencies";

type Answer = Record<string, unknown>;

/** How a command is to end, and what it reads. */
interface Asked {
  readonly stdin?: string;
  readonly expect?: number;
}

/** One relay, and everybody around it. */
export class Stage {
  readonly folder: string;
  readonly url: string;
  private relay: ChildProcess;
  private readonly devices: Device[] = [];

  private constructor(folder: string, url: string, relay: ChildProcess) {
    this.folder = folder;
    this.url = url;
    this.relay = relay;
  }

  /** A stage with its relay running. */
  static async open(): Promise<Stage> {
    const folder = await mkdtemp(joined(tmpdir(), "parasol-golden-"));
    const { relay, url } = await serve(folder, "127.0.0.1:0");
    return new Stage(folder, url, relay);
  }

  /** Makes a copy of the relay's data; its path. */
  async copied(): Promise<string> {
    const copy = joined(this.folder, "copy");
    await this.parasol(["backup", "--data", joined(this.folder, "relay"), "--to", copy]);
    return copy;
  }

  /** Puts a copy of the relay's data back, and starts the relay again where it was. */
  async restored(copy: string): Promise<void> {
    await this.stop();
    await this.parasol(["restore", "--data", joined(this.folder, "relay"), "--from", copy]);
    this.relay = (await serve(this.folder, new URL(this.url).host)).relay;
  }

  private async stop(): Promise<void> {
    const ended = new Promise((done) => this.relay.once("exit", done));
    this.relay.kill("SIGTERM");
    await ended;
  }

  async close(): Promise<void> {
    for (const device of this.devices) device.relay.close();
    await this.stop();
    await rm(this.folder, { recursive: true });
  }

  /** Runs a command in a process of its own; what it says on standard output. */
  async parasol(args: readonly string[], { stdin = "", expect: status = 0 }: Asked = {}): Promise<string> {
    const run = python(this.folder, args);
    const said = { out: "", err: "" };
    run.stdout?.on("data", (data: Buffer) => (said.out += data.toString()));
    run.stderr?.on("data", (data: Buffer) => (said.err += data.toString()));
    run.stdin?.end(stdin);
    const ended = await new Promise((done) => run.once("close", done));
    expect(ended, `parasol ${args.join(" ")}\n${said.out}\n${said.err}`).toBe(status);
    expect(said.err).not.toContain("Traceback");
    return said.out;
  }

  /** A founding code, as the operator gives it. */
  async foundingCode(): Promise<string> {
    const { code } = JSON.parse(await this.parasol(["founding-code", "--data", joined(this.folder, "relay"), "--json"])) as { code: string };
    return code;
  }

  person(name: string): Person {
    return new Person(this, name);
  }

  /** A collective that Python founds. */
  async founded(name: string, alias: string, ...more: string[]): Promise<Person> {
    const founder = this.person(alias);
    await founder.ask(["found", "--relay", this.url, "--name", name, "--alias", alias, ...more], { stdin: await this.foundingCode() });
    return founder;
  }

  /** A relay's client and what is kept of a device, for one that founds or joins in TypeScript. */
  device(): Device {
    const device = new Device(this.url);
    this.devices.push(device);
    return device;
  }

  /** Somebody who joins in TypeScript. */
  async joins(alias: string, code: string): Promise<Device> {
    const device = this.device();
    device.session = await join(device.relay, code, alias, clock, device.save);
    await device.session.sync();
    return device;
  }

  /** A file with this in it. */
  async file(name: string, value: unknown): Promise<string> {
    const path = joined(this.folder, name);
    await writeFile(path, JSON.stringify(value));
    return path;
  }
}

/** A relay as a process, and where it listens. */
async function serve(folder: string, listen: string): Promise<{ relay: ChildProcess; url: string }> {
  const relay = python(folder, ["serve", "--data", joined(folder, "relay"), "--listen", listen]);
  const line = await new Promise<string>((found, failed) => {
    relay.stdout?.once("data", (data: Buffer) => {
      found(data.toString());
    });
    relay.once("exit", (status) => {
      failed(new Error(`the relay ended with ${status ?? "a signal"}`));
    });
  });
  const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line)?.[1];
  if (url === undefined) throw new Error(`the relay did not start: ${line}`);
  return { relay, url };
}

function python(folder: string, args: readonly string[]): ChildProcess {
  if (PYTHON === null) throw new Error(NO_PYTHON);
  const kept = Object.entries(process.env).filter(([name]) => !/^(PARASOL|PYTHON)/.test(name));
  const env = {
    ...Object.fromEntries(kept),
    PARASOL_PASSPHRASE: "a passphrase for the stage",
    PARASOL_VAULT_COST: "least",
    PYTHONPATH: ROOT,
    PYTHONPYCACHEPREFIX: joined(tmpdir(), "parasol-golden-pycache"),
    HOME: folder,
  };
  return spawn(PYTHON, ["-m", "cli", ...args], { cwd: folder, env });
}

/** Unix seconds. */
export function clock(): number {
  return Math.floor(Date.now() / 1000);
}

/** Somebody with a device in Python: a vault, and the commands she types. */
export class Person {
  readonly stage: Stage;
  readonly name: string;

  constructor(stage: Stage, name: string) {
    this.stage = stage;
    this.name = name;
  }

  /** A command, answered as JSON. */
  async ask(args: readonly string[], asked: Asked = {}): Promise<Answer> {
    return JSON.parse(await this.stage.parasol(["--home", joined(this.stage.folder, this.name), ...args, "--json"], asked)) as Answer;
  }

  async sync(): Promise<Answer> {
    return this.ask(["sync"]);
  }

  async invites(...more: string[]): Promise<string> {
    return String((await this.ask(["invite", ...more]))["code"]);
  }

  async joins(code: string): Promise<Answer> {
    return this.ask(["join", "--relay", this.stage.url, "--alias", this.name], { stdin: code });
  }

  /** A report from a file; its id. */
  async reports(fields: unknown): Promise<string> {
    const done = await this.ask(["report", "--file", await this.stage.file("report.json", fields)]);
    expect(done["sent"]).toBe(true);
    return String(done["report"]);
  }
}

/** A device in TypeScript. What it keeps is kept as bytes, and it can be opened again from them. */
export class Device {
  readonly relay: RelayClient;
  private kept: { state: Uint8Array; entries: Uint8Array; log: Uint8Array | null } | null = null;
  private open: Session | null = null;

  constructor(url: string) {
    this.relay = new RelayClient(url, clock);
  }

  readonly save = (device: Member): Promise<void> => {
    const values = (entries: readonly { value(): wire.ValueMap }[]) => wire.encode(entries.map((entry) => entry.value()));
    const log = device instanceof Moderator ? values(device.logEntries) : null;
    this.kept = { state: wire.encode(device.state()), entries: values(device.entries), log };
    return Promise.resolve();
  };

  get session(): Session {
    if (this.open === null) throw new Error("this device has not joined");
    return this.open;
  }

  set session(session: Session) {
    this.open = session;
  }

  get moderator(): Moderator {
    return this.session.moderator;
  }

  /** Closes the device and opens it again from what was written down last. */
  async reopen(): Promise<void> {
    if (this.kept === null) throw new Error("nothing was written down");
    const read = (kept: Uint8Array, shelf: Shelf) => (wire.decode(kept) as wire.Value[]).map((value) => parseEntry(value, shelf));
    const entries = read(this.kept.entries, "board");
    const state = wire.decode(this.kept.state);
    const device =
      this.kept.log === null
        ? await Member.fromState(state as MemberState, entries)
        : await Moderator.fromState(state as ModeratorState, entries, null, undefined, read(this.kept.log, "log"));
    this.open = new Session(device, this.relay, clock, this.save);
  }

  /** A member by her alias. */
  member(alias: string): MemberRecord {
    const found = this.moderator.members().find((member) => member.alias === alias);
    if (found === undefined) throw new Error("nobody here has this alias");
    return found;
  }
}
