// What the whole page shares: the server behind it, its words, and how it makes an element.

export const $ = (id) => document.getElementById(id);
export const state = {
  texts: {}, people: new Map(), groups: new Map(), rooms: new Map(), phones: [], heard: 0,
};

export async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// The same id at each try: what was kept but not answered for is not done twice.
export function post(path, body, id = crypto.randomUUID()) {
  return send(path, "application/json", JSON.stringify({ ...body, id }));
}

export function sendFile(where, file) {
  const query = new URLSearchParams({ ...where, name: file.name, id: crypto.randomUUID() });
  return send(`/api/send?${query}`, "application/octet-stream", file);
}

async function send(path, type, body) {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const response = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": type, "X-Groepsmaat": "page" },
        body,
      });
      showTrouble(response.ok ? "" : text("not-kept"));
      return response.ok;
    } catch {
      showTrouble(text("no-connection"));
      await new Promise((done) => setTimeout(done, 500));
    }
  }
  return false;
}

export function tryToRead(work) {
  return work.catch(() => showTrouble(text("no-connection")));
}

export function showTrouble(words) {
  $("trouble").textContent = words;
  $("trouble").hidden = !words;
}

export function text(id) {
  return state.texts[`page-${id}`] ?? "";
}

export function label(root) {
  for (const node of root.querySelectorAll("[data-text]")) {
    node.textContent = text(node.dataset.text);
  }
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", text(node.dataset.label));
  }
}

export function element(name, classes = "", words = "") {
  const made = document.createElement(name);
  made.className = classes;
  made.textContent = words;
  return made;
}

export function button(words, act) {
  const made = element("button", "", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

export function link(words, address) {
  const made = element("a", "", words);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener";
  return made;
}

// "mentor 7B" in the language of the page; a word that is no role stays as it is.
export function described(person) {
  if (!person.description) return text("nobody-known");
  return person.description.replace(/[a-z]+/g, (word) => text(`role-${word}`) || word);
}

export function timeOf(iso) {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const style = { timeStyle: "short", hourCycle: "h23", ...(isToday ? {} : { dateStyle: "short" }) };
  const made = element("time", "", at.toLocaleString(document.documentElement.lang, style));
  made.dateTime = iso;
  return made;
}
