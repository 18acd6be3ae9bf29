import { t } from "../text";

/** Under what is being written: that it is kept, or why it cannot be. */
export function Kept({ trouble }: { readonly trouble: string | null }) {
  return trouble === null ? (
    <p class="quiet">{t("write-kept")}</p>
  ) : (
    <p class="fault" role="alert">
      {t("report-not-kept")} {trouble}
    </p>
  );
}
