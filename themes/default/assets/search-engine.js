/* Looks things up in what the program wrote for the search (src/derive/view/search_index.rs says what that holds).
   It knows nothing of the page: search.js does.

   How results are ranked, the first rule that tells two apart first:

   1. A page has every word that was asked for. Only where none has do pages count that have most of them.
   2. The query is its reference ("1.10"), then: is its name, its short name, its abbreviation or another of its names.
   3. A word in a name or reference counts 10, in a heading 3, elsewhere 1; each word where it counts most. A name
      that has little else, and one that begins with the first word, come before a longer one.
   4. A word counts in full as it was typed, 9/10 in another form (a plural, a Welsh mutation), 6/10 where it was only
      begun, 4/10 with one slip and 3/10 with two. Slips are looked for where nothing else is found, in words of 5 letters and more; two of
      them in words of 8 and more. Two letters that changed places are one slip.
   5. A name stands for the other names of the same thing, so that "CSE" finds "child sexual exploitation" and the
      reverse, and a word in two parts for the whole ("sub group"): 8/10 of what the same words would count.
   6. What belongs to an archived plan counts half.
   7. What comes first on the site comes first. */
(function () {
  "use strict";

  const FIELDS = [["names", 10], ["headings", 3], ["text", 1]];
  const NAME = 10;
  const WHOLE_REFERENCE = 1000;
  const WHOLE_NAME = 500;
  const NAME_HAS_LITTLE_ELSE = 10;
  const NAME_BEGINS_WITH_IT = 3;

  const OTHER_FORM = 0.9;
  const BEGUN = 0.6;
  const SLIPS = [1, 0.4, 0.3];

  const OTHER_WORDS = 0.8;
  const ARCHIVED = 0.5;

  /* How many meanings of a query are looked up; one that could mean more is too vague for it to matter. */
  const MOST_MEANINGS = 12;
  const LONGEST_NAME = 8;
  /* Shorter beginnings are looked for in names only: in texts they are everywhere. */
  const SHORTEST_BEGINNING = 3;

  /** A text in lower case and without marks. */
  function folded(text) {
    // Most texts have no mark, and this is asked of every name.
    const plain = /[^\0-\x7f]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
    return plain.toLowerCase();
  }

  /** The words of a text, as src/derive/search/tokens.rs makes them. */
  function words(text) {
    return folded(text).replace(/['\u2019]/g, "").match(/[\p{Alphabetic}\p{N}]+(?:\.(?=\p{N})[\p{Alphabetic}\p{N}]+)*/gu) || [];
  }

  /** The words of a table, each with its pages as they are written. */
  function tableOf({ words: written, pages }) {
    const table = new Map();
    if (!written) return table;
    const lists = pages.split(" ");
    let last = "";
    written.split(" ").forEach((rest, index) => {
      last = last.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      table.set(last, lists[index]);
    });
    return table;
  }

  /** A list of pages as numbers. */
  function pagesIn(written) {
    const pages = [];
    let next = 0;
    let number = 0;
    for (let at = 0; at < written.length; at += 1) {
      const code = written.charCodeAt(at);
      if (code >= 65 && code <= 90) {
        number = number * 26 + code - 65;
      } else {
        next += number * 36 + (code < 65 ? code - 48 : code - 87);
        pages.push(next);
        next += 1;
        number = 0;
      }
    }
    return pages;
  }

  /** How many of some words are not among others. */
  function notIn(others, words) {
    return words.filter((word) => !others.includes(word)).length;
  }

  /** How many slips part two words (optimal string alignment); more than `most` is any number above it. */
  function slips(one, other, most) {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  }

  /** The letters of a word as bits, letters that are 32 apart as one. */
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
    return letters;
  }

  /** How many letters the first has that the other has not: each takes a slip. */
  function lettersMissing(one, other) {
    let missing = 0;
    for (let letters = one & ~other; letters !== 0; letters &= letters - 1) missing += 1;
    return missing;
  }

  /** The place of the first of sorted words that is not before `word`. */
  function placeOf(sorted, word) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function open(index) {
    const { pages, endings, beginnings } = index;
    const count = pages.names.length;
    const small = new Set(index.small_words);
    const archived = new Set(pages.archived);
    const tables = FIELDS.map(([field, weight]) => ({ weight, isName: weight === NAME, table: tableOf(index[field]), read: new Map() }));
    const known = [...new Set(tables.flatMap(({ table }) => [...table.keys()]))].sort();

    const knownLetters = known.map(lettersOf);

    /** A word without its ending, so that "agencies" and "agency" are one. */
    function stem(word) {
      for (const [ending, instead] of endings) {
        if (word.length >= ending.length + 2 && word.endsWith(ending)) return word.slice(0, -ending.length) + instead;
      }
      return word;
    }

    const byStem = new Map();
    for (const word of known) {
      const key = stem(word);
      if (byStem.has(key)) byStem.get(key).push(word);
      else byStem.set(key, [word]);
    }

    /** A word with each of the other beginnings it may have: Welsh "plant" is also "blant" and "phlant". */
    function begunOtherwise(word) {
      return beginnings.flatMap((family) =>
        family
          .filter((beginning) => word.startsWith(beginning))
          .flatMap((beginning) => family.map((other) => other + word.slice(beginning.length))),
      );
    }

    function isKnown(word) {
      return tables.some(({ table }) => table.has(word));
    }

    /** The words that say something; all of them where none does. */
    function telling(all) {
      const some = all.filter((word) => !small.has(word));
      return some.length > 0 ? some : all;
    }

    function pagesWith(field, word) {
      let found = field.read.get(word);
      if (!found) {
        found = field.table.has(word) ? pagesIn(field.table.get(word)) : [];
        field.read.set(word, found);
      }
      return found;
    }

    /** The known words that a typed one may mean, each with how much it then counts (rule 4). */
    const meant = new Map();
    function formsOf(word) {
      if (!meant.has(word)) meant.set(word, lookUp(word));
      return meant.get(word);
    }

    function lookUp(word) {
      const forms = new Map();
      for (let at = placeOf(known, word); at < known.length && known[at].startsWith(word); at += 1) forms.set(known[at], BEGUN);
      for (const begun of [word, ...begunOtherwise(word)]) {
        for (const other of byStem.get(stem(begun)) || []) forms.set(other, OTHER_FORM);
      }
      if (isKnown(word)) forms.set(word, 1);
      return forms.size > 0 ? forms : withSlips(word);
    }

    function withSlips(word) {
      const forms = new Map();
      const most = word.length >= 8 ? 2 : 1;
      if (word.length < 5 || /\p{N}/u.test(word)) return forms;
      const letters = lettersOf(word);
      for (const [at, other] of known.entries()) {
        if (other.length < word.length - most || other.length < 4 || lettersMissing(letters, knownLetters[at]) > most) continue;
        // A longer word may not be typed to its end yet.
        const begun = other.length > word.length ? slips(word, other.slice(0, word.length), most) : most + 1;
        const whole = other.length <= word.length + most ? slips(word, other, most) : most + 1;
        const least = Math.min(begun, whole);
        if (least <= most) forms.set(other, SLIPS[least]);
      }
      const best = Math.max(...forms.values());
      for (const [other, quality] of forms) if (quality < best) forms.delete(other);
      return forms;
    }

    /** All names of a page, each as all its words and as its telling ones: "Action 1.3: One door" is also "Action 1.3" and "One door". */
    const namesRead = new Map();
    function namesOf(page) {
      if (!namesRead.has(page)) {
        const name = pages.names[page];
        const colon = name.indexOf(": ");
        const parts = page in pages.references && colon > 0 ? [name.slice(0, colon), name.slice(colon + 2)] : [];
        const names = [name, ...parts, ...(pages.other_names[page] || [])];
        namesRead.set(page, names.map(words).map((all) => ({ all, telling: telling(all) })));
      }
      return namesRead.get(page);
    }

    const key = (name) => name.map(stem).join(" ");
    const things = new Map();
    for (const page of Object.keys(pages.other_names).map(Number)) {
      for (const { telling: name } of namesOf(page)) things.set(key(name), [...(things.get(key(name)) || []), page]);
    }

    /** What a query may mean: its own words first, then rule 5. */
    function meanings(typed) {
      const found = [typed];
      const seen = new Set([typed.join(" ")]);
      const add = (start, end, instead) => {
        const meaning = [...typed.slice(0, start), ...instead, ...typed.slice(end)];
        if (found.length < MOST_MEANINGS && !seen.has(meaning.join(" "))) found.push(meaning);
        seen.add(meaning.join(" "));
      };
      for (let start = 0; start < typed.length; start += 1) {
        for (let end = Math.min(typed.length, start + LONGEST_NAME); end > start; end -= 1) {
          const asked = key(typed.slice(start, end));
          for (const page of things.get(asked) || []) {
            for (const { telling: name } of namesOf(page)) if (key(name) !== asked) add(start, end, name);
          }
        }
        const joined = typed[start] + (typed[start + 1] || "");
        if (start + 1 < typed.length && isKnown(joined)) add(start, start + 2, [joined]);
        const word = typed[start];
        for (let at = 3; at <= word.length - 3; at += 1) {
          const parts = [word.slice(0, at), word.slice(at)];
          if (parts.every((part) => tables[0].table.has(part))) add(start, start + 1, parts);
        }
      }
      return found;
    }

    /** How much each page has of some words, and how many of them. */
    function weigh(meaning) {
      const sums = new Float64Array(count);
      const counts = new Uint8Array(count);
      const named = new Uint8Array(count);
      for (const word of meaning) {
        const best = new Float64Array(count);
        for (const [form, quality] of formsOf(word)) {
          const isShortBeginning = quality === BEGUN && word.length < SHORTEST_BEGINNING;
          for (const field of tables) {
            if (isShortBeginning && !field.isName) continue;
            for (const page of pagesWith(field, form)) {
              best[page] = Math.max(best[page], field.weight * quality);
              if (field.isName) named[page] = 1;
            }
          }
        }
        for (let page = 0; page < count; page += 1) {
          if (best[page] > 0) {
            sums[page] += best[page];
            counts[page] += 1;
          }
        }
      }
      return { sums, counts, named };
    }

    /** Rules 2 and 3, for a page that has some of the words in a name. `typed` are all words of the query, `meant` those
     *  that may be meant. */
    function nameCounts(page, meaning, typed, meant) {
      const reference = pages.references[page];
      const asked = meaning.join(" ");
      if (reference !== undefined && words(reference).join(" ") === asked) return WHOLE_REFERENCE;
      let best = 0;
      for (const { all, telling: name } of namesOf(page)) {
        // Small words only tell "Groups" from "All groups".
        if (name.join(" ") === asked) best = Math.max(best, WHOLE_NAME - notIn(typed, all) - notIn(all, typed));
        const share = name.filter((word) => meant.has(word)).length / name.length;
        const begins = formsOf(meaning[0]).has(name[0]) ? NAME_BEGINS_WITH_IT : 0;
        best = Math.max(best, share * NAME_HAS_LITTLE_ELSE + begins);
      }
      return best;
    }

    /**
     * The pages that a query finds, best first, as `{ pages, hasAll, typed, forms }`: whether they have all of its
     * words, which these are, and every word that may have been meant.
     */
    function find(query) {
      const whole = words(query);
      const typed = telling(whole);
      if (typed.length === 0) return { pages: [], hasAll: true };
      const all = meanings(typed);
      const weighed = all.map((meaning, index) => ({ meaning, factor: index === 0 ? 1 : OTHER_WORDS, ...weigh(meaning) }));
      const hasAll = weighed.some(({ meaning, counts }) => counts.includes(meaning.length));
      const most = hasAll ? 0 : Math.max(...weighed[0].counts);
      if (!hasAll && most === 0) return { pages: [], hasAll: false };
      const scores = new Map();
      for (const { meaning, factor, sums, counts, named } of hasAll ? weighed : weighed.slice(0, 1)) {
        const meant = allForms([meaning]);
        const needed = hasAll ? meaning.length : most;
        for (let page = 0; page < count; page += 1) {
          if (counts[page] < needed) continue;
          const score = (sums[page] + (named[page] ? nameCounts(page, meaning, whole, meant) : 0)) * factor * (archived.has(page) ? ARCHIVED : 1);
          if (score > (scores.get(page) || 0)) scores.set(page, score);
        }
      }
      const found = [...scores].sort(([one, high], [other, low]) => low - high || one - other);
      return { pages: found.map(([page]) => page), hasAll, typed, forms: allForms(all) };
    }

    function allForms(meanings) {
      return new Set(meanings.flat().flatMap((word) => [...formsOf(word).keys()]));
    }

    /** Whether a piece of text is one of the words that were meant. */
    function isFound(piece, found) {
      // Most pieces are one plain word; this is asked of every word that is shown.
      if (/^[a-z0-9]+$/i.test(piece)) return found.forms.has(piece.toLowerCase());
      return words(piece).some((word) => found.forms.has(word));
    }

    /** The words by which a page was found that stand neither in its name nor below it, at most three for each. */
    function wordsInText(page, found) {
      const shown = new Set(words(`${pages.names[page]} ${pages.abouts[page]} ${(pages.other_names[page] || []).join(" ")}`));
      const hidden = new Set();
      for (const word of found.typed) {
        const forms = [...formsOf(word)].sort(([, one], [, other]) => other - one).map(([form]) => form);
        if (forms.some((form) => shown.has(form))) continue;
        const inText = forms.filter((form) => tables.some((field) => pagesWith(field, form).includes(page)));
        inText.slice(0, 3).forEach((form) => hidden.add(form));
      }
      return [...hidden];
    }

    return { find, isFound, wordsInText, index };
  }

  window.boardplanSearch = { open };
})();
