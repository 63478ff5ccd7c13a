//! What is noted in every document from before its first line on.

/// The script. It runs outside the page's policy, and leaves one object on the window.
pub const SCRIPT: &str = r##"(() => {
  const name = (node) => {
    const element = node && (node.nodeType === 1 ? node : node.parentElement);
    return element ? `${element.tagName.toLowerCase()}.${element.className}` : "gone";
  };
  const watch = (window.watch = {
    born: `${Date.now()} ${Math.random()}`, shifts: [], pages: [], refused: [], spoken: [],
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
      const what = entry.sources.map((source) => `${name(source.node)} from ${place(source.previousRect)} to ${place(source.currentRect)}`).join(", ");
      watch.shifts.push(`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${what}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("trangnhat:page", (event) => watch.pages.push(event.detail));
  document.addEventListener("securitypolicyviolation", (event) => {
    watch.refused.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
  new MutationObserver((list) => {
    for (const { target } of list) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest("[id=live]");
      if (region?.textContent) watch.spoken.push(region.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();"##;

/// A function that traps, as JavaScript: a tiny module of its own, which meets `unreachable` as the
/// app does where it panics.
pub const TRAP: &str = "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([\
    0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]))).exports.t";
