// "Leave this site", for a reader who must not be seen here.
//
// Without this script it is a link. With it the page is blank at once, even where the other site is slow to answer, and
// the other site takes the place of this page in the history of the tab: the way back does not lead here again. Pages
// that were read before it, and what the browser itself remembers, no page can take away.
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

  // The theme's setting quick_exit_keys asks for what follows. Shift alone types nothing and belongs to no program, so
  // it stands in the way of no keys that readers need (WCAG 2.2, 2.1.4 is about keys that type).
  if (link.dataset.quickExit !== "keys") return;
  const PRESSES = 3;
  const WITHIN_MS = 5000;

  const hint = document.getElementById("part.quick-exit-keys");
  if (hint) hint.after(hint.content.cloneNode(true));

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
