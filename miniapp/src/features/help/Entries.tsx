import { languageWord } from "../../alerts/wording";
import { language, t } from "../../text";
import { say } from "../said";
import type { Resource } from "./resources";

/** Places and people who help, as the collective wrote them down. Nothing is a link: a call is hers to make, in her own time. */
export function Entries({ items }: { readonly items: readonly Resource[] }) {
  return (
    <>
      {items.map((one, at) => (
        <div class="card" key={at}>
          <strong dir="auto">{one.name}</strong>
          {one.text === "" ? null : (
            <p dir="auto" lang={one.language}>
              {one.text}
            </p>
          )}
          {one.contact === "" ? null : (
            <p class="contact" dir="auto">
              {one.contact}
            </p>
          )}
          {one.language === language.value ? null : <small>{t("help-in-language", { language: say(languageWord(one.language)) })}</small>}
        </div>
      ))}
    </>
  );
}
