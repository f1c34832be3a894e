// Shows each new edition of the page where the reader is. Only `boardplan serve` adds this file.
//
// What changed is put into the page in place, so that scroll position, open details, focus and what was
// typed stay as they are. Where a script of the site has changed the very part that must change now, nobody
// but that script knows how to bring both together: the page is loaded again, and put back as it was.
(function () {
  "use strict";

  var EVENTS = "/_boardplan/events?page=" + encodeURIComponent(location.pathname);
  var PLACES = "/_boardplan/places.json";
  var KEPT = "boardplan-kept";
  var CLOSED = "boardplan-closed";

  var own = document.currentScript;
  var shown = own.dataset.edition;
  // The page as the server sent it: this script runs before the deferred ones of the site.
  var served = document.documentElement.cloneNode(true);
  var stream = null;
  // Editions may come faster than they are fetched; then one more look follows.
  var isFetching = false;
  var isOutdated = false;

  // ---- Listening

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource(EVENTS);
    stream.addEventListener("edition", function (event) {
      if (event.data !== shown) look();
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

  function look() {
    if (isFetching) {
      isOutdated = true;
      return;
    }
    isFetching = true;
    fetch(location.pathname + location.search, { cache: "no-store" })
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        update(new DOMParser().parseFromString(text, "text/html").documentElement);
      })
      .catch(function () {
        // The server is away or starts again; the stream tells us when it is back.
      })
      .then(function () {
        isFetching = false;
        if (!isOutdated) return;
        isOutdated = false;
        look();
      });
  }

  // ---- Putting a new edition in place

  function update(next) {
    var script = next.querySelector("#boardplan-script");
    if (!script || !isSameKind(served, next)) return reload();
    var isWhole = updateHead(next) && updateBody(next);
    if (!isWhole) return reload();
    updateOwn(next);
    shown = script.dataset.edition;
    served = next;
    document.documentElement.setAttribute("data-boardplan-edition", shown);
  }

  // Pages of another kind, or with other scripts, cannot become each other.
  function isSameKind(one, other) {
    function scripts(page) {
      return Array.from(page.querySelectorAll("script[src]:not(#boardplan-script)"), function (script) {
        return script.getAttribute("src");
      }).join(" ");
    }
    function kind(page) {
      return page.querySelector("body").getAttribute("data-page");
    }
    // What waits in a template is for scripts, which have taken it already.
    function templates(page) {
      return Array.from(page.querySelectorAll("template"), function (template) {
        return template.innerHTML;
      }).join(" ");
    }
    return kind(one) === kind(other) && scripts(one) === scripts(other) && templates(one) === templates(other);
  }

  function updateHead(next) {
    var old = withoutStyles(served.querySelector("head"));
    var wanted = withoutStyles(next.querySelector("head"));
    var head = document.head;
    if (!old.isEqualNode(wanted)) {
      // Scripts may have added to the head, so only what the server changed is changed.
      document.title = next.querySelector("title") ? next.querySelector("title").textContent : "";
      swapAll(head, old, wanted);
    }
    updateStyles(head, next);
    ["lang", "dir"].forEach(function (name) {
      document.documentElement.setAttribute(name, next.getAttribute(name) || "");
    });
    return true;
  }

  function withoutStyles(head) {
    var copy = head.cloneNode(true);
    copy.querySelectorAll("link[rel=stylesheet], title, script").forEach(function (element) {
      element.remove();
    });
    return copy;
  }

  // Replaces the elements of the head that the server sent by those that it sends now.
  function swapAll(head, old, wanted) {
    Array.from(old.children).forEach(function (child) {
      var live = Array.from(head.children).find(function (element) {
        return element.isEqualNode(child);
      });
      if (live) live.remove();
    });
    Array.from(wanted.children).forEach(function (child) {
      head.append(document.importNode(child, true));
    });
  }

  // A new style sheet takes the old one's place only once it is there, so that nothing flashes.
  function updateStyles(head, next) {
    function styles(page) {
      return Array.from(page.querySelectorAll("head > link[rel=stylesheet]"));
    }
    function address(link) {
      return link.getAttribute("href");
    }
    var live = styles(document);
    var last = live[live.length - 1];
    var wanted = styles(next);
    var addresses = wanted.map(address);
    wanted.forEach(function (link, index) {
      var same = live.find(function (one) {
        return address(one) === address(link);
      });
      if (same) {
        last = same;
        return;
      }
      var added = document.importNode(link, true);
      var old = live.filter(function (one) {
        return addresses.indexOf(address(one)) < 0;
      });
      function done() {
        old.forEach(function (one) {
          one.remove();
        });
      }
      added.addEventListener("load", done);
      added.addEventListener("error", done);
      // Beside the one whose place it takes, because later sheets win.
      if (live[index]) live[index].after(added);
      else if (last) last.after(added);
      else head.append(added);
    });
    if (wanted.length === 0) {
      live.forEach(function (one) {
        one.remove();
      });
    }
  }

  function updateBody(next) {
    var old = regions(served.querySelector("body"));
    var wanted = regions(next.querySelector("body"));
    var live = regions(document.body);
    var areInStep =
      old.length === wanted.length &&
      old.every(function (region, index) {
        return region.nodeName === wanted[index].nodeName && region.id === wanted[index].id;
      });
    if (!areInStep) return false;
    var changed = old
      .map(function (region, index) {
        // A script may have added regions of its own to the page, so ours is found by what it was.
        return { live: counterpart(region, index, live), old: region, next: wanted[index] };
      })
      .filter(function (change) {
        return !change.old.isEqualNode(change.next);
      });
    var areOurs = changed.every(function (change) {
      return change.live && isAlike(change.live, change.old);
    });
    if (!areOurs) return false;
    var focus = document.activeElement;
    var path = focus && focus !== document.body ? pathOf(focus) : null;
    changed.forEach(function (change) {
      merge(change.live, change.next);
    });
    if (path && !focus.isConnected) focusOn(path);
    return true;
  }

  // The parts of a page, without what the preview adds.
  function regions(body) {
    return Array.from(body.children).filter(function (child) {
      return child.id !== "boardplan-preview" && child.nodeName !== "SCRIPT";
    });
  }

  function counterpart(region, index, live) {
    if (region.id) return document.getElementById(region.id);
    var sameKind = function (element) {
      return element.nodeName === region.nodeName && element.className === region.className && !element.id;
    };
    return live[index] && sameKind(live[index]) ? live[index] : live.find(sameKind);
  }

  // Whether a part of the page is as the server sent it, but for details that the reader opened.
  function isAlike(live, old) {
    if (live.isEqualNode(old)) return true;
    if (live.nodeType !== Node.ELEMENT_NODE || live.nodeName !== old.nodeName) return false;
    if (live.nodeName !== "DETAILS" && !live.querySelector("details")) return false;
    var attributes = namesOf(live);
    if (attributes.length !== namesOf(old).length) return false;
    return (
      attributes.every(function (name) {
        return live.getAttribute(name) === old.getAttribute(name);
      }) &&
      live.childNodes.length === old.childNodes.length &&
      Array.from(live.childNodes).every(function (child, index) {
        return isAlike(child, old.childNodes[index]);
      })
    );
  }

  function namesOf(element) {
    return element.getAttributeNames().filter(function (name) {
      return !(name === "open" && element.nodeName === "DETAILS");
    });
  }

  // Makes a part of the page like another one, and leaves alone what is alike already.
  function merge(live, next) {
    if (live.isEqualNode(next)) return;
    if (live.nodeName !== next.nodeName || live.id !== next.id) {
      live.replaceWith(document.importNode(next, true));
      return;
    }
    if (live.nodeType !== Node.ELEMENT_NODE) {
      live.nodeValue = next.nodeValue;
      return;
    }
    namesOf(live).forEach(function (name) {
      if (!next.hasAttribute(name)) live.removeAttribute(name);
    });
    namesOf(next).forEach(function (name) {
      var value = next.getAttribute(name);
      if (live.getAttribute(name) !== value) live.setAttribute(name, value);
    });
    mergeChildren(live, Array.from(live.childNodes), Array.from(next.childNodes));
  }

  // What is the same at the beginning and at the end stays, so that an entry that comes into a long list
  // moves nothing else.
  function mergeChildren(parent, live, next) {
    while (live.length && next.length && isAlike(live[0], next[0])) {
      live.shift();
      next.shift();
    }
    while (live.length && next.length && isAlike(live[live.length - 1], next[next.length - 1])) {
      live.pop();
      next.pop();
    }
    var before = live.length ? live[live.length - 1].nextSibling : null;
    if (!live.length && next.length) {
      // All that is new goes before what follows it there.
      var following = next[next.length - 1].nextSibling;
      var count = 0;
      for (var node = following; node; node = node.nextSibling) count += 1;
      before = count ? parent.childNodes[parent.childNodes.length - count] : null;
    }
    var paired = Math.min(live.length, next.length);
    live.slice(paired).forEach(function (node) {
      node.remove();
    });
    next.slice(paired).forEach(function (node) {
      parent.insertBefore(document.importNode(node, true), before);
    });
    for (var index = 0; index < paired; index += 1) merge(live[index], next[index]);
  }

  // ---- Loading again, and putting back

  function reload() {
    var focus = document.activeElement;
    var kept = {
      address: location.href,
      left: window.scrollX,
      top: window.scrollY,
      focus: focus && focus !== document.body ? pathOf(focus) : null,
      details: Array.from(document.querySelectorAll("details"), function (details) {
        return [pathOf(details), details.open];
      }),
      fields: Array.from(document.querySelectorAll("input, select, textarea"), function (field) {
        return [pathOf(field), field.value, field.checked === true];
      }),
    };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      // Without storage the page is only loaded again.
    }
    location.reload();
  }

  function putBack() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch {
      return;
    }
    if (!kept || kept.address !== location.href) return;
    kept.fields.forEach(function (field) {
      var element = at(field[0]);
      if (!element || (element.value === field[1] && (element.checked === true) === field[2])) return;
      if (element.type !== "file") element.value = field[1];
      element.checked = field[2];
      // The scripts of the page learn of it as if somebody had typed it.
      element.dispatchEvent(new Event("input", { bubbles: true }));
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });
    kept.details.forEach(function (details) {
      var element = at(details[0]);
      if (element && element.nodeName === "DETAILS") element.open = details[1];
    });
    if (kept.focus) focusOn(kept.focus);
    window.scrollTo(kept.left, kept.top);
  }

  // How an element is found again in another edition: from the nearest id, child by child.
  function pathOf(element) {
    var path = [];
    while (element && !element.id && element.parentElement) {
      var siblings = Array.from(element.parentElement.children);
      path.unshift(siblings.indexOf(element));
      element = element.parentElement;
    }
    return { id: element && element.id, path: path };
  }

  function at(place) {
    var element = place.id ? document.getElementById(place.id) : document.documentElement;
    place.path.forEach(function (index) {
      element = element && element.children[index];
    });
    return element || null;
  }

  function focusOn(place) {
    var element = at(place);
    if (element && element !== document.activeElement) element.focus({ preventScroll: true });
  }

  // ---- The bar and the panel

  function updateOwn(next) {
    var live = document.getElementById("boardplan-preview");
    var wanted = next.querySelector("#boardplan-preview");
    if (live && wanted && !served.querySelector("#boardplan-preview").isEqualNode(wanted)) {
      // The style sheet stays where it is: a new one would be loaded again, and the bar would flash.
      Array.from(live.children).forEach(function (child) {
        if (child.nodeName !== "LINK") child.remove();
      });
      Array.from(wanted.children).forEach(function (child) {
        if (child.nodeName !== "LINK") live.append(document.importNode(child, true));
      });
      prepareBar();
    }
  }

  // Closed means closed, until there is something else to say.
  function prepareBar() {
    var bar = document.querySelector("#boardplan-bar > details");
    if (!bar) return;
    var words = bar.querySelector("ol") ? bar.querySelector("ol").textContent : "";
    if (remembered() === words) bar.open = false;
    bar.addEventListener("toggle", function (event) {
      if (event.target === bar) remember(bar.open ? null : words);
    });
    var parts = document.getElementById("boardplan-parts");
    parts.hidden = false;
    parts.addEventListener("toggle", function () {
      if (parts.open) listParts(parts.querySelector("ul"));
    });
  }

  function remembered() {
    try {
      return sessionStorage.getItem(CLOSED);
    } catch {
      return null;
    }
  }

  function remember(words) {
    try {
      if (words === null) sessionStorage.removeItem(CLOSED);
      else sessionStorage.setItem(CLOSED, words);
    } catch {
      // Then the bar is open on the next page again.
    }
  }

  // Every part of the page that an author wrote somewhere: an entry with an id, or a link to another page.
  function listParts(list) {
    fetch(PLACES)
      .then(function (answer) {
        return answer.json();
      })
      .then(function (places) {
        var seen = {};
        var entries = Array.from(document.querySelectorAll("main [id]"));
        var links = Array.from(document.querySelectorAll("main a[href]"));
        list.replaceChildren();
        entries.concat(links).forEach(function (element) {
          var place = placeOf(element, places);
          if (!place || seen[place]) return;
          seen[place] = true;
          var item = document.createElement("li");
          var button = document.createElement("button");
          button.type = "button";
          button.dataset.place = place;
          button.textContent = place;
          item.append(firstWords(element), " ", button);
          list.append(item);
        });
      });
  }

  function placeOf(element, places) {
    if (element.id && !element.href) {
      return places.parts[fileOf(location) + "#" + element.id] || places.meetings[element.id];
    }
    if (!element.href || element.origin !== location.origin) return null;
    var file = fileOf(element);
    var anchor = decodeURIComponent(element.hash.slice(1));
    return places.parts[file + "#" + anchor] || (file !== fileOf(location) && places.pages[file]);
  }

  function fileOf(address) {
    var path = decodeURIComponent(address.pathname).slice(1);
    return path === "" || path.endsWith("/") ? path + "index.html" : path;
  }

  function firstWords(element) {
    var words = element.textContent.trim().replace(/\s+/g, " ");
    return words.length > 60 ? words.slice(0, 59) + "…" : words;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("#boardplan-preview [data-place]");
    if (!button) return;
    var place = button.dataset.place;
    if (own.dataset.open) open(place);
    else copy(place);
  });

  function open(place) {
    fetch(own.dataset.open + encodeURI(place).replace(/[?#]/g, encodeURIComponent))
      .then(function (answer) {
        return answer.text().then(function (words) {
          if (/^[a-z][a-z0-9+.-]*:\/\//.test(words)) location.href = words.trim();
          else say(words.trim());
        });
      })
      .catch(function () {
        say("The preview does not answer.");
      });
  }

  function copy(place) {
    function done() {
      say("Copied: " + place);
    }
    // Browsers have a clipboard only at addresses that they trust; other computers come by number.
    if (navigator.clipboard) navigator.clipboard.writeText(place).then(done, byHand);
    else byHand();
    function byHand() {
      window.prompt("Copy this:", place);
    }
  }

  function say(words) {
    var status = document.querySelector("#boardplan-bar [role=status]");
    if (status) status.textContent = words;
  }

  document.documentElement.setAttribute("data-boardplan-edition", shown);
  prepareBar();
  document.addEventListener("DOMContentLoaded", putBack);
  listen();
})();
