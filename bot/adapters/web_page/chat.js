// The page of the local chat: everybody's phone in one window. It shows what the bot's server
// tells it and keeps nothing itself but which phones stand open and the language.

const TRIES = {
  class: ["/bericht ", "/bereik", "/koppel {group}"],
  teacher: ["/bereik", "/mag ", "/help"],
  cases: ["/zaken", "/zaak 1", "/mag "],
  group: ["/mag ", "/meld ", "/help"],
  pupil: ["/mag ", "/meld", "/taal", "/help"],
  anybody: ["/mag ", "/help", "/taal"],
};

const NEAR_THE_END = 60; // pixels: whoever reads this near the last message wants to see the next
const LISTEN_AGAIN = 1000; // milliseconds
const TOAST_STAYS = 6000; // milliseconds
const SPOKEN_AT_ONCE = 5; // messages that a screen reader may still have to read out

const $ = (id) => document.getElementById(id);
const state = {
  texts: {}, people: new Map(), groups: new Map(), rooms: new Map(), phones: [], heard: 0,
};

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// The same id at each try: what was kept but not answered for is not done twice.
async function post(path, body, id = crypto.randomUUID()) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Groepsmaat": "page" },
        body: JSON.stringify({ ...body, id }),
      });
      const answer = await response.json().catch(() => ({ ok: false, text: text("not-kept") }));
      showTrouble(answer.ok ? "" : answer.text);
      return answer.ok;
    } catch {
      showTrouble(text("no-connection"));
      await new Promise((done) => setTimeout(done, 500));
    }
  }
  return false;
}

function tryToRead(work) {
  return work.catch(() => showTrouble(text("no-connection")));
}

function showTrouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = !words;
}

function text(id) {
  return state.texts[`page-${id}`] ?? "";
}

function label(root) {
  for (const node of root.querySelectorAll("[data-text]")) {
    node.textContent = text(node.dataset.text);
  }
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(node.dataset.label));
  }
}

function element(name, classes = "", words = "") {
  const made = document.createElement(name);
  made.className = classes;
  made.textContent = words;
  return made;
}

function button(words, act) {
  const made = element("button", "", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function link(words, address) {
  const made = element("a", "", words);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener";
  return made;
}

// "mentor 7B" in the language of the page; a word that is no role stays as it is.
function described(person) {
  if (!person.description) return text("nobody-known");
  return person.description.replace(/[a-z]+/g, (word) => text(`role-${word}`) || word);
}

function timeOf(iso) {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const style = { timeStyle: "short", hourCycle: "h23", ...(isToday ? {} : { dateStyle: "short" }) };
  const made = element("time", "", at.toLocaleString(document.documentElement.lang, style));
  made.dateTime = iso;
  return made;
}

// One phone: one person, with a private room and the groups of the school.
class Phone {
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
    said.append(head, element("div", "words", message.removed ? text("removed") : message.text));
    for (const row of message.buttons) {
      const choices = element("div", "choices");
      choices.append(...row.map((choice) => this.choice(message, choice)));
      said.append(choices);
    }
    return said;
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
    heard.append(element("p", "", `${this.nameOf(message.author)}: ${message.text}`));
    while (heard.children.length > SPOKEN_AT_ONCE) heard.firstElementChild.remove();
  }

  toast(words) {
    this.find(".toast").textContent = words;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.find(".toast").replaceChildren(), TOAST_STAYS);
  }
}

function open(id, room = id) {
  const person = state.people.get(id);
  const there = state.phones.find((phone) => phone.person.id === id);
  if (there || !person) return there;
  const isRoom = room === id || state.groups.has(room);
  const phone = new Phone(person, isRoom ? room : id);
  state.phones.push(phone);
  remember();
  return phone;
}

function close(phone) {
  phone.node.remove();
  state.phones = state.phones.filter((other) => other !== phone);
  remember();
  $("add").focus();
}

function remember() {
  const phones = state.phones.map((phone) => ({ as: phone.person.id, room: phone.room }));
  sessionStorage.setItem("phones", JSON.stringify(phones));
  $("nobody").hidden = phones.length > 0;
  $("phones").hidden = phones.length === 0;
}

function choosePerson() {
  const isOpen = (person) => state.phones.some((phone) => phone.person === person);
  const choices = [...state.people.values()].map((person) => {
    const made = button(person.name, () => {
      $("people").close();
      const phone = open(person.id);
      phone.node.scrollIntoView({ inline: "center", block: "nearest" });
      phone.field.focus({ preventScroll: true });
    });
    made.append(element("span", "", described(person)));
    made.classList.toggle("open", isOpen(person));
    return made;
  });
  $("people-list").replaceChildren(...choices);
  $("people").showModal();
}

