import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/alerts/alert";
import { Board } from "../../src/alerts/board";
import { BytesSet } from "../../src/alerts/keyed";
import { SINGLE, type Body } from "../../src/alerts/statements";
import { Tokens, check } from "../../src/alerts/search";
import { identifier } from "../../src/alerts/identifiers";
import { Thing, type Version } from "../../src/alerts/things";
import { speak, type Word } from "../../src/alerts/wording";
import { SHOW_TAKEN_BACK, alertCalled, corrected, doubtsOf, forAreas, glanceOf, listOf, otherLanguage, wholeOf } from "../../src/features/alerts/shown";
import { compareHidden, indexOf, lookedForIn, noteWith, where } from "../../src/features/check/checking";
import {
  MOST_WATCHED, isWatched, listedSince, watchable, watchedFrom, withSeen, withWatched, withoutWatched,
} from "../../src/features/check/watching";
import { grouped, ofKinds, resourcesOf, usualHours } from "../../src/features/help/resources";
import { idOf, keyOf } from "../../src/features/keys";
import * as wire from "../../src/crypto/wire";
import type { Value } from "../../src/crypto/wire";
import { ALERTS, FIGURES, RESOURCES } from "../journeys/everyday/invented";

const NOW = 1_795_000_000;
const COLLECTIVE = new Uint8Array(32).fill(3);
const spoken = (said: Word): string => speak(said, (key, args) => `${key}(${Object.values(args).join(" ")})`);

function version(kind: string, content: object, time: number, people = 2): Version {
  const body = { kind, content, object: SINGLE } as unknown as Body;
  return { seq: 0, hash: SINGLE, time, body, people: new BytesSet(Array.from({ length: people }, (_, n) => new Uint8Array([n]))), needed: 2 };
}

function boardOf(things: readonly Thing[]): Board {
  const board = new Board(COLLECTIVE);
  for (const thing of things) board.things.set(thing.id, thing);
  return board;
}

function invented(): Board {
  return boardOf(
    ALERTS(NOW).map(({ id, versions, people }) => {
      const [first, ...rest] = versions.map(({ kind, content, time }) => version(kind, content, time, people));
      if (first === undefined) throw new Error("an alert without a version");
      return new Thing(idOf(id), [first, ...rest]);
    }),
  );
}

const numbers = (list: readonly { readonly key: string }[]): number[] => list.map((one) => Number.parseInt(one.key, 16));

it("check says what it took a query for: a bare word is a name as well as a username", () => {
  const index = indexOf(invented());
  const said = (query: string): string[] =>
    lookedForIn(check(query, index, { now: NOW, country: "GB", tokens: new Tokens(COLLECTIVE) }), query).map(spoken);
  expect(said("pete")).toEqual(["check-as-name(pete)"]);
  expect(said("@pete")).toEqual(["alert-part(types-handle() @pete)"]);
  expect(said("insta: pete, 07700 900123")).toEqual(["alert-part(types-handle() @pete (instagram))", "+44 7700 900123"]);
  expect(said("white van, plate ends KX").at(0)).toBe("alert-part(types-plate() partials-ends(KX))");
});

