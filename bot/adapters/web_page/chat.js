// The page of the local chat: everybody's phone in one window. It shows what the bot's server
// tells it and keeps nothing itself but which phones stand open and the language.

import {
  $,
  button,
  described,
  element,
  get,
  label,
  link,
  showTrouble,
  state,
  text,
  timeOf,
  tryToRead,
} from "./page.js";
import { open, remember } from "./phone.js";

const LISTEN_AGAIN = 1000; // milliseconds

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
