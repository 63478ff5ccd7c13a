// What is noted in every document that is measured, from before its first line on. It runs outside
// the page's policy and touches nothing of the page.
(() => {
  const notes = (window.notes = { paint: 0, largest: 0, what: "", shifts: [], tasks: [], ready: 0 });
  const see = (type, call) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(call));
    observer.observe({ type, buffered: true });
  };
  const name = (node) => {
    const element = node && (node.nodeType === 1 ? node : node.parentElement);
    return element ? `${element.tagName.toLowerCase()}.${element.className}` : "gone";
  };
  see("paint", (entry) => {
    if (entry.name === "first-contentful-paint") notes.paint = entry.startTime;
  });
  see("largest-contentful-paint", (entry) => {
    notes.largest = entry.startTime;
    notes.what = name(entry.element);
  });
  see("longtask", (entry) => notes.tasks.push({ at: entry.startTime, took: entry.duration }));
  see("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    const what = entry.sources.map((source) => name(source.node)).join(", ");
    notes.shifts.push({ value: entry.value, at: entry.startTime, what });
  });

  // When the app has taken over; a page without one never says so.
  const state = () => document.documentElement?.dataset.app;
  const taken = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (state() !== "ready") return;
      seen.disconnect();
      notes.ready = performance.now();
      resolve();
    });
    seen.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-app"] });
  });
  const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  // Settled is a page some time after it has loaded and, where there is one, its app is there.
  window.settled = async (app, after) => {
    await Promise.all(app ? [loaded, taken] : [loaded]);
    await new Promise((resolve) => setTimeout(resolve, after));
  };

  // The time from a press to the frame that shows another headline. A frame is over once a task
  // that was posted from its callback runs: then it has been laid out and painted.
  window.nextHeadline = (kind) => {
    const headline = () => document.querySelector("h1")?.textContent;
    const before = headline();
    let pressed = performance.now();
    const press = (event) => (pressed = event.timeStamp);
    addEventListener(kind, press, { capture: true, once: true });
    return new Promise((resolve) => {
      const seen = new MutationObserver(() => {
        if (headline() === undefined || headline() === before) return;
        seen.disconnect();
        removeEventListener(kind, press, { capture: true });
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(0);
        });
      });
      seen.observe(document, { subtree: true, childList: true, characterData: true });
    });
  };
})();
