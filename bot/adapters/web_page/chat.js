// The page of the local chat: everybody's phone in one window. It shows what the bot's server
// tells it and keeps nothing itself but which phones stand open and the language.

const TRIES = {
  teacherInGroup: ["/bericht ", "/bereik", "/koppel 7B"],
  teacher: ["/bereik", "/mag ", "/help"],
  leader: ["/zaken", "/zaak 1", "/mag "],
  anybody: ["/mag ", "/meld", "/help", "/taal"],
};

const $ = (id) => document.getElementById(id);
const state = { texts: {}, people: new Map(), groups: new Map(), rooms: new Map(), phones: [] };

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// The same id at each try: a message that was kept but not answered for is not said twice.
async function post(path, body) {
  const sent = JSON.stringify({ id: crypto.randomUUID(), ...body });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Groepsmaat": "page" },
        body: sent,
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

function text(id) {
  return state.texts[`page-${id}`] ?? "";
}

function showTrouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = !words;
}

function element(name, classes = "", words = "") {
  const made = document.createElement(name);
  made.className = classes;
  made.textContent = words;
  return made;
}

// One phone: one person, with a private room and the groups that person is in.
class Phone {
  constructor(person, room) {
    this.person = person;
    this.room = room;
    this.unread = new Map();
    this.node = $("phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.node.querySelector(selector);
    this.find(".who h2").textContent = person.name;
    this.find(".who p").textContent = person.description;
    const names = person.name.split(" ");
    this.find(".face").textContent = names[0][0] + (names.length > 1 ? names.at(-1)[0] : "");
    this.find(".close").addEventListener("click", () => close(this));
    this.find(".say").addEventListener("submit", (event) => this.submit(event));
    const field = this.find("textarea");
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    });
    field.addEventListener("input", () => {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 2}px`;
    });
    $("phones").append(this.node);
    this.label();
  }

  label() {
    const name = this.person.name;
    this.node.setAttribute("aria-label", name);
    this.find(".close").textContent = "×";
    this.find(".close").setAttribute("aria-label", `${text("close")}: ${name}`);
    this.find("textarea").placeholder = text("type-here");
    this.find("textarea").setAttribute("aria-label", `${text("type-here")} (${name})`);
    this.find(".say button").textContent = text("send");
    this.draw();
  }

  isIn(group) {
    return group.members.includes(this.person.id);
  }

  draw() {
    this.drawTabs();
    this.drawTalk();
    this.drawTries();
  }

  drawTabs() {
    const tabs = [[this.person.id, text("private")]];
    for (const group of state.groups.values()) tabs.push([group.id, group.title]);
    this.find(".rooms").replaceChildren(
      ...tabs.map(([id, title]) => {
        const tab = element("button", "", title);
        tab.type = "button";
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-selected", String(id === this.room));
        const news = this.unread.get(id);
        if (news) tab.append(element("span", "news", String(news)));
        tab.addEventListener("click", () => this.enter(id));
        return tab;
      }),
    );
  }

  enter(room) {
    this.room = room;
    this.unread.delete(room);
    this.draw();
    remember();
  }

  drawTalk() {
    const talk = this.find(".talk");
    const group = state.groups.get(this.room);
    const outside = group && !this.isIn(group);
    this.find(".say").hidden = Boolean(outside);
    if (outside) {
      const ask = element("button", "", text("ask-to-join"));
      ask.addEventListener("click", () => post("/api/join", { as: this.person.id, room: group.id }));
      const words = element("div", "empty", text("not-in-group"));
      words.append(document.createElement("br"), ask);
      talk.replaceChildren(words);
      return;
    }
    const messages = state.rooms.get(this.room) ?? [];
    const shown = messages.map((message) => this.bubble(message));
    if (!shown.length) shown.push(element("p", "empty", text("nothing-said")));
    talk.replaceChildren(...shown);
    talk.scrollTop = talk.scrollHeight;
  }

  bubble(message) {
    const mine = message.author === this.person.id;
    const said = element("div", "said");
    said.dataset.message = message.id;
    said.classList.toggle("mine", mine);
    said.classList.toggle("bot", message.author === "");
    said.classList.toggle("removed", message.removed);
    if (!mine) {
      const name = message.author === "" ? text("bot") : state.people.get(message.author)?.name;
      said.append(element("p", "name", name ?? message.author));
    }
    said.append(element("div", "words", message.removed ? text("removed") : message.text));
    if (message.buttons.length) said.append(this.choices(message));
    return said;
  }

  choices(message) {
    const rows = element("div", "choices");
    for (const button of message.buttons.flat()) {
      if (/^https?:/.test(button.link)) {
        const link = element("a", "", button.label);
        link.href = button.link;
        link.target = "_blank";
        link.rel = "noopener";
        rows.append(link);
        continue;
      }
      const made = element("button", "", button.label);
      made.type = "button";
      made.addEventListener("click", () => this.tap(message, button));
      rows.append(made);
    }
    return rows;
  }

  tap(message, button) {
    if (button.link.startsWith("private:")) {
      this.enter(this.person.id);
      this.say(`/${button.link.slice("private:".length)}`);
      return;
    }
    const { room } = this;
    post("/api/tap", { as: this.person.id, room, message: message.id, data: button.data });
  }

  tries() {
    const about = this.person.description;
    if (/mentor/.test(about)) {
      return this.room === this.person.id ? TRIES.teacher : TRIES.teacherInGroup;
    }
    return /schoolleider|vertrouwenspersoon/.test(about) ? TRIES.leader : TRIES.anybody;
  }

  drawTries() {
    const buttons = this.tries().map((words) => {
      const made = element("button", "", words.trim());
      made.type = "button";
      made.title = text("try");
      made.addEventListener("click", () => {
        const field = this.find("textarea");
        field.value = words;
        field.focus();
      });
      return made;
    });
    const group = state.groups.get(this.room);
    if (group && this.isIn(group)) {
      const leave = element("button", "", text("leave"));
      leave.type = "button";
      leave.addEventListener("click", () => post("/api/leave", { as: this.person.id, room: group.id }));
      buttons.push(leave);
    }
    this.find(".tries").replaceChildren(...(group && !this.isIn(group) ? [] : buttons));
  }

  async submit(event) {
    event.preventDefault();
    const field = this.find("textarea");
    const words = field.value.trim();
    if (!words) return;
    field.value = "";
    field.style.height = "auto";
    if (!(await this.say(words))) field.value = words;
  }

  say(words) {
    return post("/api/say", { as: this.person.id, room: this.room, text: words });
  }

  hear(room, message, isNew) {
    const group = state.groups.get(room);
    if (room !== this.person.id && !(group && this.isIn(group))) return;
    if (room === this.room) this.drawTalk();
    else if (isNew && message.author !== this.person.id) {
      this.unread.set(room, (this.unread.get(room) ?? 0) + 1);
      this.drawTabs();
    }
  }

  toast(words) {
    this.find(".toast").textContent = words;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.find(".toast").replaceChildren(), 6000);
  }
}

function open(id, room = id) {
  const person = state.people.get(id);
  const there = state.phones.find((phone) => phone.person.id === id);
  if (there || !person) return there;
  const phone = new Phone(person, room);
  state.phones.push(phone);
  remember();
  return phone;
}

function close(phone) {
  phone.node.remove();
  state.phones = state.phones.filter((other) => other !== phone);
  remember();
}

function remember() {
  const phones = state.phones.map((phone) => ({ as: phone.person.id, room: phone.room }));
  sessionStorage.setItem("phones", JSON.stringify(phones));
}

function hear(event) {
  if (event.kind === "letters") {
    drawLetters();
  } else if (event.kind === "toast") {
    if (event.text) state.phones.find((p) => p.person.id === event.as)?.toast(event.text);
  } else if (event.kind === "members") {
    const group = state.groups.get(event.room);
    if (group) group.members = event.members;
    for (const phone of state.phones) phone.draw();
  } else if (event.kind === "message") {
    const messages = state.rooms.get(event.room) ?? [];
    const at = messages.findIndex((message) => message.id === event.message.id);
    if (at < 0) messages.push(event.message);
    else messages[at] = event.message;
    state.rooms.set(event.room, messages);
    for (const phone of state.phones) phone.hear(event.room, event.message, at < 0);
  }
}

function showOutbox(isShown) {
  $("outbox").hidden = !isShown;
  $("mail").setAttribute("aria-expanded", String(isShown));
}

async function drawLetters() {
  const { letters } = await get("/api/letters");
  $("mail").textContent = `${text("outbox")} (${letters.length})`;
  $("outbox-hint").textContent = letters.length ? text("outbox-hint") : text("outbox-empty");
  $("letters").replaceChildren(
    ...letters.map((letter) => {
      const made = element("details", "letter");
      const head = element("summary", "", letter.subject);
      head.append(element("span", "", letter.to));
      const words = element("p");
      for (const part of letter.text.split(/(https?:\/\/\S+)/)) {
        if (!/^https?:/.test(part)) {
          words.append(part);
          continue;
        }
        const link = element("a", "", part);
        link.href = part;
        link.target = "_blank";
        link.rel = "noopener";
        words.append(link);
      }
      made.append(head, words);
      return made;
    }),
  );
}

function drawPeople() {
  $("people-list").replaceChildren(
    ...[...state.people.values()].map((person) => {
      const made = element("button", "", person.name);
      made.append(element("span", "", person.description || text("nobody-known")));
      made.addEventListener("click", () => {
        open(person.id).node.scrollIntoView({ inline: "center", block: "nearest" });
      });
      return made;
    }),
  );
}

async function speak(language) {
  state.texts = await get(`/api/texts?language=${encodeURIComponent(language)}`);
  localStorage.setItem("language", language);
  document.documentElement.lang = language;
  document.title = text("title");
  $("title").textContent = text("title");
  $("intro").textContent = text("intro");
  $("add").textContent = text("add-person");
  $("people-title").textContent = text("who-are-you");
  $("people-close").textContent = text("close");
  $("language-label").textContent = text("language");
  $("outbox-title").textContent = text("outbox");
  drawPeople();
  for (const phone of state.phones) phone.label();
  await drawLetters();
}

async function readRooms() {
  const { rooms } = await get("/api/rooms");
  for (const room of rooms) state.rooms.set(room.id, room.messages);
  for (const phone of state.phones) phone.draw();
}

function listen() {
  const events = new EventSource("/api/events");
  let wasLost = false;
  events.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  events.addEventListener("error", () => {
    wasLost = true;
    showTrouble(text("no-connection"));
  });
  events.addEventListener("open", async () => {
    showTrouble("");
    if (wasLost) await readRooms();
    wasLost = false;
  });
}

async function start() {
  const school = await get("/api/school");
  for (const person of school.people) state.people.set(person.id, person);
  for (const group of school.groups) state.groups.set(group.id, group);
  await speak(localStorage.getItem("language") ?? (school.language === "en" ? "en" : "nl"));
  $("language").value = localStorage.getItem("language");
  $("language").addEventListener("change", (event) => speak(event.target.value));
  $("add").addEventListener("click", () => $("people").showModal());
  showOutbox(matchMedia("(min-width: 70rem)").matches);
  $("mail").addEventListener("click", () => showOutbox($("outbox").hidden));
  listen();
  const before = JSON.parse(sessionStorage.getItem("phones") ?? "null");
  for (const { as, room } of before ?? school.start) open(as, room);
  await readRooms();
}

start();
