// The one stable name of the app: pages of any age load this file, and only it knows which hashed
// files are current. The page is whole without it. It brings the app when the page has what it
// needs, holds what is pressed meanwhile, and is the last resort: when the app traps, no Rust runs
// any more, so it is here that links go back to the browser and a reload is offered.
const root = document.documentElement;
const words = {
  vi: ["Trang này gặp lỗi.", "Tải lại trang"],
  en: ["This page has met an error.", "Reload the page"],
};
// Only the app can tell what stands at the address of this page: the one of unknown addresses.
const wanted = root.dataset.app === "wanted";
// This very file, asked for once more because the files it named were gone.
const again = import.meta.url.includes("?");
const saves = () => root.dataset.saver || navigator.connection?.saveData;
const photo = /^#photo-\d+$/;

let state = "page"; // "loading", "ready", "failed"; "gone": another one of us has taken over
let tries = 0;
let looks = 0; // for the lightbox
let failedAt = -Infinity;
let held; // what was pressed and waits for the app
let way; // the button that the failure offers
let path = location.pathname; // of the page that stands there while the app does not look after it

/* What is pressed before the app is there. */

const modified = (event) =>
  event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

// What needs the app. A link that leads to a page does not: the browser follows it.
function needs(event) {
  const element = event.target.closest?.("[data-do], a[href^='#photo-']");
  const leads = element?.href && !photo.test(element.hash);
  return event.defaultPrevented || modified(event) || leads ? undefined : element;
}

function hold(element) {
  held?.element.removeAttribute("aria-busy");
  held = { element, at: performance.now() };
  element.setAttribute("aria-busy", "true");
}

function release(does) {
  if (!held) return;
  const { element, at } = held;
  held = undefined;
  element.removeAttribute("aria-busy");
  if (!photo.test(element.hash ?? "")) return does && element.click();
  const place = element.getBoundingClientRect();
  const inView = place.bottom > 0 && place.top < innerHeight;
  // Without the app the link leads to its figure; who has gone on meanwhile is left alone.
  if (inView && performance.now() - at < 3000) does ? element.click() : (location.hash = element.hash);
}

/* When the app comes. */

const idle = (call) =>
  self.requestIdleCallback ? requestIdleCallback(call, { timeout: 2000 }) : setTimeout(call, 200);

async function begin() {
  if (state !== "page" || performance.now() - failedAt < 3000) return;
  state = "loading";
  try {
    const app = await load("__APP__", ++tries, "low");
    if (!(await app.take_over(lightbox))) throw new Error("the site's own file did not come");
    // What the app's pages are made for: this one may have come with another release's style.
    root.dataset.style = new URL("__STYLE__", import.meta.url).pathname;
    state = "ready";
    release(true);
  } catch (error) {
    if (trapped(error)) return fail();
    state = "page";
    failedAt = performance.now();
    if (!again && (held || wanted) && (await gone("__APP__"))) return renew();
    if (wanted) delete root.dataset.app;
    release(false);
  }
}

// A module that failed is remembered by its address: each try has another one.
const file = (name, nth) => new URL(nth > 1 ? `${name}?${nth}` : name, import.meta.url);

async function load(name, nth, priority) {
  const wasm = file(`${name}.wasm`, nth);
  const code = fetch(wasm, { priority });
  code.catch(() => {});
  const program = await import(file(`${name}.js`, nth));
  const answer = await code;
  // No `Error`: the code's name in it would make a trap of it.
  if (!answer.ok) throw answer.status;
  await program.default({ module_or_path: answer });
  return program;
}

async function gone(name) {
  const ask = async (ending) => {
    const how = { method: "HEAD", cache: "no-store" };
    const answer = await fetch(file(name + ending), how).catch(() => undefined);
    return answer?.status === 404 || answer?.status === 410;
  };
  return (await Promise.all([".js", ".wasm"].map(ask))).includes(true);
}

// The app asks for the lightbox when somebody might want it. It did not come: nothing; its files are
// gone, and only a reload brings others: false.
async function lightbox() {
  try {
    return await load("__LIGHTBOX__", ++looks);
  } catch (error) {
    if (trapped(error)) throw error;
    return (await gone("__LIGHTBOX__")) ? false : undefined;
  }
}

// The site was exchanged since this file was fetched: the one that is there now knows the new names.
async function renew() {
  state = "gone";
  await import(`${import.meta.url}?${Date.now()}`).catch(() => (state = "page"));
}

const hurry = (event) => {
  if (state !== "page" || (saves() && !needs(event))) return;
  begin();
};

/* When the app fails. */

// Heard on the window, before any listener of the app's: once the app has failed, nothing of it
// may answer a press, or links would do nothing. So the button is answered here, too.
function hear(event) {
  if (state === "ready" || state === "gone") return;
  // Back and Forward among pages that the app has shown, also one of an earlier document: without
  // it only a load shows them. A link within the page makes a `popstate`, too.
  if (event.type === "popstate" && location.pathname !== path) location.reload();
  if (state === "failed") {
    event.stopImmediatePropagation();
    if (event.type === "click" && event.target === way) location.reload();
    return;
  }
  if (event.type !== "click") return;
  const element = needs(event);
  if (!element) return;
  event.preventDefault();
  hold(element);
  failedAt = -Infinity;
  begin();
}

function fail() {
  if (state === "failed") return;
  // A page that the app never had is as good as it was, and says nothing.
  const silent = root.dataset.app !== "ready";
  state = "failed";
  path = location.pathname;
  root.dataset.app = "failed";
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  root.classList.remove("lightbox-open");
  release(false);
  if (silent) return;
  const [text, label] = words[root.lang] ?? words.en;
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.textContent = text;
  way = document.createElement("button");
  way.type = "button";
  way.textContent = label;
  notice.append(line, way);
  document.body.append(notice);
}

// A trap is a WebAssembly.RuntimeError; a stack that is exhausted, a RangeError out of the app.
const trapped = (error) =>
  error instanceof WebAssembly.RuntimeError ||
  (error instanceof Error && /__APP__.wasm|__LIGHTBOX__.wasm|wasm-function/.test(error.stack ?? ""));

/* From the page's end on. */

// An entry that the app has left scrolls by hand, and this document has just been loaded for it.
if (history.scrollRestoration === "manual" && history.state?.y) scrollTo(0, history.state.y);

if (self.WebAssembly) {
  for (const kind of ["click", "popstate", "keydown", "pointerover", "touchstart", "focusin"]) {
    addEventListener(kind, hear, true);
  }
  for (const kind of ["pointerdown", "touchstart", "keydown"]) {
    addEventListener(kind, hurry, { capture: true, passive: true });
  }
  addEventListener("error", (event) => trapped(event.error) && fail());
  addEventListener("unhandledrejection", (event) => trapped(event.reason) && fail());
  if (again) {
    const busy = document.querySelector("[data-do][aria-busy], a[href^='#photo-'][aria-busy]");
    if (busy) hold(busy);
    begin();
  } else if (wanted || (photo.test(root.dataset.hash) && !saves())) {
    begin();
  } else if (!saves()) {
    // Not before the first picture is in: the app must not fight the page for the line.
    const first = document.querySelector("#main img[fetchpriority=high]");
    const there = first?.decode?.() ?? Promise.resolve();
    there.catch(() => {}).then(() => idle(begin));
  }
}
