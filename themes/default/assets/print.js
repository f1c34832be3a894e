// The button "Print this page" waits in a template: only a script can print.
(function () {
  "use strict";

  const template = document.getElementById("part.print");
  if (!template) return;
  template.after(template.content.cloneNode(true));
  template.nextElementSibling.addEventListener("click", () => window.print());
})();
