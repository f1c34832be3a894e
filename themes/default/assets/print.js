// The button "Print this page" is hidden until this script can do what it says.
(function () {
  "use strict";

  const button = document.getElementById("part.print");
  if (!button) return;
  button.addEventListener("click", () => window.print());
  button.hidden = false;
})();
