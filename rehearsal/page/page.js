// The phones, drawn from what /view says. Nothing is kept here; whatever people typed is put in as text, never as markup.

import { Bridge, themed } from "./bridge.js";

// Drawn without pictures: not every machine has them in its fonts.
const THINGS = {
  photo: "Photo", voice: "Voice message", video: "Video", sticker: "Sticker", contact: "Contact", location: "Location", document: "File",
  forwarded: "Forwarded message", video_note: "Video message", audio: "Audio", animation: "GIF", venue: "Place", poll: "Poll", dice: "Dice",
};
const TALL = new Set(["photo", "video", "location", "venue", "animation", "video_note"]);
const SENDABLE = ["photo", "voice", "video", "sticker", "contact", "location", "document", "forwarded"];
const STYLES = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };

const phones = new Map();
const main = document.querySelector(".phones");
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function post(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  if (!answer) return "The rehearsal cannot be reached.";
  return answer.ok ? "" : (await answer.json().catch(() => ({}))).error || "That was not possible.";
}

/** Text with its entities. Their offsets count UTF-16 units, as JavaScript's own do. */
function formatted(phone, text, entities) {
  const cuts = [...new Set([0, text.length, ...entities.flatMap((e) => [e.offset, e.offset + e.length])])].sort((a, b) => a - b);
  const whole = document.createDocumentFragment();
  for (let i = 0; i + 1 < cuts.length; i++) {
    const part = text.slice(cuts[i], cuts[i + 1]);
    let node = document.createTextNode(part);
    for (const e of entities.filter((one) => one.offset <= cuts[i] && one.offset + one.length >= cuts[i + 1])) {
      const styled = phone.styled(e, text.slice(e.offset, e.offset + e.length));
      if (styled) { styled.append(node); node = styled; }
    }
    whole.append(node);
  }
  return whole;
}

class Phone {
  constructor(view) {
    this.id = view.id;
    this.drawn = new Map();
    this.noticed = view.notice.count;
    this.editing = 0;
    this.opened = "";
    this.bridge = null;
    this.element = document.querySelector("#phone").content.cloneNode(true).firstElementChild;
    this.find = (selector) => this.element.querySelector(selector);
    this.area = this.find("textarea");
    this.wire(view.name);
    main.append(this.element);
  }

