// What scripts add to pages that are whole without them: the list of figures filters as one types, tables sort, a citation is copied, a menu closes, and the
// language link keeps the place. Nothing is fetched.
(() => {
  "use strict";
  const { copy, copied, sort } = document.body.dataset;

  // Endings that Norwegian and English words take, longest first. A word is found by what is left: «kommune» and «kommunale» are both «kommun».
  const ENDINGS = ["elsene", "ningene", "hetene", "elser", "elsen", "ingene", "inger", "ingen", "heter", "heten", "asjon", "ation", "ande", "ende", "else", "ning", "ane", "ene", "ale", "ere",
    "est", "ing", "het", "ers", "ies", "ed", "al", "er", "en", "et", "es", "ar", "a", "e", "t", "s"];
  const stem = word => {
    const ending = ENDINGS.find(one => word.endsWith(one) && word.length - one.length >= 4);
    return ending ? word.slice(0, -ending.length) : word;
  };

  // Whether two words are one letter apart (two in long words): one put in, left out or exchanged for another.
  const isNear = (a, b) => {
    const most = a.length > 8 ? 2 : 1;
    if (a.length < 5 || Math.abs(a.length - b.length) > most) return false;
    let row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      row = next;
    }
    return row[b.length] <= most;
  };

  function searchable() {
    const field = document.getElementById("search");
    const status = document.getElementById("found");
    if (!field || !status) return;
    const entries = [...document.querySelectorAll("[data-words]")].map(element => {
      const text = element.dataset.words;
      return { element, text, words: [...new Set(text.split(/[^\p{L}\p{N}_]+/u))] };
    });
    const sections = [...document.querySelectorAll("section.catalog")];
    const filters = document.querySelector(".filters");
    const choices = [...filters.querySelectorAll("select")];
    const whole = status.textContent;
    const ways = [
      (word, entry) => entry.text.includes(word) || (word.length > 3 && entry.words.some(one => one.startsWith(stem(word)))),
      (word, entry) => ways[0](word, entry) || entry.words.some(one => isNear(word, one) || isNear(stem(word), stem(one))),
    ];
    const show = () => {
      const words = field.value.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
      const chosen = entries.filter(({ element }) => choices.every(one => !one.value || element.dataset[one.name] === one.value));
      let found = chosen.filter(entry => words.every(word => ways[0](word, entry)));
      const isNearOnly = found.length === 0;
      if (isNearOnly) found = chosen.filter(entry => words.every(word => ways[1](word, entry)));
      const shown = new Set(found);
      for (const entry of entries) entry.element.hidden = !shown.has(entry);
      for (const section of sections) section.hidden = !section.querySelector("[data-words]:not([hidden])");
      status.textContent = found.length === entries.length ? whole
        : found.length === 0 ? status.dataset.none
        : (isNearOnly ? status.dataset.near + ": " : "") + status.dataset.found.replace("{0}", found.length).replace("{1}", entries.length);
    };
    filters.hidden = false;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.addEventListener("input", show);
    choices.forEach(one => one.addEventListener("change", show));
    field.form.addEventListener("submit", event => { event.preventDefault(); show(); });
    show();
  }

  // «85,3», «2 267», «82–88», «+7»: the first number; what is hidden has none and comes last.
  const number = text => {
    const found = /[-−+]?\d[\d\s  ]*(?:[.,]\d+)?/.exec(text);
    return found ? Number(found[0].replace("−", "-").replace(/[\s  +]/g, "").replace(",", ".")) : NaN;
  };

  function sortable(table) {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (table.tBodies.length !== 1 || table.tHead?.rows.length !== 1 || rows.length < 4 || rows.some(row => row.cells.length !== heads.length)) return;
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.title = `${sort} ${button.textContent}`;
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "descending";
        heads.forEach(one => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const isNumeric = rows.some(row => head.align === "right" && !Number.isNaN(number(row.cells[at].textContent)));
        const value = row => isNumeric ? number(row.cells[at].textContent) : row.cells[at].textContent;
        const isTotal = row => row.cells[0].style.fontWeight === "bold";
        const ordered = [...rows].sort((one, other) => {
          const [a, b] = [value(one), value(other)];
          if (isTotal(one) !== isTotal(other)) return isTotal(one) - isTotal(other);
          return Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) - Number.isNaN(b) : (isNumeric ? a - b : a.localeCompare(b, document.documentElement.lang)) * (up ? 1 : -1);
        });
        table.tBodies[0].append(...ordered);
      });
    });
  }

  function copyable(cite) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(cite.querySelector("p").textContent);
      button.textContent = copied;
    });
    if (navigator.clipboard) cite.append(button);
  }

  // One menu is open at a time, and Escape closes it.
  function menus() {
    const all = [...document.querySelectorAll(".tools > details")];
    all.forEach(one => one.addEventListener("toggle", () => one.open && all.forEach(other => { if (other !== one) other.open = false; })));
    document.addEventListener("keydown", event => {
      const open = event.key === "Escape" && all.find(one => one.open);
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    });
  }

  function keepPlace() {
    const link = document.querySelector("a.language");
    link?.addEventListener("click", () => {
      const field = document.getElementById("found") ? document.getElementById("search") : null;
      link.search = field?.value ? "?q=" + encodeURIComponent(field.value) : "";
      if (document.getElementById(location.hash.slice(1))?.tagName.match(/FIGURE|DIV|TR|SECTION/)) link.hash = location.hash;
    });
  }

  searchable();
  document.querySelectorAll("main table:not(.dictionary)").forEach(sortable);
  document.querySelectorAll(".cite").forEach(copyable);
  menus();
  keepPlace();
})();
