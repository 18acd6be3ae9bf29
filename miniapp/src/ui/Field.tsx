import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it, in words that say what to do. */
  readonly fault?: string | null;
  /** `plain`: words, codes and names of things, which a keyboard must not begin with a capital. */
  readonly kind?: "text" | "number" | "secret" | "date" | "plain";
  /** Rows; more than one makes a field for sentences. */
  readonly rows?: number;
  readonly onEnter?: () => void;
  /** The keyboard a phone shows. */
  readonly keys?: "text" | "numeric" | "tel" | "search";
  readonly focus?: boolean;
  readonly limit?: number;
}

/** Something to write into, with its name above it. Nothing of it is kept or guessed by the browser. */
export function Field({ label, value, onInput, hint, fault, kind = "text", rows = 1, onEnter, keys = "text", focus = false, limit }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  // Not the browser's own autofocus, which frames are denied; and after the page has put its name first.
  useEffect(() => {
    if (!focus) return undefined;
    const timer = setTimeout(() => {
      place.current?.querySelector<HTMLElement>("input, textarea")?.focus();
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useLayoutEffect(() => {
    const area = place.current?.querySelector("textarea");
    if (area) grow(area);
  }, [value]);
  const described = [hint === undefined ? "" : `${id}-hint`, fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  const shared = {
    id,
    value,
    autocomplete: "off",
    autocapitalize: kind === "secret" || kind === "plain" ? "off" : "sentences",
    spellcheck: false,
    inputMode: keys,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": described || undefined,
    ...(limit === undefined ? {} : { maxLength: limit }),
    onInput: (event: { currentTarget: { value: string } }) => {
      onInput(event.currentTarget.value);
    },
  } as const;
  return (
    <div class="field" ref={place}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows > 1 ? (
        <textarea {...shared} rows={rows} dir="auto" />
      ) : (
        <input
          {...shared}
          dir="auto"
          type={kind === "secret" ? "password" : kind === "date" ? "date" : "text"}
          onKeyDown={(event) => {
            if (event.key === "Enter") onEnter?.();
          }}
        />
      )}
      {fault ? (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** As tall as what is written. Most browsers do this by themselves (`field-sizing` in the styles, which also say how tall at most). */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
