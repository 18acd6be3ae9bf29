/** Secrets have no readable face: not alone, not inside what holds them, not in an error. */

import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { context, derive, Purpose } from "../../src/crypto/context";
import { ParasolError } from "../../src/crypto/errors";
import { checkKemKey, open, openOnce, openSealed, sealTo } from "../../src/crypto/sealing";
import * as secrets from "../../src/crypto/secrets";
import { AeadKey, KemSeed, Secret, randomBytes, type Kind } from "../../src/crypto/secrets";
import { stretch } from "../../src/crypto/stretch";
import { asyncRefusal, b, hex, refusal } from "../vectors";
import type { Value } from "../../src/crypto/wire";

function isKind(member: unknown): member is Kind<Secret> {
  return typeof member === "function" && (member.prototype as unknown) instanceof Secret;
}

const KINDS = Object.entries(secrets as Record<string, unknown>).filter((pair): pair is [string, Kind<Secret>] => isKind(pair[1]));
const MARK = b("5ec3e7".repeat(10) + "5ec3");

function marked(kind: Kind<Secret>): Secret {
  return new kind(MARK.slice(0, kind.size));
}

/** How these bytes could show in a text. */
function faces(bytes: Uint8Array): string[] {
  return [
    hex(bytes), hex(bytes).toUpperCase(), Buffer.from(bytes).toString("base64"), Buffer.from(bytes).toString("latin1"),
    Array.from(bytes).join(), Array.from(bytes).join(", "), hex(bytes).replace(/..(?=.)/g, "$& "), BigInt(`0x${hex(bytes)}`).toString(),
  ];
}

function shows(lines: string): boolean {
  const text = lines.replace(/\s+/g, " ");
  // Eight bytes of it are enough to be called a leak; base64 needs a multiple of three.
  return [MARK, MARK.slice(0, 16), MARK.slice(0, 9), MARK.slice(0, 8)].some((part) => faces(part).some((face) => text.includes(face)));
}

test("the check sees a leak", () => {
  for (const face of faces(MARK)) expect(shows(`key=${face}!`)).toBe(true);
  expect(shows(inspect({ key: MARK }))).toBe(true);
  expect(shows(JSON.stringify([...MARK]))).toBe(true);
  expect(shows("<NodeKey>")).toBe(false);
});

test("every kind is looked at", () => {
  expect(KINDS.map(([name]) => name).sort()).toEqual([
    "AeadKey", "AnswerKey", "BoxSecret", "DataKey", "DeviceEntropy", "DeviceSeed", "EpochSecret", "GateSeed", "HandoverSeed", "InviteCode", "KemSeed",
    "NodeKey", "NotesKey", "PingCode", "SigningSeed", "TagKey", "TreeSeed",
  ]);
});

describe.each(KINDS)("%s", (name, kind) => {
  const secret = marked(kind);
  const face = `<${name}>`;

  test("shows its kind alone", () => {
    const shown = [String(secret), secret.toString(), ["", secret].join(""), inspect(secret), secret.toLocaleString()];
    expect(shown).toEqual(Array(5).fill(face));
    expect([JSON.stringify(secret), JSON.stringify({ k: [secret] })]).toEqual([`"${face}"`, `{"k":["${face}"]}`]);
    expect([inspect([secret]), inspect({ k: { l: [secret] } }, { depth: 9, showHidden: true, getters: true })]).toEqual([
      `[ ${face} ]`, inspect({ k: { l: [0] } }, { depth: 9, showHidden: true }).replace("0", face),
    ]);
    expect(Number(secret)).toBeNaN();
  });

  test("has nothing that could be copied, listed or walked through", () => {
    expect([Object.keys(secret), Reflect.ownKeys(secret), Object.entries(secret)]).toEqual([[], [], []]);
    expect(structuredClone(secret)).toEqual({});
    expect(Symbol.iterator in secret).toBe(false);
    expect(ArrayBuffer.isView(secret)).toBe(false);
  });

  test("of the wrong length or type is refused without showing it", () => {
    const [short, long] = [MARK.slice(0, kind.size - 1), new Uint8Array([...MARK, 0])];
    const wrong: unknown[] = [short, long, new Uint8Array(0), hex(MARK), [...MARK.slice(0, kind.size)], null];
    for (const value of wrong) {
      const error = refusal(() => new kind(value as Uint8Array));
      expect([error.name, error.detail]).toEqual(["WrongLength", `a ${name} has ${kind.size} bytes`]);
      expect(shows(inspect(error) + JSON.stringify(error))).toBe(false);
    }
  });

  test("is equal to its like alone", () => {
    expect(secret.equals(marked(kind))).toBe(true);
    expect(secret.equals(new kind(new Uint8Array(kind.size)))).toBe(false);
    for (let i = 0; i < kind.size; i++) {
      const changed = secret.reveal();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(secret.equals(new kind(changed))).toBe(false);
    }
    expect(KINDS.filter(([, other]) => other !== kind && other.size === kind.size && secret.equals(marked(other)))).toEqual([]);
    expect([secret.equals(secret.reveal()), secret.equals(null), secret.equals(face)]).toEqual([false, false, false]);
  });

  test("keeps its bytes to itself", () => {
    const bytes = MARK.slice(0, kind.size);
    const own = new kind(bytes);
    bytes.fill(0);
    own.reveal().fill(0);
    expect(hex(own.reveal())).toBe(hex(MARK.slice(0, kind.size)));
  });
});

test("random secrets differ", () => {
  expect([secrets.NodeKey.random().equals(secrets.NodeKey.random()), AeadKey.random().equals(AeadKey.random())]).toEqual([false, false]);
  expect(secrets.InviteCode.random().reveal()).toHaveLength(16);
  expect(randomBytes(65536)).toHaveLength(65536);
  expect(refusal(() => randomBytes(65537)).name).toBe("BadInput");
});

test("errors show nothing", async () => {
  const key = new AeadKey(MARK);
  const long = new Uint8Array([...MARK, ...MARK, ...MARK]);
  const errors = [
    refusal(() => open(key, MARK, long)),
    refusal(() => openOnce(key, MARK, MARK)),
    refusal(() => {
      checkKemKey(new Uint8Array(1216).fill(0xff));
    }),
    refusal(() => derive(AeadKey, key, Purpose.NODE, null, 1.5)),
    refusal(() => context(Purpose.NODE, null, new Date() as unknown as Value)),
    await asyncRefusal(() => openSealed(new KemSeed(MARK), MARK, new Uint8Array(1200).fill(0x5e))),
    await asyncRefusal(() => sealTo(MARK, MARK, MARK)),
    await asyncRefusal(() => stretch(MARK, MARK)),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(ParasolError);
    expect(error.cause).toBeUndefined();
    expect(shows(inspect(error, { depth: 9, showHidden: true }) + String(error.stack) + JSON.stringify(error))).toBe(false);
  }
});
