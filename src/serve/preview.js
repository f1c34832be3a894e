// Loads the page again when the preview has a new edition. Only `boardplan serve` adds this file.
(function () {
  "use strict";
  var shown = document.currentScript.dataset.edition;
  var stream = null;

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/_boardplan/events");
    stream.addEventListener("edition", function (event) {
      if (event.data !== shown) location.reload();
    });
  }

  // Browsers allow few open streams to one server: a tab that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden && stream) {
      stream.close();
      stream = null;
    }
    listen();
  });
  listen();
})();