describe("by what one knows them, in a list", () => {
  const glance = (content: Partial<Pick<Alert, "vehicles" | "identifiers" | "persons">>): string[] =>
    glanceOf({ vehicles: [], identifiers: [], persons: [], ...content }).map(spoken);

  it("is the vehicle, the plate and the looks, in short", () => {
    expect(
      glance({
        vehicles: [{ type: "van", colour: "white", make: "Ford", model: "Transit", marks: ["dent"] }, { type: "car" }],
        identifiers: [{ type: "phone", value: "+447700900123" }, { type: "plate", value: "KX", partial: "ends" }],
        persons: [{ role: "client", gender: "man", age: "30s", height: "tall", build: "slim", marks: ["tattoo-neck"], names: ["Dave"] }, { gender: "woman" }],
      }),
    ).toEqual(["vehicle-of-colour(colours-white() vehicles-van())", "alert-part(types-plate() partials-ends(KX))", "heights-tall()list-comma()ages-30s()list-comma()builds-slim()"]);
  });

  it("is another number where there is no plate, and never one that is hidden", () => {
    const hidden = { type: "phone" as const, country: "GB", token: 12 };
    expect(glance({ identifiers: [hidden, { type: "handle", value: "dave" }] })).toEqual(["alert-identifier(types-handle() @dave)"]);
    expect(glance({ identifiers: [hidden] })).toEqual([]);
  });

  it("says what little there is, and nothing where nothing is known", () => {
    expect(glance({ persons: [{ gender: "man" }] })).toEqual(["genders-man()"]);
    expect(glance({ persons: [{ gender: "man", marks: ["glasses"] }] })).toEqual(["person-marks-glasses()"]);
    expect(glance({ vehicles: [{ make: "Ford" }] })).toEqual(["Ford"]);
    expect(glance({ vehicles: [{ type: "other", colour: "red" }] })).toEqual(["vehicle-of-colour(colours-red() vehicles-other())"]);
    expect(glance({ persons: [{ names: ["Dave"] }] })).toEqual([]);
  });
});

describe("the list of alerts", () => {
  it("has what stands, newest first, and what was taken back not long ago; nothing that has ended", () => {
    expect(numbers(listOf(invented(), NOW))).toEqual([2, 1, 3, 4]);
    expect(numbers(listOf(invented(), NOW + SHOW_TAKEN_BACK))).toEqual([1, 4]);
  });

  it("is narrowed by how dangerous, and by area; an alert without an area is for all", () => {
    expect(numbers(listOf(invented(), NOW, { area: "", severity: "dangerous" }))).toEqual([2, 1]);
    const board = invented();
    const [first] = board.alerts;
    (first?.content as Alert).areas.push("south");
    expect(numbers(listOf(board, NOW, { area: "north", severity: "" }))).not.toContain(1);
    expect(numbers(listOf(board, NOW, { area: "south", severity: "" }))).toContain(1);
  });

  it("leaves out other areas for who chose hers, but never what is very dangerous, what has no area, or another language", () => {
    const topics = ["north", "south"].map((id) => ({ id, name: id }));
    const all = listOf(invented(), NOW).map((one, at) => ({ ...one, content: { ...one.content, severity: "risky", areas: at === 0 ? [] : [at === 1 ? "north" : "south"] } }));
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
    expect(keys(forAreas(all, ["north"], topics))).toEqual(keys(all.slice(0, 2)));
    const [, , third, ...rest] = all;
    const worst = third === undefined ? [] : [...all.slice(0, 2), { ...third, content: { ...third.content, severity: "very-dangerous" } }, ...rest];
    expect(keys(forAreas(worst, ["north"], topics))).toEqual(keys(all.slice(0, 3)));
    // An area that our rules have no more chooses nothing.
    for (const areas of [[], ["gone"]]) expect(forAreas(all, areas, topics)).toHaveLength(all.length);
    expect([otherLanguage({ language: "ro" }, ["en"]), otherLanguage({ language: "ro" }, ["en", "ro"]), otherLanguage({ language: null }, ["en"])]).toEqual(["ro", null, null]);
  });

  it("says one moderator so far, taken back, ended, and who approved", () => {
    const called = (n: number) => alertCalled(invented(), n.toString(16).padStart(32, "0"), NOW);
    expect(called(2)).toMatchObject({ soFar: true, people: 1, standing: "stands" });
    expect(called(3)).toMatchObject({ standing: "taken-back", reason: "It was a mistake: the payment came.", soFar: false });
    expect(called(5)).toMatchObject({ standing: "ended" });
    expect(called(9)).toBeNull();
  });

  it("shows what a correction replaced, and only that", () => {
    const shown = alertCalled(invented(), "1".padStart(32, "0"), NOW);
    const lines = shown === null ? [] : corrected(shown, "en", [], spoken);
    expect(lines.join("\n")).toContain("colours-grey");
    expect(lines.join("\n")).not.toContain("alert-severity");
    expect(lines).toHaveLength(2);
  });

  it("leaves nothing of a text out before somebody says yes to it: whatever is changed in it changes what is shown", () => {
    const [first] = invented().alerts;
    const content = { ...(first?.content as Alert), so_far: false, disputed: false };
    const shown = (of: Alert): string => JSON.stringify([of.severity, of.verification, of.by, wholeOf(of, "en", [])]);
    const plate = identifier("plate", "AB12 CDE", { country: "GB" }).toMap() as unknown as Alert["identifiers"][number];
    const changes: { [K in keyof Alert]: Alert[K] } = {
      kinds: ["no-show"], severity: "nuisance", verification: "reporter-spoken-to", by: 7, areas: ["elsewhere"], people: 5,
      when: content.when === null ? { date: "2026-01-02", precision: "exact", band: null } : null,
      persons: [], vehicles: [{ type: "lorry" }], identifiers: [plate], text: "Something else.", language: "ro", what_to_do: "Run.",
      so_far: true, disputed: true, expires: content.expires + 40 * 86_400,
    } as never; // prettier-ignore
    for (const [name, value] of Object.entries(changes)) expect([name, shown({ ...content, [name]: value })]).not.toEqual([name, shown(content)]);
    expect(Object.keys(changes).sort()).toEqual(Object.keys(content).sort());
  });

  it("doubts itself when the moderators are silent", () => {
    expect(doubtsOf(invented(), NOW)).toEqual(["stale"]);
  });
});

