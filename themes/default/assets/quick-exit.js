// "Leave this site", for a reader who must not be seen here.
//
// Without this script it is a link. With it the page is blank at once, however slow the other site is, and that takes
// its place in the history of the tab. Pages read before, and what the browser remembers, no page can take away.
(function () {
  "use strict";

  const link = document.querySelector("a[data-quick-exit]");
  if (!link) return;
  const address = link.href;

  function leave() {
    // The name of the tab is seen too.
    document.title = "\u2026";
    document.body.replaceChildren();
    location.replace(address);
  }

  // The preview may put another link in place of this one, so the page listens, not the link.
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-quick-exit]")) return;
    event.preventDefault();
    leave();
  });

  // Where the theme's setting asks for it. Shift alone types nothing (WCAG 2.2, 2.1.4 is about keys that do).
  if (link.dataset.quickExit !== "keys") return;
  const PRESSES = 3;
  const WITHIN_MS = 5000;

  const hint = document.getElementById("part.quick-exit-keys");
  if (hint) hint.hidden = false;

  let presses = [];
  document.addEventListener("keydown", (event) => {
    const isShiftAlone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isShiftAlone) {
      // Shift for a capital letter, or to go back with Tab.
      presses = [];
    } else if (!event.repeat) {
      presses = [...presses.filter((time) => event.timeStamp - time < WITHIN_MS), event.timeStamp];
      if (presses.length >= PRESSES) leave();
    }
  });
  // Shift with the mouse marks text or opens a window.
  document.addEventListener("pointerdown", () => {
    presses = [];
  });
})();
