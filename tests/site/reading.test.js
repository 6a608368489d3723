// What a reader does: changes the language, searches, sorts, goes from page to page, and all of it by keyboard or without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, launch, notebooks, open, pages } from "./open-site.js";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("the language link leads to the same page in English, and back, at the same place", async () => {
  const page = await open(browser, "site/figures.html");
  await page.locator("h3 a").first().click();
  const place = new URL(page.url()).hash;
  assert.notEqual(place, "");

  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(new URL(page.url()).hash, place);
  assert.match(page.url(), /-en\.html/);

  await page.getByRole("link", { name: "Norsk" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "nb");
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("the list of figures filters as one types, in either language, and says how many it shows", async () => {
  const page = await open(browser, "site/figures.html");
  const shown = () => page.locator("[data-words]:visible").count();
  const all = await shown();
  const field = page.getByRole("searchbox");
  const status = page.getByRole("status");
  assert.match(await status.innerText(), /^\d+ figurer og \d+ tabeller$/);

  for (const [words, place] of [
    ["net balance", /#figure-factors-net-balance/], ["factor_economy", /#figure-factors-/], ["private companies", /#figure-partners/],
    ["figur 3.1", /^02-.*#figure-innovated/], ["08-partners", /^08-partners/], ["HAR ARBEIDSPLASSEN JOBBET", /#figure-innovated/],
  ]) {
    await field.fill(words);
    const titles = await page.locator("[data-words]:visible h3").allInnerTexts();
    assert.ok(titles.length > 0 && titles.length < all, `${words}: ${titles.length} of ${all}`);
    const places = await page.locator("[data-words]:visible h3 a").evaluateAll(all => all.map(one => one.getAttribute("href")));
    assert.ok(places.some(one => place.test(one)), `${words}: ${places}`);
    assert.equal(await status.innerText(), `Viser ${titles.length} av ${all}`);
    assert.equal(await page.locator("section.catalog:visible").evaluateAll(sections => sections.every(section => section.querySelector("[data-words]:not([hidden])"))), true);
  }

  await field.fill("finnes ikke her");
  assert.equal(await shown(), 0);
  assert.match(await status.innerText(), /^Ingen treff/);
  await field.fill("");
  assert.equal(await shown(), all);
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("the field of any page leads to the list, filtered; the language link keeps the words", async () => {
  const page = await open(browser, "index.html");
  await page.getByRole("searchbox").fill("strategi");
  await page.keyboard.press("Enter");
  await page.waitForURL(/figures\.html\?q=strategi/);
  const found = await page.locator("[data-words]:visible").count();
  assert.ok(found > 0 && found < await page.locator("[data-words]").count());

  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.getByRole("searchbox").inputValue(), "strategi");
  assert.equal(await page.locator("[data-words]:visible").count(), found);
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("words are found in other forms, and near ones where none is", async () => {
  const page = await open(browser, "site/figures.html");
  const field = page.getByRole("searchbox");
  const titles = async words => { await field.fill(words); return page.locator("[data-words]:visible h3").allInnerTexts(); };
  const status = page.getByRole("status");

  assert.ok((await titles("kommunale")).length > 0);
  assert.deepEqual(await titles("kommunene"), await titles("kommunen"));
  assert.ok((await titles("hemmer")).some(title => /[Hh]emme/.test(title)));
  assert.ok((await titles("samarbeidene")).some(title => /[Ss]amarbeid/.test(title)));
  assert.doesNotMatch(await status.innerText(), /ligner/);
  const right = (await titles("innovasjon")).length;
  assert.ok((await titles("innovasjn")).length > right / 2);
  assert.match(await status.innerText(), /^Ingen treff på ordene; viser det som ligner: Viser/);
  assert.deepEqual(await titles("xyzzy"), []);
  await page.context().close();
});

test("the list is filtered by kind and by whose numbers they are", async () => {
  const page = await open(browser, "site/figures.html");
  await page.locator("select[name=kind]").selectOption("figure");
  await page.locator("select[name=status]").selectOption("published");
  const shown = await page.locator("[data-words]:visible").evaluateAll(all => all.map(one => [one.dataset.kind, one.dataset.status].join()));
  assert.ok(shown.length > 2);
  assert.deepEqual([...new Set(shown)], ["figure,published"]);
  assert.match(await page.getByRole("status").innerText(), new RegExp(`^Viser ${shown.length} av`));
  await page.context().close();
});

test("a table sorts by the column whose heading is pressed, what is hidden last", async () => {
  const page = await open(browser, "site/02-innovation-activity.html");
  const table = page.locator("main table:has(th button):visible").first();
  const head = table.locator("th[scope=col]").filter({ hasText: /prosent|\(n\)/ }).first();
  const column = async () => { const at = await head.evaluate(one => one.cellIndex); return table.locator("tbody tr").evaluateAll((rows, at) => rows.map(row => row.cells[0].style.fontWeight === "bold" ? NaN : parseFloat(row.cells[at].textContent.replace(",", "."))), at); };
  for (const [order, sign] of [["descending", -1], ["ascending", 1]]) {
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), order);
    const [numbers, whole] = [(await column()).filter(one => !Number.isNaN(one)), await column()];
    assert.deepEqual(numbers, [...numbers].sort((a, b) => sign * (a - b)));
    assert.deepEqual(whole.slice(0, numbers.length), numbers);
  }
  await page.context().close();
});

test("a figure has its number, an address of its own, one menu of files in words, and says how to cite it", async () => {
  const page = await open(browser, "site/02-innovation-activity.html");
  const figure = page.locator("figure").first();
  assert.equal(await figure.locator(".permalink").getAttribute("href"), "#" + await figure.getAttribute("id"));
  assert.match(await figure.locator(".permalink").innerText(), /^Figur \d+\.\d+$/);

  const menu = figure.locator(".downloads");
  assert.equal(await menu.locator("a:visible").count(), 0);
  await menu.locator("summary").click();
  assert.deepEqual(await menu.locator("dt").allInnerTexts(), ["For Word", "Tallene", "Mer"]);
  await figure.locator(".cite summary").click();
  await menu.locator("a").first().waitFor({ state: "hidden" }); // a menu hears that another was opened a moment later
  assert.match(await figure.locator(".cite p").innerText(), /^Figur \d+\.\d+ «.+ \(syntetiske data\)»\. Barometer\.Analysis, notatbok 02-innovation-activity, celle .+ Kilde: /);
  await page.keyboard.press("Escape");
  assert.equal(await figure.locator(".cite p").isVisible(), false);
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("a notebook leads to its parts, to all notebooks, and to the one before and after, by their titles", async () => {
  for (const width of [1440, 375]) {
    const page = await open(browser, "site/08-partners-and-spreading.html", { viewport: { width, height: 800 } });
    assert.equal(await page.locator("nav.all a").count(), notebooks.length);
    assert.equal(await page.locator("nav.all [aria-current]").innerText(), await page.locator("h1").innerText());
    for (const link of await page.locator("nav.all a, .steps a").allInnerTexts()) assert.doesNotMatch(link, /\d\d-/);
    await page.locator("#contents a").nth(1).click();
    assert.ok(Math.abs(await page.evaluate(() => document.querySelector(":target").getBoundingClientRect().y)) < 200);
    await page.locator("[rel=next]").click();
    assert.match(page.url(), /09-value-and-evaluation\.html$/);
    await page.context().close();
  }
});

test("the first key leads to the content, and focus can be seen", async () => {
  const page = await open(browser, "site/02-innovation-activity.html");
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  assert.equal(await skip.getAttribute("href"), "#main");
  assert.ok((await skip.boundingBox()).x >= 0);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    assert.notEqual(await page.locator(":focus").evaluate(one => getComputedStyle(one).outlineStyle), "none");
  }
  await page.context().close();
});

test("without scripts the list of figures is whole, and pages lead on", async () => {
  const page = await open(browser, "site/figures.html", { javaScriptEnabled: false });
  assert.equal(await page.locator("[data-words]:visible").count(), await page.locator("[data-words]").count());
  assert.match(await page.locator("noscript").innerText(), /skript/);
  assert.ok(await page.locator("[data-words] .downloads").count() > 50);
  assert.equal(await page.locator(".filters").isVisible(), false);
  await page.locator("h3 a").first().click();
  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("a narrow window has figures drawn for it, where there are such", async () => {
  const page = await open(browser, "site/10-drivers-and-barriers.html", { viewport: { width: 375, height: 800 } });
  for (const source of await page.locator("figure source").all()) {
    assert.match(await source.evaluate(one => one.parentElement.querySelector("img").currentSrc), /-narrow/);
  }
  await page.context().close();
});

test("a notebook holds its finding and the top of its first figure or table within 900 pixels at 1280 wide", async () => {
  const far = [];
  for (const name of pages.filter(name => /^site\/\d/.test(name))) {
    const page = await open(browser, name);
    await page.setViewportSize({ width: 1280, height: 900 });
    const [finding, figure] = await Promise.all(["h1 + p", "main figure, main table"].map(async part => (await page.locator(part).first().boundingBox())?.y ?? Infinity));
    if (!(finding < figure && figure <= 900)) far.push(`${name}: ${finding}, ${figure}`);
    await page.context().close();
  }
  assert.deepEqual(far, []);
});