describe("what she marked", () => {
  const one = identifier("phone", "07700 900140", { country: "GB" });
  const other = identifier("plate", "AB12 CDE", { country: "GB" });
  const checking = () => ({ now: NOW, country: "GB", tokens: new Tokens(COLLECTIVE) });
  const content = (item: unknown): object => ({ ...(invented().alerts[0]?.content ?? {}), identifiers: [item], expires: NOW + 1000 });
  const listing = (n: number, item: unknown): Thing => new Thing(idOf(n.toString(16).padStart(32, "0")), [version("alert", content(item), NOW)]);

  it("is told once something new lists it, open or hidden, and not of what she saw when she marked it", async () => {
    const before = boardOf([listing(1, other.toMap())]);
    const seen = check([other], indexOf(before), checking()).matches;
    const watched = withWatched(withWatched([], [one], []), [other], seen);
    expect(await listedSince(watched, before, checking())).toEqual([]);
    const after = boardOf([listing(1, other.toMap()), listing(2, await one.masked(COLLECTIVE))]);
    const listed = await listedSince(watched, after, checking());
    expect(listed.map(({ shown, alert }) => [shown, Number.parseInt(alert, 16)])).toEqual([["+44 7700 900140", 2]]);
    const [hit] = listed;
    if (hit === undefined) throw new Error("nothing was listed");
    expect(await listedSince(withSeen(watched, hit), after, checking())).toEqual([]);
    expect(await listedSince(withoutWatched(watched, [one]), after, checking())).toEqual([]);
  });

  it("comes back from the vault as it was, is kept for the last twenty alone, and never for a part of a number", () => {
    const watched = withWatched([], [one, other, one], []);
    expect(watchedFrom(wire.decode(wire.encode(watched as unknown as Value)))).toEqual(watched);
    expect([isWatched(watched, one), watched.length]).toEqual([true, 2]);
    const many = Array.from({ length: 30 }, (_, n) => identifier("phone", `07700 9001${String(n).padStart(2, "0")}`, { country: "GB" }));
    expect(withWatched([], many, [])).toHaveLength(MOST_WATCHED);
    expect(watchable([one, identifier("plate", "KX", { partial: "ends", country: "GB" })])).toEqual([one]);
    for (const wrong of [null, 1, {}, "x"]) expect(watchedFrom(wrong)).toBeNull();
    expect(watchedFrom([{ item: {}, seen: [] }, { item: one.toMap() }, 5])).toEqual([]);
  });
});

