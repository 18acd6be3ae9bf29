/** The code that a bot is shown, as `parasol pings` prints it (protocol §12). Pure. */

/** 16 bytes as base64url without padding: 22 characters. */
export function shownCode(code: Uint8Array): string {
  return btoa(String.fromCharCode(...code))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bot's user name in what was typed or pasted: with @, as a link, or as it is; `null` if there is none. */
export function botIn(text: string): string | null {
  const found = /^(?:(?:https?:\/\/)?t\.me\/|@)?([A-Za-z0-9_]{5,32})(?:[/?].*)?$/.exec(text.trim());
  return found?.[1] ?? null;
}

/** The bot she goes to: what she typed goes before what our server says; `null` if she typed what no bot is called, or nobody knows one. */
export function botChosen(typed: string, known: string | null): string | null {
  return typed.trim() === "" ? known : botIn(typed);
}

/** The link that shows the bot this code. */
export function linkTo(bot: string, code: string): string {
  return `https://t.me/${bot}?start=${code}`;
}

/** The bot that an answer of `/app.json` names (docs/commands.md); `null` if it names none. It is the word of whoever serves this app. */
export function botNamed(answer: unknown): string | null {
  const bot = typeof answer === "object" && answer !== null ? (answer as { readonly bot?: unknown }).bot : null;
  return typeof bot === "string" && /^[A-Za-z0-9_]{5,32}$/.test(bot) ? bot : null;
}

/** The same link as a Telegram client takes it from inside: without the host. */
export function pathTo(bot: string, code: string): string {
  return `/${bot}?start=${code}`;
}
