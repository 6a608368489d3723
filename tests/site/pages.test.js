// What holds of every page: it loads whole, its links stay in the folder and lead somewhere, it is accessible by day and by night, it reflows and it prints.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { address, documents, launch, notebooks, open, pages } from "./open-site.js";

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

describe("every page", { concurrency: 3 }, () => {
  for (const name of pages) {
    test(`${name}: loads whole, is accessible, reflows`, async () => {
      const page = await open(browser, name);
      const english = name.endsWith("-en.html");
      const isDocument = documents.includes(name);

      assert.equal(await page.locator("html").getAttribute("lang"), english ? "en" : "nb");
      const parts = await page.evaluate(() => Object.fromEntries(["h1", "header", "main", "footer", "header nav"].map(part => [part, document.querySelectorAll(part).length])));
      assert.deepEqual(parts, { h1: 1, header: 1, main: 1, footer: 1, "header nav": 1 });

      if (english && !isDocument) await isEnglish(page);

      const levels = await page.locator("main :is(h1, h2, h3, h4)").evaluateAll(headings => headings.map(heading => +heading.tagName[1]));
      levels.reduce((above, level) => { assert.ok(level <= above + 1, `a heading of level ${level} after one of level ${above}`); return level; }, 0);

      const tables = await page.locator("table").evaluateAll(all => all.map(table => [!!table.caption, [...table.querySelectorAll("th")].every(head => head.scope)]));
      for (const [caption, scopes] of tables) assert.ok((caption || isDocument) && scopes, "a table needs a caption and its headings a scope");

      await page.locator("img").evaluateAll(all => Promise.all(all.map(image => { image.loading = "eager"; return image.decode(); })));
      await page.evaluate(axe);
      assert.deepEqual(await faults(page), []);

      // Twins have one structure: the English one is looked at in the dark.
      if (english) await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 320, height: 800 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "the page scrolls sideways");
      await page.evaluate(() => document.querySelectorAll("details").forEach(part => { part.open = true; }));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, "the page scrolls sideways when all is unfolded");
      assert.deepEqual(await faults(page), []);
      assert.deepEqual(page.trouble, []);
      await page.context().close();
    });
  }
});

test("without scripts: pictures are there; links stay in the folder, lead to files and places that exist, and from the first page to all", async () => {
  const page = await open(browser, null, { javaScriptEnabled: false });
  const places = new Set();
  const links = [];
  for (const name of pages) {
    await page.goto(address(name));
    const found = await page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map(one => one.id),
      links: [...document.querySelectorAll("a, link, img, source, script[src]")].map(one => one.href || one.src || new URL(one.srcset, document.baseURI).href),
      pictures: [...document.querySelectorAll("figure img")].every(one => one.checkVisibility()),
      buttons: document.querySelectorAll("main :is(.tools, table) button").length,
    }));
    assert.equal(new Set(found.ids).size, found.ids.length, `${name} has an id twice`);
    assert.ok(found.pictures && found.buttons === 0, name);
    found.ids.forEach(id => places.add(decodeURI(`${address(name)}#${id}`)));
    found.links.forEach(href => links.push([address(name), href]));
  }

  const addresses = pages.map(address);
  const local = links.filter(([, href]) => href.startsWith("file:"));
  assert.deepEqual(local.filter(([, href]) => !href.startsWith(address(""))), []);
  const broken = local.filter(([, href]) => {
    const [file, place] = href.split("#");
    return place && addresses.includes(file) ? !places.has(decodeURI(href)) : !existsSync(fileURLToPath(file));
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
    const page = await open(browser, name, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    for (const part of ["nav", "form", ".skip", ".language", ".beside", ".downloads", ".cite", "details.code"]) {
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

test("pages weigh what a telephone can carry: the first a quarter of a megabyte, and lists half of one with all their pictures", async () => {
  for (const [name, most] of [["index.html", 250], ["site/figures.html", 900], ["site/02-innovation-activity.html", 700]]) {
    const page = await open(browser);
    const files = new Set();
    page.on("request", request => request.url().startsWith("file:") && files.add(request.url()));
    await page.goto(address(name));
    await page.locator("img").evaluateAll(all => Promise.all(all.map(image => { image.loading = "eager"; return image.decode(); })));
    const weight = [...files].reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0) / 1000;
    assert.ok(weight < most, `${name} weighs ${Math.round(weight)} kB`);
    await page.context().close();
  }
});