describe("check", () => {
  const checking = () => ({ now: NOW, country: "GB", tokens: new Tokens(COLLECTIVE) });

  it("prepares its index once, and anew when something came", () => {
    const board = invented();
    const index = indexOf(board);
    expect(indexOf(board)).toBe(index);
    board.chain.hashes.push(new Uint8Array(32));
    expect(indexOf(board)).not.toBe(index);
  });

  it("finds a van by its plate's end and its look, and nothing that ended or was taken back", () => {
    const result = check("white van, plate ends KX", indexOf(invented()), checking());
    expect(result.matches.map((match) => keyOf(match.alert.id))).toEqual(["1".padStart(32, "0")]);
  });

  it("never says no record while hidden numbers are compared; then it says where, too", async () => {
    const index = indexOf(invented());
    const asked = checking();
    const first = check("07700 900999", index, asked);
    expect(first.uncompared).toHaveLength(1);
    expect(first.note.map((said) => said.key)).not.toContain("note-no-record-since");
    const whole = await compareHidden("07700 900999", index, asked, COLLECTIVE, () => true);
    const note = noteWith(whole?.note ?? [], where([{ id: "n", name: "North" }], "Lamp"));
    expect(note[0]).toMatchObject({ key: "check-no-record-since", args: { count: 3, areas: ["North"] } });
  });

  it("finds a hidden number as probable", async () => {
    const token = await identifier("phone", "07700 900111", { country: "GB" }).matchToken(COLLECTIVE);
    const board = invented();
    const [first] = board.alerts;
    (first?.content as Alert).identifiers = [{ type: "phone", country: "GB", token }];
    const whole = await compareHidden("07700 900111", indexOf(board), checking(), COLLECTIVE, () => true);
    expect(whole?.matches).toHaveLength(1);
    expect(whole?.matches[0]?.reasons.map((said) => said.key)).toEqual(["reason-hidden"]);
  });

  it("computes nothing for what is not asked any more", async () => {
    const asked = checking();
    expect(await compareHidden("07700 900999", indexOf(invented()), asked, COLLECTIVE, () => false)).toBeNull();
    expect(asked.tokens.known(identifier("phone", "07700 900999", { country: "GB" }))).toBeUndefined();
  });

  it("names a few areas, and the collective for many or none", () => {
    const topics = ["a", "b", "c", "d"].map((name) => ({ id: name, name }));
    expect(where(topics.slice(0, 3), "Lamp")).toEqual(["a", "b", "c"]);
    expect(where(topics, "Lamp")).toEqual(["Lamp"]);
    expect(where([], "Lamp")).toEqual(["Lamp"]);
  });
});

describe("help", () => {
  const named = (kind: string, content: object) => new Thing(new TextEncoder().encode(kind), [version(kind, content, NOW)]);

  it("is the collective's list, health first, with kinds nobody has a word for last", () => {
    const odd = { ...RESOURCES[0], kind: "Cats " };
    const groups = grouped(resourcesOf(boardOf([named("resources", { items: [odd, ...RESOURCES.toReversed()] })])));
    expect(groups.map((group) => [group.kind, group.known])).toEqual([["health", true], ["legal", true], ["housing", true], ["cats", false]]);
    expect(ofKinds(RESOURCES, ["legal"])).toHaveLength(1);
    expect(resourcesOf(boardOf([]))).toEqual([]);
  });

  it("says how long it usually takes only if that was counted, and never at once", () => {
    expect(usualHours(boardOf([named("figures", FIGURES)]))).toBe(9);
    expect(usualHours(boardOf([named("figures", { ...FIGURES, counts: { hours: 0 } })]))).toBe(1);
    expect(usualHours(boardOf([named("figures", { ...FIGURES, counts: {} })]))).toBeNull();
    expect(usualHours(boardOf([]))).toBeNull();
  });
});