  wire(name) {
    const heading = this.find(".owner");
    heading.textContent = `${name}’s phone`;
    heading.id = `owner-${this.id}`;
    this.element.setAttribute("aria-labelledby", heading.id);
    this.find(".talk").setAttribute("aria-label", `Chat on ${name}’s phone`);
    this.find(".write").addEventListener("submit", (event) => { event.preventDefault(); this.write(); });
    this.area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.write(); }
      if (event.key === "Escape" && this.editing) this.stopEditing();
    });
    this.find(".open-menu").addEventListener("click", () => (this.view.button ? this.act({ do: "menu" }) : this.showMenu(this.find(".menu").hidden)));
    this.find(".wide").addEventListener("click", () => this.act({ do: this.view.blocked ? "unblock" : "start" }));
    this.find(".block").addEventListener("click", () => {
      this.find(".more").open = false;
      this.act({ do: this.view.blocked ? "unblock" : "block" });
    });
    this.find(".app .close").addEventListener("click", () => this.act({ do: "close" }));
    this.find(".app .back").addEventListener("click", () => {
      this.bridge?.tell("back_button_pressed");
      // The hand goes on inside: an app that isn't looked at any more covers what it shows.
      this.find("iframe")?.focus();
    });
    this.find(".app").addEventListener("keydown", (event) => { if (event.key === "Escape") this.act({ do: "close" }); });
    this.find(".alert button").addEventListener("click", () => { this.find(".alert").hidden = true; this.area.focus(); });
    const sheet = this.find(".attach .sheet");
    for (const kind of SENDABLE) {
      const button = make("button", "", THINGS[kind]);
      button.type = "button";
      button.addEventListener("click", () => { this.find(".attach").open = false; this.act({ do: "send", kind }); });
      sheet.append(button);
    }
  }

  async act(body) {
    const refused = await post(`/phones/${this.id}`, body);
    if (refused) this.toast(refused);
  }

  async write() {
    const text = this.area.value.trim();
    if (!text) return;
    this.area.value = "";
    const id = this.editing;
    if (id) this.stopEditing();
    await this.act(id ? { do: "edit", id, text } : { do: "type", text });
  }

  startEditing(message) {
    this.editing = message.id;
    this.area.value = message.text;
    this.area.setAttribute("aria-label", "Edit message");
    this.area.focus();
  }

  stopEditing() {
    this.editing = 0;
    this.area.value = "";
    this.area.setAttribute("aria-label", "Message");
  }

  toast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => { toast.hidden = true; }, 5000);
  }

  /** Is the person at this phone? What opens on another one must not take the focus. */
  focused() {
    return this.element.contains(document.activeElement);
  }

  showMenu(shown) {
    this.find(".menu").hidden = !shown;
    this.find(".open-menu").setAttribute("aria-expanded", String(shown));
  }

  draw(view) {
    this.view = view;
    this.find(".bot").textContent = view.bot.name;
    this.find(".state").textContent = view.blocked ? "blocked" : view.action ? `${view.action.replaceAll("_", " ")} …` : "bot";
    this.drawFace(view.bot);
    this.drawPaper(view);
    this.find(".block").textContent = view.blocked ? "Unblock" : "Stop and block";
    const empty = !view.messages.length;
    this.find(".hello").hidden = !empty || !view.bot.description;
    this.find(".hello p").textContent = view.bot.description;
    const wide = this.find(".wide");
    wide.hidden = view.started && !view.blocked;
    wide.textContent = view.blocked ? "Unblock" : "Start";
    this.find(".write").hidden = !wide.hidden;
    this.drawMenu(view);
    this.drawMessages(view.messages);
    this.drawApp(view);
    if (view.notice.count > this.noticed) {
      if (view.notice.alert) {
        this.find(".alert p").textContent = view.notice.text;
        this.find(".alert").hidden = false;
        if (this.focused()) this.find(".alert button").focus();
      } else this.toast(view.notice.text);
    }
    this.noticed = view.notice.count;
  }

  drawFace(bot) {
    const face = this.find(".face");
    const wanted = bot.photo ? `photo ${bot.photo}` : [...bot.name.trim()][0] || "?";
    if (face.dataset.shown === wanted) return;
    face.dataset.shown = wanted;
    if (!bot.photo) { face.textContent = wanted.toUpperCase(); return; }
    const picture = make("img");
    picture.alt = "";
    picture.src = `/photo?${bot.photo}`;
    face.replaceChildren(picture);
  }

  /** An invite, handed over in person. It is on the table and not in the chat. */
  drawPaper({ name, paper }) {
    this.element.classList.toggle("papered", !!paper);
    const place = this.find(".paper");
    place.hidden = !paper;
    if (!paper) return;
    place.classList.toggle("used", paper.used);
    place.querySelector("strong").textContent = paper.moderate ? `On paper, for ${name}, to moderate` : `On paper, for ${name}`;
    place.querySelector("code").textContent = paper.code;
    place.querySelector("span").textContent = paper.used ? "used; it opens nothing any more" : "an invite: for the app, never for the chat";
  }

  drawMenu(view) {
    const button = this.find(".open-menu");
    button.hidden = !view.button && !view.menu.length;
    button.textContent = view.button || "Menu";
    if (view.button) button.removeAttribute("aria-expanded");
    const wanted = JSON.stringify(view.menu);
    if (this.menu === wanted) return;
    this.menu = wanted;
    this.find(".menu ul").replaceChildren(...view.menu.map(({ command, description }) => {
      const entry = make("button", "", description);
      entry.type = "button";
      entry.append(make("span", "", `/${command}`));
      entry.addEventListener("click", () => { this.showMenu(false); this.act({ do: "type", text: `/${command}` }); });
      const item = make("li");
      item.append(entry);
      return item;
    }));
  }

  drawMessages(messages) {
    const list = this.find(".bubbles");
    const talk = this.find(".talk");
    const atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
    const wanted = [];
    for (const message of messages) {
      const last = wanted.at(-1);
      if (message.gone && last?.gone) last.count += 1;
      else wanted.push(message.gone ? { ...message, count: 1 } : message);
    }
    let grew = false;
    const kept = new Map();
    let place = list.firstElementChild;
    for (const message of wanted) {
      const face = JSON.stringify(message);
      const known = this.drawn.get(message.id);
      let element = known?.element;
      if (known?.face !== face) {
        const fresh = message.gone ? this.tombstone(message.count) : this.bubble(message);
        if (element) { if (place === element) place = fresh; element.replaceWith(fresh); } else grew = true;
        element = fresh;
      }
      kept.set(message.id, { face, element });
      if (place === element) place = element.nextElementSibling;
      else list.insertBefore(element, place);
    }
    for (const [id, { element }] of this.drawn) if (!kept.has(id) || kept.get(id).element !== element) element.remove();
    this.drawn = kept;
    if (this.editing && !messages.some((message) => message.id === this.editing && !message.gone)) this.stopEditing();
    if (atEnd || grew) talk.scrollTop = talk.scrollHeight;
  }

  tombstone(count) {
    return make("li", "gone", count === 1 ? "message deleted" : `${count} messages deleted`);
  }

  bubble(message) {
    const item = make("li", message.mine ? "mine" : "");
    const text = make("div", "text");
    if (THINGS[message.kind]) text.append(make("div", TALL.has(message.kind) ? "thing tall" : "thing", THINGS[message.kind]));
    text.append(formatted(this, message.text, message.entities));
    text.append(make("span", "when", `${message.edited ? "edited " : ""}${clock.format(message.at * 1000)}`));
    item.append(text);
    if (message.rows.length) item.append(this.keys(message));
    if (message.mine && message.kind === "text") {
      const edit = make("button", "edit", "Edit");
      edit.type = "button";
      edit.addEventListener("click", () => this.startEditing(message));
      item.append(edit);
    }
    return item;
  }

  keys(message) {
    const keys = make("div", "keys");
    message.rows.forEach((buttons, row) => {
      const line = make("div");
      buttons.forEach((button, column) => {
        const key = make("button", "", button.kind === "url" ? `${button.text} ↗` : button.text);
        key.type = "button";
        key.addEventListener("click", async () => {
          key.classList.add("turning");
          await this.act({ do: "press", id: message.id, row, column });
          key.classList.remove("turning");
        });
        line.append(key);
      });
      keys.append(line);
    });
    return keys;
  }

  styled(entity, covered) {
    if (entity.type === "url" || entity.type === "text_link") {
      const link = make("button", "command");
      link.type = "button";
      link.setAttribute("role", "link");
      link.addEventListener("click", () => this.act({ do: "tap", link: entity.url || covered }));
      return link;
    }
    if (entity.type === "bot_command") {
      const command = make("button", "command");
      command.type = "button";
      command.addEventListener("click", () => this.act({ do: "type", text: covered }));
      return command;
    }
    if (entity.type === "spoiler") return make("span", "spoiler");
    return STYLES[entity.type] ? make(STYLES[entity.type]) : null;
  }

  drawApp(view) {
    const wanted = view.open ? view.open.frame || view.open.address : "";
    if (wanted === this.opened) return;
    this.opened = wanted;
    const app = this.find(".app");
    const frame = this.find(".frame");
    const focused = this.focused();
    this.bridge = null;
    app.hidden = !wanted;
    app.classList.remove("expanded");
    this.find(".fault").hidden = this.find(".app .back").hidden = true;
    this.find(".loading").hidden = !view.open?.frame;
    frame.replaceChildren();
    if (!wanted) { if (focused) this.area.focus({ preventScroll: true }); return; }
    app.setAttribute("aria-label", `Open on ${view.name}’s phone`);
    this.find(".title").textContent = view.open.frame ? view.bot.name : "Browser";
    if (view.open.frame) {
      const inner = make("iframe");
      inner.title = `Mini App on ${view.name}’s phone`;
      inner.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads");
      inner.allow = "camera; clipboard-write";
      inner.referrerPolicy = "no-referrer";
      inner.src = themed(view.open.frame, theme());
      inner.addEventListener("load", () => {
        this.find(".loading").hidden = true;
        if (focused) inner.focus({ preventScroll: true });
      });
      this.bridge = new Bridge(inner, theme(), this);
      frame.append(inner);
    } else {
      app.classList.add("expanded");
      frame.append(make("p", "", `Her phone would now open ${view.open.address}`));
      if (focused) this.find(".close").focus({ preventScroll: true });
    }
  }

  // ---- what the app asks of Telegram around it: see bridge.js

  ready() { this.find(".loading").hidden = true; }

  expand() { this.find(".app").classList.add("expanded"); }

  close() { this.act({ do: "close" }); }

  backIs(shown) { this.find(".app .back").hidden = !shown; }

  follow(link) { this.act({ do: "tap", link }); }

  swipeIs(allowed) { this.find(".grip").hidden = !allowed; }

  // What this phone's Telegram keeps for the bot: as long as the tab lives, so that a rehearsal that is begun again begins with new phones.
  storage() { return new Map(JSON.parse(sessionStorage.getItem(`storage-${this.id}`) ?? "[]")); }

  store(kept) { sessionStorage.setItem(`storage-${this.id}`, JSON.stringify([...kept])); }

  fault(words) {
    const fault = this.find(".fault");
    fault.textContent = `${words} A real Telegram drops it without a word.`;
    fault.hidden = false;
  }
}

