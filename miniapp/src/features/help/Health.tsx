/** Where hours count. One card, said once, that can be passed by. */

import { t } from "../../text";
import { Note } from "../../ui/Note";
import { Entries } from "./Entries";
import type { Resource } from "./resources";

export function Health({ places }: { readonly places: readonly Resource[] }) {
  return (
    <>
      <Note kind="care">
        <p>
          <strong>{t("health-hours")}</strong>
        </p>
        <ul>
          <li>{t("health-pep")}</li>
          <li>{t("health-contraception")}</li>
          <li>{t("health-drugged")}</li>
        </ul>
        <p>{t("health-where")}</p>
      </Note>
      <Entries items={places} />
    </>
  );
}
