// What holds of every page: it loads whole, its links lead somewhere, it is accessible, it reflows and it prints.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { address, launch, notebooks, open, pages } from "./open-site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Whatever axe-core finds that is serious or critical, one line each. */
const faults = page => page.evaluate(async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
  const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
  return violations.filter(fault => fault.impact === "serious" || fault.impact === "critical")
    .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target} ${node.failureSummary}`));
});

/** No Norwegian is left on an English page: not in pictures and their words, nor in the fixed words of tables. */
async function isEnglish(page) {
  for (const picture of await page.locator("figure img").all()) {
    assert.match(await picture.getAttribute("src"), /-en\.svg$/);
    assert.doesNotMatch(await picture.getAttribute("alt"), /diagram: |Dataene er/);
  }
  assert.equal(await page.locator("main [lang=nb]").count(), 0);
  assert.doesNotMatch(await page.locator("main").textContent(), /Kilde:|Syntetiske data|Last ned|Spørsmål:|Antall svar/);
}

for (const name of pages) {
  test(`${name}: loads whole, is accessible, reflows`, async () => {
    const page = await open(browser, name);
    const english = name.endsWith("-en.html");

    assert.equal(await page.locator("html").getAttribute("lang"), english ? "en" : "nb");
    assert.equal(await page.locator("h1").count(), 1);
    for (const landmark of ["header", "nav", "main", "footer"]) assert.equal(await page.locator(landmark).count(), 1, landmark);

    if (english) await isEnglish(page);

    const levels = await page.locator("h1, h2, h3, h4").evaluateAll(headings => headings.map(heading => +heading.tagName[1]));
    levels.reduce((above, level) => { assert.ok(level <= above + 1, `a heading of level ${level} after one of level ${above}`); return level; }, 0);

    const tables = await page.locator("table").evaluateAll(all => all.map(table => [!!table.caption, [...table.querySelectorAll("th")].every(head => head.scope)]));
    for (const [caption, scopes] of tables) assert.ok(caption && scopes, "a table needs a caption and its headings a scope");

    await page.locator("img").evaluateAll(all => Promise.all(all.map(image => { image.loading = "eager"; return image.decode(); })));
    await page.evaluate(axe);
    assert.deepEqual(await faults(page), []);

    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "the page scrolls sideways");
    await page.evaluate(() => document.querySelectorAll("details").forEach(part => { part.open = true; }));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "the page scrolls sideways when all is unfolded");
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(page.trouble, []);
    await page.context().close();
  });
}

test("without scripts: pictures are there, links lead to files and places that exist, and from the first page to all", async () => {
  const page = await open(browser, null, { javaScriptEnabled: false });
  const places = new Set();
  const links = [];
  for (const name of pages) {
    await page.goto(address(name));
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map(one => one.id),
      links: [...document.querySelectorAll("a, link")].map(one => one.href),
      pictures: [...document.querySelectorAll("figure img")].every(one => one.checkVisibility()),
      buttons: document.querySelectorAll("figure button").length,
    }));
    assert.equal(new Set(found.ids).size, found.ids.length, `${name} has an id twice`);
    assert.ok(found.pictures && found.buttons === 0, name);
    found.ids.forEach(id => places.add(`${address(name)}#${id}`));
    found.links.forEach(href => links.push([address(name), href]));
  }

  const addresses = pages.map(address);
  const broken = links.filter(([, href]) => href.startsWith("file:")).filter(([, href]) => {
    const [file, place] = href.split("#");
    return place && addresses.includes(file) ? !places.has(href) : !existsSync(fileURLToPath(file));
  });
  assert.ok(links.length > 1000);
  assert.deepEqual(broken, []);

  const reached = new Set([address("index.html")]);
  for (const from of reached) {
    for (const [, href] of links.filter(link => link[0] === from)) if (addresses.includes(href.split("#")[0])) reached.add(href.split("#")[0]);
  }
  assert.deepEqual([...reached].sort(), addresses.sort());
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("pages print without navigation, and no figure is cut", async () => {
  for (const name of ["index.html", "site/figures.html", ...notebooks.slice(1, 4), "site/dictionary-en.html"]) {
    const page = await open(browser, name);
    await page.emulateMedia({ media: "print" });
    for (const part of ["nav", "form", ".skip", ".language", ".downloads", "details.code", "figure button"]) {
      for (const one of await page.locator(part).all()) assert.equal(await one.isVisible(), false, `${name} prints ${part}`);
    }
    // A4 less the margins, in CSS pixels.
    const tall = await page.locator("figure img").evaluateAll(all => all.map(image => image.getBoundingClientRect().height).filter(height => height > 261 / 25.4 * 96));
    assert.deepEqual(tall, []);
    assert.equal(await page.locator("figure").evaluateAll(all => all.every(figure => getComputedStyle(figure).breakInside === "avoid")), true);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 10_000, `${name} prints ${pdf.length} bytes`);
    await page.context().close();
  }
});
