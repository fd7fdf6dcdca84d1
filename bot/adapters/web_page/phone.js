// One phone: one person, with a private room and the groups, and which phones stand open.

import {
  $,
  button,
  described,
  element,
  label,
  link,
  post,
  sendFile,
  showTrouble,
  state,
  text,
  timeOf,
} from "./page.js";

const TRIES = {
  class: ["/bericht ", "/bereik", "/koppel {group}"],
  teacher: ["/bereik", "/mag ", "/help"],
  cases: ["/zaken", "/zaak 1", "/mag "],
  group: ["/mag ", "/meld ", "/help"],
  pupil: ["/mag ", "/meld", "/meldingen", "/taal", "/help"],
  anybody: ["/mag ", "/help", "/taal"],
};

const LARGEST_FILE = 20 * 1024 * 1024; // bytes, as on Telegram
const NEAR_THE_END = 60; // pixels: whoever reads this near the last message wants to see the next
const TOAST_STAYS = 6000; // milliseconds
const SPOKEN_AT_ONCE = 5; // messages that a screen reader may still have to read out

// One phone: one person, with a private room and the groups of the school.
export class Phone {
  constructor(person, room) {
    this.person = person;
    this.room = room;
    this.unread = new Map();
    this.notKept = null;
    this.isAtEnd = true;
    this.node = $("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.node.querySelector(selector);
    this.node.setAttribute("aria-label", person.name);
    this.find(".who h2").textContent = person.name;
    const names = person.name.split(" ");
    this.find(".face").textContent = names[0][0] + (names.length > 1 ? names.at(-1)[0] : "");
    this.talk = this.find(".talk");
    this.talk.addEventListener("scroll", () => {
      const left = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight;
      this.isAtEnd = left < NEAR_THE_END;
    });
    new ResizeObserver(() => this.isAtEnd && this.toEnd()).observe(this.talk);
    this.find(".close").addEventListener("click", () => close(this));
    this.find(".say").addEventListener("submit", (event) => this.submit(event));
    this.field = this.find("textarea");
    this.field.addEventListener("input", () => this.fit());
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    });
    this.attach = this.find(".attach input");
    this.attach.addEventListener("change", () => this.hand(this.attach.files[0]));
    this.tabs = new Map();
    for (const id of [person.id, ...state.groups.keys()]) {
      const tab = button("", () => this.enter(id));
      tab.setAttribute("role", "tab");
      this.tabs.set(id, tab);
    }
    this.find(".rooms").append(...this.tabs.values());
    this.find(".rooms").addEventListener("keydown", (event) => this.walk(event));
    $("phones").append(this.node);
    this.label();
  }

  label() {
    label(this.node);
    this.find(".who p").textContent = described(this.person);
    this.find(".close").setAttribute("aria-label", `${text("close")}: ${this.person.name}`);
    this.field.placeholder = text("type-here");
    this.field.setAttribute("aria-label", `${text("type-here")} (${this.person.name})`);
    this.attach.setAttribute("aria-label", `${text("attach")} (${this.person.name})`);
    this.find(".attach").title = text("attach");
    this.draw();
  }

  get group() {
    return state.groups.get(this.room);
  }

  isIn(room) {
    return room === this.person.id || state.groups.get(room).members.includes(this.person.id);
  }

  draw() {
    this.drawTabs();
    this.drawTalk();
    this.drawTries();
  }

  drawTabs() {
    for (const [id, tab] of this.tabs) {
      tab.textContent = state.groups.get(id)?.title ?? text("private");
      tab.classList.toggle("outside", !this.isIn(id));
      tab.setAttribute("aria-selected", String(id === this.room));
      tab.tabIndex = id === this.room ? 0 : -1;
      const news = this.unread.get(id);
      if (!news) continue;
      const mark = element("span", "news", String(news));
      mark.title = text("new-messages");
      tab.append(" ", mark);
    }
  }

  // Arrow keys walk along tabs (WAI-ARIA Authoring Practices, tabs with automatic activation).
  walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const rooms = [...this.tabs.keys()];
    this.enter(rooms.at((rooms.indexOf(this.room) + step) % rooms.length));
    this.tabs.get(this.room).focus();
  }

  enter(room) {
    this.room = room;
    this.unread.delete(room);
    this.find(".heard").replaceChildren();
    this.draw();
    remember();
  }

  drawTalk() {
    const { talk } = this;
    const isIn = this.isIn(this.room);
    talk.setAttribute("aria-label", this.group?.title ?? text("private"));
    this.find(".say").hidden = !isIn;
    this.find(".attach").hidden = Boolean(this.group);
    if (!isIn) {
      const outside = element("div", "empty", text("not-in-group"));
      const ask = { as: this.person.id, room: this.room };
      outside.append(button(text("ask-to-join"), () => post("/api/join", ask)));
      talk.replaceChildren(outside);
      return;
    }
    const bubbles = (state.rooms.get(this.room) ?? []).map((message) => this.bubble(message));
    if (!bubbles.length) bubbles.push(element("p", "empty", text(`start-${this.kind()}`)));
    talk.replaceChildren(...bubbles);
    this.toEnd();
  }

  toEnd() {
    this.talk.scrollTop = this.talk.scrollHeight;
    this.isAtEnd = true;
  }

  // What this person can do here, which decides what the page offers.
  kind() {
    const isA = (...roles) => roles.some((role) => this.person.description.includes(role));
    if (isA("mentor")) return this.group ? "class" : "teacher";
    if (this.group) return "group";
    if (isA("schoolleider", "vertrouwenspersoon")) return "cases";
    return isA("leerling") ? "pupil" : "anybody";
  }

  drawTries() {
    const offers = this.isIn(this.room) ? TRIES[this.kind()] : [];
    const buttons = offers.map((offer) => {
      const words = offer.replace("{group}", this.group?.title);
      const made = button(words.trim(), () => {
        this.field.value = words;
        this.field.focus();
      });
      made.title = text("try");
      return made;
    });
    if (this.group && offers.length) {
      const leave = { as: this.person.id, room: this.room };
      buttons.push(button(text("leave"), () => post("/api/leave", leave)));
      buttons.at(-1).className = "leave";
    }
    this.find(".tries").replaceChildren(...buttons);
  }

  nameOf(author) {
    return author ? (state.people.get(author)?.name ?? author) : text("bot");
  }

  bubble(message) {
    const isMine = message.author === this.person.id;
    const said = element("div", "said");
    said.dataset.message = message.id;
    said.classList.toggle("mine", isMine);
    said.classList.toggle("bot", message.author === "");
    said.classList.toggle("removed", message.removed);
    const head = element("p", "head");
    if (!isMine) head.append(element("span", "name", this.nameOf(message.author)));
    head.append(timeOf(message.at));
    if (message.edited && !message.removed) head.append(element("span", "", text("edited")));
    said.append(head);
    const words = message.removed ? text("removed") : message.text;
    if (words) said.append(element("div", "words", words));
    if (message.file && !message.removed) said.append(this.file(message));
    for (const row of message.buttons) {
      const choices = element("div", "choices");
      choices.append(...row.map((choice) => this.choice(message, choice)));
      said.append(choices);
    }
    return said;
  }

  file(message) {
    const { name, here } = message.file;
    if (!here) return element("p", "file", `📎 ${name}`);
    const where = { as: this.person.id, room: this.room, message: message.id };
    const made = link(`📎 ${name}`, `/api/file?${new URLSearchParams(where)}`);
    made.className = "file";
    made.download = name;
    return made;
  }

  // What was chosen is sent at once; the field is emptied, so that the same file can be sent again.
  hand(file) {
    if (!file) return;
    if (file.size > LARGEST_FILE) showTrouble(text("too-big"));
    else sendFile({ as: this.person.id, room: this.room }, file);
    this.attach.value = "";
  }

  choice(message, { label: words, data, link: address }) {
    if (/^https?:/.test(address)) return link(words, address);
    if (address.startsWith("private:")) {
      return button(words, () => {
        this.enter(this.person.id);
        this.say(`/${address.slice("private:".length)}`);
        this.field.focus();
      });
    }
    const tapped = { as: this.person.id, room: this.room, message: message.id, data };
    return button(words, () => post("/api/tap", tapped));
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  async submit(event) {
    event.preventDefault();
    const words = this.field.value.trim();
    if (!words) return;
    const before = this.notKept;
    const isAgain = before?.words === words && before.room === this.room;
    const sent = { words, room: this.room, id: isAgain ? before.id : crypto.randomUUID() };
    this.field.value = "";
    const isKept = await this.say(words, sent.id);
    this.notKept = isKept ? null : sent;
    if (!isKept && !this.field.value) this.field.value = words;
    this.fit();
  }

  say(words, id) {
    return post("/api/say", { as: this.person.id, room: this.room, text: words }, id);
  }

  hear(room, message, isNew) {
    if (room !== this.person.id && !(state.groups.has(room) && this.isIn(room))) return;
    if (room === this.room) {
      this.show(message, isNew);
    } else if (isNew && message.author !== this.person.id) {
      this.unread.set(room, (this.unread.get(room) ?? 0) + 1);
      this.drawTabs();
    }
  }

  // Only what changed is drawn, so that focus, place and what is read aloud stay where they are.
  show(message, isNew) {
    const { talk } = this;
    const isMine = message.author === this.person.id;
    const made = this.bubble(message);
    const old = [...talk.children].find((said) => said.dataset.message === message.id);
    if (old) {
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(made);
      if (hadFocus) (made.querySelector("button, a") ?? talk).focus({ preventScroll: true });
    } else {
      talk.querySelector(".empty")?.remove();
      talk.append(made);
    }
    if (this.isAtEnd || (isNew && isMine)) this.toEnd();
    if (isMine || message.removed) return;
    const heard = this.find(".heard");
    heard.append(element("p", "", `${this.nameOf(message.author)}: ${message.text || message.file?.name}`));
    while (heard.children.length > SPOKEN_AT_ONCE) heard.firstElementChild.remove();
  }

  toast(words) {
    this.find(".toast").textContent = words;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.find(".toast").replaceChildren(), TOAST_STAYS);
  }
}

export function open(id, room = id) {
  const person = state.people.get(id);
  const there = state.phones.find((phone) => phone.person.id === id);
  if (there || !person) return there;
  const isRoom = room === id || state.groups.has(room);
  const phone = new Phone(person, isRoom ? room : id);
  state.phones.push(phone);
  remember();
  return phone;
}

export function close(phone) {
  phone.node.remove();
  state.phones = state.phones.filter((other) => other !== phone);
  remember();
  $("add").focus();
}

export function remember() {
  const phones = state.phones.map((phone) => ({ as: phone.person.id, room: phone.room }));
  sessionStorage.setItem("phones", JSON.stringify(phones));
  $("nobody").hidden = phones.length > 0;
  $("phones").hidden = phones.length === 0;
}
