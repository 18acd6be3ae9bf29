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

/** The link that shows the bot this code. */
export function linkTo(bot: string, code: string): string {
  return `https://t.me/${bot}?start=${code}`;
}
