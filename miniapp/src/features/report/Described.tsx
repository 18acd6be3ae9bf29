/** Persons and vehicles: each a handful of short questions, all of them skippable, one open at a time. */

import * as coded from "../../alerts/coded";
import { NAMED_LANGUAGES, type Word, word } from "../../alerts/wording";
import type { ValueMap } from "../../crypto/wire";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { capital, say } from "../said";
import { changedIn, mapsOf, pickedOf, textOf } from "./drafts";
import { Fold } from "./Fold";

interface Props {
  readonly answers: ValueMap;
  readonly onChange: (name: string, value: ValueMap[]) => void;
}

type Question = readonly [name: string, codes: coded.Codes, table: string, many?: boolean];

const OF_PERSON: readonly Question[] = [
  ["role", coded.ROLES, "roles"],
  ["gender", coded.GENDERS, "genders"],
  ["age", coded.AGES, "ages"],
  ["height", coded.HEIGHTS, "heights"],
  ["build", coded.BUILDS, "builds"],
  ["hair", coded.HAIRS, "hairs"],
  ["eyes", coded.EYES, "eyes"],
  ["marks", coded.PERSON_MARKS, "person-marks", true],
  ["weapon", coded.WEAPONS, "weapons", true],
];
const ETHNICITY: Question = ["ethnicity", coded.ETHNICITIES, "ethnicities"];
const OF_VEHICLE: readonly Question[] = [
  ["type", coded.VEHICLES, "vehicles"],
  ["colour", coded.COLOURS, "colours"],
  ["marks", coded.VEHICLE_MARKS, "vehicle-marks", true],
];
const MOST_PERSONS = 8;
const MOST_VEHICLES = 4;
const MOST_NAMES = 8;

function spoken(words: readonly Word[]): string {
  return say(words);
}

interface ItemProps {
  readonly item: ValueMap;
  readonly onChange: (item: ValueMap) => void;
}

function Questions({ item, onChange, asked, of }: ItemProps & { readonly asked: readonly Question[]; readonly of: string }) {
  return (
    <>
      {asked.map(([name, codes, table, many = false]) => {
        const chosen = pickedOf(item, name);
        return (
          <Fold key={name} label={t(`${of}-${name}`)} answer={spoken(chosen.map((one) => word(table, one)))}>
            <Choice
              quiet
              label={t(`${of}-${name}`)}
              many={many}
              options={codes.values.map((value) => ({ value, label: capital(say(word(table, value))) }))}
              chosen={chosen}
              onChange={(next) => {
                onChange(changedIn(item, name, many ? next : (next[0] ?? null)));
              }}
            />
          </Fold>
        );
      })}
    </>
  );
}

function Text({ item, onChange, of, name, limit }: ItemProps & { readonly of: string; readonly name: string; readonly limit: number }) {
  const value = textOf(item, name);
  return (
    <Fold label={t(`${of}-${name}`)} answer={value}>
      <Field
        label={t(`${of}-${name}`)}
        value={value}
        limit={limit}
        onInput={(next) => {
          onChange(changedIn(item, name, next));
        }}
      />
    </Fold>
  );
}

function Tongue({ item, onChange, name }: ItemProps & { readonly name: "accent" | "languages" }) {
  const [chosen = ""] = pickedOf(item, name);
  const options = NAMED_LANGUAGES.filter((one) => name === "accent" || !one.includes("-")).map((one) => ({ value: one, label: say(word("languages", one)) }));
  return (
    <Fold label={t(name === "accent" ? "person-q-accent" : "person-q-languages")} answer={chosen === "" ? "" : say(word("languages", chosen))}>
      <Select
        label={t(name === "accent" ? "person-q-accent" : "person-q-languages")}
        value={chosen}
        options={[{ value: "", label: t("report-dont-know") }, ...options]}
        onChange={(next) => {
          onChange(changedIn(item, name, next === "" ? null : name === "accent" ? next : [next]));
        }}
      />
    </Fold>
  );
}

/** Names are kept as typed, cut at the commas: what stands between two of them is one name. */
function Names({ item, onChange }: ItemProps) {
  const typed = pickedOf(item, "names").join(",");
  return (
    <Fold label={t("person-q-names")} answer={typed}>
      <Field
        label={t("person-q-names")}
        hint={t("person-q-names-hint")}
        value={typed}
        limit={200}
        onInput={(next) => {
          const names = next.split(",").slice(0, MOST_NAMES).map((name) => name.slice(0, 60));
          onChange(changedIn(item, "names", next.trim() === "" ? null : names));
        }}
      />
    </Fold>
  );
}

interface ListProps extends Props {
  readonly name: "persons" | "vehicles";
  readonly most: number;
  readonly children: (item: ValueMap, onChange: (item: ValueMap) => void) => preact.ComponentChildren;
}

/** One after the other; the first is there at once. */
function List({ answers, onChange, name, most, children }: ListProps) {
  const kept = mapsOf(answers, name);
  const items = kept.length === 0 ? [{}] : kept;
  const last = items.at(-1) ?? {};
  return (
    <>
      {items.map((item, at) => (
        <section key={at}>
          {items.length < 2 ? null : <h2>{t(name === "persons" ? "report-person-n" : "report-vehicle-n", { n: at + 1 })}</h2>}
          {children(item, (next) => {
            onChange(name, items.with(at, next));
          })}
          {kept.length === 0 ? null : (
            <Button
              onClick={() => {
                onChange(
                  name,
                  items.filter((_, other) => other !== at),
                );
              }}
            >
              {t("report-take-out")}
            </Button>
          )}
        </section>
      ))}
      {Object.keys(last).length > 0 && items.length < most ? (
        <Button
          onClick={() => {
            onChange(name, [...items, {}]);
          }}
        >
          {t(name === "persons" ? "report-another-person" : "report-another-vehicle")}
        </Button>
      ) : null}
    </>
  );
}

/** How many they were, and what they looked like. */
export function Persons({ answers, onChange, onPeople, ethnicity }: Props & { readonly onPeople: (people: number | null) => void; readonly ethnicity: boolean }) {
  const people = answers["people"];
  return (
    <>
      <Field
        label={t("report-people")}
        value={typeof people === "number" ? String(people) : ""}
        keys="numeric"
        limit={2}
        onInput={(typed) => {
          const count = Number(typed.replace(/[^0-9]/g, ""));
          onPeople(count > 0 ? count : null);
        }}
      />
      <List answers={answers} onChange={onChange} name="persons" most={MOST_PERSONS}>
        {(item, change) => (
          <>
            <Questions item={item} onChange={change} asked={ethnicity ? [...OF_PERSON, ETHNICITY] : OF_PERSON} of="person-q" />
            <Names item={item} onChange={change} />
            <Tongue item={item} onChange={change} name="accent" />
            <Tongue item={item} onChange={change} name="languages" />
            <Text item={item} onChange={change} of="person-q" name="detail" limit={300} />
          </>
        )}
      </List>
    </>
  );
}

export function Vehicles({ answers, onChange }: Props) {
  return (
    <List answers={answers} onChange={onChange} name="vehicles" most={MOST_VEHICLES}>
      {(item, change) => (
        <>
          <Questions item={item} onChange={change} asked={OF_VEHICLE} of="vehicle-q" />
          <Text item={item} onChange={change} of="vehicle-q" name="make" limit={40} />
          <Text item={item} onChange={change} of="vehicle-q" name="model" limit={40} />
          <Text item={item} onChange={change} of="vehicle-q" name="detail" limit={300} />
        </>
      )}
    </List>
  );
}

