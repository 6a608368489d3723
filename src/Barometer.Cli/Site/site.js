// What scripts add to pages that are whole without them: the list of figures filters as one types, a figure turns into an
// interactive chart when asked, and the language link keeps the place. Nothing is fetched but plotly.js from beside this file.
(() => {
  "use strict";
  const { plotly, interactive, static: still } = document.body.dataset;

  function searchable() {
    const field = document.getElementById("search");
    const status = document.getElementById("found");
    if (!field || !status) return;
    const entries = [...document.querySelectorAll("[data-words]")];
    const sections = [...document.querySelectorAll("section.catalog")];
    const whole = status.textContent;
    const show = () => {
      const words = field.value.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const entry of entries) {
        entry.hidden = !words.every(word => entry.dataset.words.includes(word));
        if (!entry.hidden) shown++;
      }
      for (const section of sections) section.hidden = !section.querySelector("[data-words]:not([hidden])");
      status.textContent = words.length === 0 ? whole
        : shown === 0 ? status.dataset.none
        : status.dataset.found.replace("{0}", shown).replace("{1}", entries.length);
    };
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.addEventListener("input", show);
    field.form.addEventListener("submit", event => { event.preventDefault(); show(); });
    show();
  }

  let loading;
  const load = () => loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = plotly;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  async function draw(figure, picture, chart) {
    await load();
    const { data, layout, config } = JSON.parse(figure.querySelector("script").textContent);
    const place = document.createElement("div");
    place.className = "chart";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", picture.alt);
    place.tabIndex = 0; // a chart is as wide as on paper: narrow windows scroll it
    picture.after(place);
    await window.Plotly.newPlot(place, data, layout, config);
    return place;
  }

  function interactiveFigure(figure) {
    const picture = figure.querySelector("img");
    const button = document.createElement("button");
    let chart;
    button.type = "button";
    button.textContent = interactive;
    button.addEventListener("click", async () => {
      try {
        chart ??= await draw(figure, picture);
      } catch {
        button.remove(); // the picture stands
        return;
      }
      const toChart = !picture.hidden;
      picture.hidden = toChart;
      chart.hidden = !toChart;
      button.textContent = toChart ? still : interactive;
    });
    figure.querySelector("figcaption").prepend(button);
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
  document.querySelectorAll("figure:has(> script)").forEach(interactiveFigure);
  keepPlace();
})();
