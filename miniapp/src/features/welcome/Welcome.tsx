import { prepare } from "../../app/lock";
import { go } from "../../app/places";
import { chooseLanguage } from "../../app/speaking";
import { language, LANGUAGES, nameOf, t } from "../../text";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";

/** The first screen: what this is, what it is not, and the way in. */
export function Welcome() {
  return (
    <Page
      open
      title={t("welcome-title")}
      action={
        <>
          <Button
            kind="main"
            onClick={() => {
              prepare();
              go("join");
            }}
          >
            {t("welcome-code")}
          </Button>
          <Button
            onClick={() => {
              go("help");
            }}
          >
            {t("welcome-help")}
          </Button>
        </>
      }
    >
      <ul class="opening">
        <li>{t("welcome-no-police")}</li>
        <li>{t("welcome-no-emergency")}</li>
        <li>{t("welcome-telegram")}</li>
        <li>{t("welcome-never-type")}</li>
      </ul>
      {LANGUAGES.length < 2 ? null : (
        <Select
          label={t("welcome-language")}
          value={language.value}
          options={LANGUAGES.map((code) => ({ value: code, label: nameOf(code) }))}
          onChange={(code) => {
            void chooseLanguage(code);
          }}
        />
      )}
    </Page>
  );
}
