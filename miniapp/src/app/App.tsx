/** What is on screen: the first screen, the lock, or a screen of the open device. */

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Locked } from "../features/locked/Locked";
import { Elsewhere } from "../features/locked/Elsewhere";
import { Welcome } from "../features/welcome/Welcome";
import { language, t } from "../text";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import { Page } from "../ui/Page";
import { phase } from "./lock";
import { goHome, here } from "./places";
import { HELP, OPENING, OUTSIDE, SCREENS } from "./screens";

/** A screen that takes longer than this to load says so. Milliseconds. */
const PATIENCE = 300;

export function App() {
  // Whoever reads this is shown again when it changes.
  if (language.value === "") return null;
  const { screen, id = "" } = here();
  const place = `${screen} ${id}`;
  switch (phase.value) {
    case "starting":
      return null;
    case "fresh": {
      const load = OUTSIDE[screen];
      return load === undefined ? <Welcome /> : <Lazy key={place} load={load} />;
    }
    case "locked":
      return <Locked />;
    case "elsewhere":
      return <Elsewhere />;
    case "broken":
      return <Broken />;
    case "opening":
      // Help needs nothing of what is locked; everything else waits in one screen, which goes where she wants by itself.
      return screen === "help" ? <Lazy key="help" load={HELP} /> : <Lazy key="opening" load={OPENING} />;
    case "open": {
      const load = SCREENS[screen] ?? OUTSIDE[screen];
      return load === undefined ? <Missing /> : <Lazy key={place} load={load} />;
    }
  }
}

/** What was loaded once is shown at once. */
const loaded = new Map<() => Promise<ComponentType>, ComponentType>();

/** A screen whose code may not be here yet. */
function Lazy({ load }: { readonly load: () => Promise<ComponentType> }) {
  const [Screen, setScreen] = useState<ComponentType | null>(() => loaded.get(load) ?? null);
  const [state, setState] = useState<"quick" | "slow" | "failed">("quick");
  useEffect(() => {
    if (Screen !== null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      if (wanted) setState("slow");
    }, PATIENCE);
    load().then(
      (found) => {
        loaded.set(load, found);
        if (wanted) setScreen(() => found);
      },
      () => {
        if (wanted) setState("failed");
      },
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  if (Screen !== null) return <Screen />;
  if (state === "quick") return null;
  if (state === "slow") {
    return (
      <Page title={t("app-loading")}>
        <Busy what={t("app-loading")} />
      </Page>
    );
  }
  // Not there: no connection, or the server has a newer build and this page's files are gone.
  return (
    <Page
      title={t("app-not-loaded")}
      action={
        <Button
          kind="main"
          onClick={() => {
            location.reload();
          }}
        >
          {t("app-reload")}
        </Button>
      }
    >
      <Note kind="trouble" live>
        <p>{t("app-not-loaded-why")}</p>
      </Note>
    </Page>
  );
}

/** This browser does not give us what it kept. */
function Broken() {
  return (
    <Page
      title={t("app-broken")}
      open
      action={
        <Button
          kind="main"
          onClick={() => {
            location.reload();
          }}
        >
          {t("app-reload")}
        </Button>
      }
    >
      <p>{t("app-broken-why")}</p>
    </Page>
  );
}

/** A place that no screen answers for. Nobody should ever see it; who does finds the way home. */
function Missing() {
  return (
    <Page
      title={t("app-not-loaded")}
      action={
        <Button kind="main" onClick={goHome}>
          {t("app-home")}
        </Button>
      }
    >
      {null}
    </Page>
  );
}