function showOutbox(isShown) {
  $("outbox").hidden = !isShown;
  $("mail").setAttribute("aria-expanded", String(isShown));
}

// The newest letter comes first; one that is being read stays open.
async function readLetters() {
  const { letters } = await get("/api/letters");
  const isNew = (_letter, place) => place < letters.length - $("letters").children.length;
  $("letters").prepend(...letters.filter(isNew).map(drawLetter));
  labelOutbox();
}

function drawLetter(letter) {
  const made = element("details", "letter");
  const head = element("summary", "", letter.subject);
  const meta = element("span", "", letter.to);
  meta.append(timeOf(letter.at));
  head.append(meta);
  const words = element("p");
  for (const part of letter.text.split(/(https?:\/\/\S+)/)) {
    words.append(/^https?:/.test(part) ? link(part, part) : part);
  }
  made.append(head, words);
  return made;
}

function labelOutbox() {
  const count = $("letters").children.length;
  $("mail").textContent = `${text("outbox")} (${count})`;
  $("outbox-hint").textContent = text(count ? "outbox-hint" : "outbox-empty");
}

function hear(event) {
  if (event.kind === "letters") tryToRead(readLetters());
  else if (event.kind === "message") hearMessage(event.room, event.message);
  else if (event.kind === "members") hearMembers(event.room, event.members);
  else if (event.kind === "toast" && event.text) {
    state.phones.find((phone) => phone.person.id === event.as)?.toast(event.text);
  }
}

function hearMessage(room, message) {
  const messages = state.rooms.get(room) ?? [];
  state.rooms.set(room, messages);
  const at = messages.findIndex((other) => other.id === message.id);
  if (at >= 0 && JSON.stringify(messages[at]) === JSON.stringify(message)) return;
  if (at < 0) messages.push(message);
  else messages[at] = message;
  for (const phone of state.phones) phone.hear(room, message, at < 0);
}

function hearMembers(room, members) {
  const group = state.groups.get(room);
  if (!group || String(group.members) === String(members)) return;
  group.members = members;
  for (const phone of state.phones) phone.draw();
}

// What was missed while nobody listened. Events that come in meanwhile are newer than what was
// asked for, so then it asks again.
async function catchUp() {
  let before, school, rooms;
  do {
    before = state.heard;
    school = await get("/api/school");
    ({ rooms } = await get("/api/rooms"));
  } while (before !== state.heard);
  for (const { id, members } of school.groups) hearMembers(id, members);
  for (const { id, messages } of rooms) {
    for (const message of messages) hearMessage(id, message);
  }
  await readLetters();
}

function listen() {
  const events = new EventSource("/api/events");
  events.addEventListener("message", (event) => {
    state.heard += 1;
    hear(JSON.parse(event.data));
  });
  events.addEventListener("error", () => {
    // Not left to the browser: it gives up where the server answers with an error.
    events.close();
    showTrouble(text("no-connection"));
    setTimeout(listen, LISTEN_AGAIN);
  });
  events.addEventListener("open", () => {
    showTrouble("");
    tryToRead(catchUp());
  });
}

async function speak(language) {
  state.texts = await get(`/api/texts?language=${encodeURIComponent(language)}`);
  localStorage.setItem("language", language);
  document.documentElement.lang = language;
  document.title = text("title");
  label(document);
  labelOutbox();
  for (const phone of state.phones) phone.label();
}

async function start() {
  const school = await get("/api/school");
  for (const person of school.people) state.people.set(person.id, person);
  for (const group of school.groups) state.groups.set(group.id, group);
  const language = localStorage.getItem("language") ?? (school.language === "en" ? "en" : "nl");
  await speak(language);
  $("language").value = language;
  $("language").addEventListener("change", (event) => tryToRead(speak(event.target.value)));
  $("add").addEventListener("click", choosePerson);
  showOutbox(matchMedia("(min-width: 70rem)").matches);
  $("mail").addEventListener("click", () => showOutbox($("outbox").hidden));
  $("outbox-close").addEventListener("click", () => {
    showOutbox(false);
    $("mail").focus();
  });
  await catchUp();
  const before = JSON.parse(sessionStorage.getItem("phones") ?? "null");
  for (const { as, room } of before ?? school.start) open(as, room);
  remember();
  listen();
}

start();
