// The one stable name of the app: pages of any age load this file, and only it knows which hashed
// files are current. It is also the last resort: when the app traps, no Rust runs any more, so it
// is here that links go back to the browser and a reload is offered.
const root = document.documentElement;
const words = {
  vi: ["Trang này gặp lỗi.", "Tải lại trang"],
  en: ["This page has met an error.", "Reload the page"],
};
let failed = false;

let way; // the button that the failure offers

// Heard on the window, before any listener of the app's: once the app has failed, nothing of it
// may answer a press, or links would do nothing. So the button is answered here, too; and Back and
// Forward among the pages that the app showed, which only a reload can show now.
const stop = (event) => {
  if (!failed) return;
  event.stopImmediatePropagation();
  if (event.type === "popstate" || (event.type === "click" && event.target === way)) {
    location.reload();
  }
};
for (const kind of ["click", "popstate", "keydown", "pointerover", "touchstart", "focusin"]) {
  addEventListener(kind, stop, true);
}

function fail() {
  if (failed) return;
  failed = true;
  root.dataset.app = "failed";
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
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
  (error instanceof Error && /__APP_WASM__|wasm-function/.test(error.stack ?? ""));
addEventListener("error", (event) => trapped(event.error) && fail());
addEventListener("unhandledrejection", (event) => trapped(event.reason) && fail());

try {
  const app = await import("./__APP_JS__");
  await app.default({ module_or_path: new URL("__APP_WASM__", import.meta.url) });
} catch (error) {
  console.error(error);
  fail();
}
