import { useState } from "preact/hooks";
import { opened, stayOpen } from "../../app/lock";
import { back as goBack, here } from "../../app/places";
import { settings, used } from "../../app/settings";
import { chooseLanguage } from "../../app/speaking";
import { connected } from "../../bridge/telegram";
import { language, LANGUAGES, nameOf, t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Erase } from "../locked/Erase";
import { useDevice, useWork } from "../opened";
import { Prefer, preferred } from "../Prefer";
import { StayOpen } from "../StayOpen";
import { AddDevice } from "./AddDevice";
import { Compare } from "./Compare";
import { MyWords } from "./MyWords";
import { ChangePin, Duress } from "./Pins";
import { Pings } from "./Pings";

const VIEWS = ["pin", "duress", "stay", "words", "device", "compare", "pings", "prefer", "offline", "language"] as const;
type View = (typeof VIEWS)[number] | "all" | "erase" | "pings-desk";

/** What keeps her safe on this phone. */
export function Safety() {
  // Another screen may send her to one of these at once.
  const asked = [...VIEWS, "pings-desk" as const].find((one) => one === here().id);
  const [view, setView] = useState<View>(asked ?? "all");
  const device = useDevice();
  const back = () => {
    if (asked === undefined) setView("all");
    else goBack();
  };
  if (device === null) return null;
  switch (view) {
    case "pin":
      return <ChangePin onBack={back} />;
    case "duress":
      return <Duress onBack={back} />;
    case "stay":
      return <Staying onBack={back} />;
    case "words":
      return <MyWords onBack={back} />;
    case "device":
      return <AddDevice onBack={back} />;
    case "compare":
      return <Compare onBack={back} />;
    case "pings":
      return (
        <Pings
          onBack={back}
          onDesk={() => {
            setView("pings-desk");
          }}
        />
      );
    case "pings-desk":
      return (
        <Pings
          desk
          onBack={() => {
            if (asked === "pings-desk") goBack();
            else setView("pings");
          }}
        />
      );
    case "prefer":
      return <Preferring onBack={back} />;
    case "offline":
      return <Offline onBack={back} />;
    case "language":
      return <Language onBack={back} />;
    case "erase":
      return <Erase onBack={back} />;
    case "all":
      return (
        <Page title={t("safety-title")}>
          {VIEWS.filter((one) => one !== "language" || LANGUAGES.length > 1).map((one) => (
            <Button
              key={one}
              hint={t(`safety-${one}-hint`)}
              onClick={() => {
                setView(one);
              }}
            >
              {t(`safety-${one}`)}
            </Button>
          ))}
          <Button
            kind="grave"
            onClick={() => {
              setView("erase");
            }}
          >
            {t("safety-erase")}
          </Button>
          <p class="quiet">{t("safety-version", { version: VERSION, build: buildName() })}</p>
          <p class="quiet">{costs()}</p>
          <p class="quiet">{t("safety-limits")}</p>
        </Page>
      );
  }
}

/** What the app has cost her of her data, in this month and in the last. */
function costs(): string {
  const { bytes, before } = used(settings.value.data, 0, new Date());
  const inMegabytes = (count: number): number => Math.ceil(count / 100_000) / 10;
  return t("safety-data", { now: inMegabytes(bytes), before: inMegabytes(before) });
}

/** This build by the name of its first file, which follows from what is in it. */
function buildName(): string {
  return /-([^/]+)\.js$/.exec(document.querySelector<HTMLScriptElement>("script[type=module]")?.src ?? "")?.[1] ?? "?";
}

function Staying({ onBack }: { readonly onBack: () => void }) {
  const work = useWork();
  return (
    <Page title={t("stay-title")} onBack={onBack}>
      <p>{t("stay-why")}</p>
      <StayOpen
        quiet
        value={settings.value.stay}
        onChange={(stay) => {
          void work.run(async () => {
            await opened.peek()?.set({ stay });
            await stayOpen();
          });
        }}
      />
      <Trouble said={work.trouble} />
    </Page>
  );
}

function Preferring({ onBack }: { readonly onBack: () => void }) {
  const [value, setValue] = useState(preferred);
  const work = useWork();
  return (
    <Page title={t("prefer-title")} onBack={onBack}>
      <Prefer
        value={value}
        onChange={(next) => {
          setValue(next);
          void work.run(async () => {
            await opened.peek()?.set(next);
          });
        }}
      />
      <Trouble said={work.trouble} />
    </Page>
  );
}

/** Where this app opens without a connection, and where it cannot. */
function Offline({ onBack }: { readonly onBack: () => void }) {
  const inside = connected();
  return (
    <Page title={t("safety-offline")} onBack={onBack}>
      {inside ? (
        <>
          <Note kind="care">
            <p>{t("offline-telegram")}</p>
          </Note>
          <p>{t("offline-browser")}</p>
          <p class="spoken code" dir="ltr" translate={false}>
            {location.host}
          </p>
          <p>{t("offline-own-code")}</p>
        </>
      ) : null}
      <p>{t("offline-install")}</p>
      <p class="hint">{t("offline-check")}</p>
    </Page>
  );
}

function Language({ onBack }: { readonly onBack: () => void }) {
  return (
    <Page title={t("safety-language")} onBack={onBack}>
      <Choice
        quiet
        label={t("safety-language")}
        options={LANGUAGES.map((code) => ({ value: code, label: nameOf(code) }))}
        chosen={[language.value]}
        onChange={([code]) => {
          if (code !== undefined) void chooseLanguage(code);
        }}
      />
      <p class="hint">{t("safety-language-why")}</p>
    </Page>
  );
}

function Trouble({ said }: { readonly said: string | null }) {
  if (said === null) return null;
  return (
    <Note kind="trouble" live>
      <p>{said}</p>
    </Note>
  );
}
