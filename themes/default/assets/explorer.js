// The page of all actions becomes a list that can be filtered.
//
// The page is whole without this script. It puts the form there, which waits in a template; what it filters by stands
// on the entries of the list (`data-status`, `data-due`, …) and in their words; and it hides what does not match.
// The filters that are set stand in the address (`?status=on-track&lead=training-group`), so that a view can be sent
// by e-mail, and the browser's back and forward buttons lead from view to view.
(function () {
  "use strict";

  const template = document.getElementById("part.explorer");
  if (!template) return;
  template.after(template.content.cloneNode(true));

  const form = template.nextElementSibling;
  const panel = form.querySelector("details");
  const count = form.querySelector("[role=status]");
  const chips = form.querySelector(".explorer-set");
  const chip = chips.firstElementChild;
  const fields = [...form.elements].filter((field) => field.name);
  const whole = document.querySelector("[data-explorer=whole]");
  const entries = [...document.querySelectorAll("li[data-status]")].map(entry);
  const sections = new Set(entries.map(({ section }) => section));
  // What has all of these words in it matches, whatever their case and accents.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The field whose changes share one step of the history: without this, each letter would be a step.
  let changing = null;

  function entry(item) {
    const ids = (name) => item.dataset[name].split(" ");
    return {
      item,
      section: item.closest("section"),
      page: item.querySelector("a").getAttribute("href"),
      status: ids("status"),
      priority: ids("priority"),
      lead: ids("lead"),
      member: ids("member"),
      due: item.dataset.due,
      // Read when it is first needed. Labels such as "Lead" are no words of the action.
      get words() {
        const parts = [...item.querySelectorAll("h2, h3, h4, dd")].map((part) => part.textContent);
        Object.defineProperty(this, "words", { value: plain(parts.join(" ")) });
        return this.words;
      },
    };
  }

  function matches(entry, { name, value }) {
    switch (name) {
      case "text":
        return plain(value).split(/\s+/).every((word) => entry.words.includes(word));
      case "due":
        // Both are written year first, so they compare as text.
        return entry.due !== undefined && entry.due <= value;
      default:
        return entry[name].includes(value);
    }
  }

  /** Shows what matches all filters that are set, and says how much that is. */
  function show() {
    const set = fields.filter((field) => field.value.trim());
    const filled = new Set();
    let shown = 0;
    for (const one of entries) {
      const isShown = set.every((field) => matches(one, field));
      // To write what is there already costs time too, on an old phone.
      if (one.item.hidden === isShown) one.item.hidden = !isShown;
      if (isShown) {
        shown += 1;
        filled.add(one.section);
      }
    }
    for (const section of sections) section.hidden = !filled.has(section);
    // The other groupings, the progress and the contents speak of the whole list.
    if (whole) whole.hidden = set.length > 0;
    const words = set.length === 0 ? count.dataset.all : shown === 0 ? count.dataset.none : count.dataset.some;
    count.textContent = words.replace("{shown}", shown);
    chips.replaceChildren(...set.map(chipOf));
    chips.hidden = set.length === 0;
    form.querySelector("[type=reset]").hidden = set.length === 0;
    form.querySelector("[data-explorer=download]").hidden = shown === 0;
  }

  /** A filter that is set, in words, as a button that removes it. */
  function chipOf(field) {
    const made = chip.cloneNode(true);
    // A function, because a visitor's text may hold "$&".
    made.querySelector("[data-explorer=value]").textContent = chips.dataset.value
      .replace("{label}", () => field.labels[0].textContent)
      .replace("{value}", () => valueInWords(field));
    made.querySelector("button").addEventListener("click", () => {
      field.value = "";
      changed(field);
      // The button is gone, and with it the focus.
      const next = chips.querySelector("button");
      (next ?? panel.querySelector("summary")).focus();
    });
    return made;
  }

  function valueInWords(field) {
    if (field.type === "date") {
      const [year, month, day] = field.value.split("-");
      return chips.dataset.date
        .replace("{day}", Number(day))
        .replace("{month}", chips.dataset.months.split(" ")[month - 1])
        .replace("{year}", year);
    }
    return field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim();
  }

  /** After a change by hand: `field` is what was changed, or nothing where it was all of them. */
  function changed(field) {
    show();
    const set = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) set.set(name, value.trim());
    const address = set.size > 0 ? `?${set}` : location.pathname;
    if (field && field === changing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    changing = field;
  }

  /** Sets the filters as the address says. What it names and the page does not have is passed over. */
  function readAddress() {
    const set = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = set.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    changing = null;
    show();
  }

  /** Runs `then` with the table of all actions. A page that is opened from a disk can load scripts and no data. */
  function withTable(then) {
    if (window.boardplanActions) return then(window.boardplanActions);
    const script = document.createElement("script");
    script.src = form.dataset.table;
    script.addEventListener("load", () => then(window.boardplanActions));
    script.addEventListener("error", () => {
      script.remove();
      count.textContent = count.dataset.failed;
    });
    document.head.append(script);
  }

  /** Saves the rows of the actions that are shown, as they stand in the table of all actions. */
  function download() {
    withTable(({ head, rows }) => {
      const shown = new Set(entries.filter(({ item }) => !item.hidden).map(({ page }) => page));
      const lines = rows.filter(([page]) => shown.has(page)).map(([, line]) => line);
      const file = URL.createObjectURL(new Blob([head, ...lines], { type: "text/csv" }));
      const link = document.createElement("a");
      link.href = file;
      link.download = "actions.csv";
      link.click();
      // The browser has begun to save it by then, and keeps what it needs.
      setTimeout(() => URL.revokeObjectURL(file), 10000);
    });
  }

  form.addEventListener("input", (event) => changed(event.target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of fields) field.value = "";
    changed(null);
    panel.querySelector("summary").focus();
  });
  form.querySelector("[data-explorer=download]").addEventListener("click", download);
  addEventListener("popstate", readAddress);

  // See the style sheet. A list of usual length needs no such help.
  form.classList.toggle("explorer-long", entries.length > 200);
  readAddress();
  // On a wide screen there is room for the fields beside the list.
  panel.open = matchMedia("(min-width: 48em)").matches;
})();