// ---- light and dark: the page, the phones, and the apps on them

const switcher = document.querySelector(".theme");
const night = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  return document.documentElement.dataset.theme || (night.matches ? "dark" : "light");
}

function themeChanged() {
  switcher.setAttribute("aria-pressed", String(theme() === "dark"));
  for (const phone of phones.values()) phone.bridge?.tellTheme(theme());
}

switcher.addEventListener("click", () => {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  themeChanged();
});
night.addEventListener("change", themeChanged);
themeChanged();

window.addEventListener("message", (event) => {
  for (const phone of phones.values()) if (phone.bridge?.hears(event)) return;
});
window.addEventListener("resize", () => { for (const phone of phones.values()) phone.bridge?.tellSize(); });

document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details[open]")) if (!open.contains(event.target)) open.open = false;
});
for (const button of document.querySelectorAll(".trouble button")) {
  button.addEventListener("click", () => post("/trouble", { do: button.dataset.do, hours: Number(button.dataset.hours) || 0 }));
}

function draw(view) {
  for (const button of document.querySelectorAll(".trouble button[aria-pressed]")) button.setAttribute("aria-pressed", String(view.trouble[button.dataset.do]));
  for (const button of document.querySelectorAll(".trouble [data-do=forward]")) button.hidden = !view.trouble.clock;
  for (const one of view.phones) {
    if (!phones.has(one.id)) phones.set(one.id, new Phone(one));
    phones.get(one.id).draw(one);
  }
}

async function watch() {
  const offline = document.querySelector(".offline");
  let seen = "";
  for (;;) {
    try {
      const answer = await fetch(`/view?after=${seen}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const view = await answer.json();
      seen = view.version;
      offline.hidden = true;
      draw(view);
    } catch {
      offline.hidden = false;
      seen = "";
      await new Promise((resolve) => { setTimeout(resolve, 1500); });
    }
  }
}

watch();
