// What is looked at in a page with a lightbox or a rail, the same in every page.
(() => {
  // A task posted from a frame's callback runs once the frame is laid out and painted.
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  }));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  // The picture that a lightbox shows over the middle of the window, once it has pixels.
  const shown = (root) => {
    const over = document.querySelector(root);
    if (!over || +getComputedStyle(over).opacity < 0.5) return null;
    for (const img of over.querySelectorAll("img")) {
      const box = img.getBoundingClientRect();
      const here = box.width > 1 && box.left < innerWidth / 2 && box.right > innerWidth / 2;
      if (here && img.complete && img.naturalWidth > 0) return box;
    }
    return null;
  };

  // From the next press to the frame that has the picture, and to the one after which it stays
  // where it is for a quarter of a second. Whoever has begun or is about to move it says so by a
  // class `moving`.
  const opening = (root) => {
    let pressed = NaN;
    addEventListener("click", (event) => (pressed = event.timeStamp), { capture: true, once: true });
    return (async () => {
      let first = 0, changed = 0, before = "";
      const until = performance.now() + 15000;
      for (;;) {
        await painted();
        const now = performance.now();
        if (now > until) return null;
        const box = shown(root);
        if (!box) continue;
        const place = [box.left, box.top, box.width].map(Math.round).join(" ");
        first ||= now;
        if (place !== before) [before, changed] = [place, now];
        if (now - changed > 250 && !document.querySelector(".moving")) return { first: first - pressed, rest: changed - pressed };
      }
    })();
  };

  let watching = false, frames = [];
  window.bench = {
    opening,
    // The times between frames, from now on.
    watch() {
      let last;
      [watching, frames] = [true, []];
      const frame = (now) => {
        if (!watching) return;
        if (last !== undefined) frames.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    // How many there were, and of those how many took longer than one and than three refreshes.
    seen() {
      watching = false;
      const over = (ms) => frames.filter((took) => took > ms).length;
      return { all: frames.length, late: over(17.7), long: over(50) };
    },
    // Opens and closes so many pictures, ten in turn.
    async often(times, root, close) {
      for (let time = 0; time < times; time++) {
        const opened = opening(root);
        document.querySelector(`#photo-${1 + (time % 10) * 4} a.open`).click();
        if (!(await opened)) throw new Error("it does not open");
        document.querySelector(close).click();
        while (document.querySelector(root)) await painted();
        await pause(100);
      }
      return true;
    },
  };
})();
