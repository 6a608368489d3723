// What a reader does: changes the language, searches, plays with a chart, and all of it by keyboard or without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, launch, open, pages } from "./open-site.js";

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

  for (const [words, title] of [
    ["net balance", /hemmet eller fremmet/], ["factor_economy", /hemmet eller fremmet/], ["private companies", /[Ss]amarbeid/],
    ["figur 3.1", /Jobber med innovasjon/], ["08-partners", /[Ss]amarbeid|[Ss]pred/], ["HAR ARBEIDSPLASSEN JOBBET", /Jobber med innovasjon/],
  ]) {
    await field.fill(words);
    const titles = await page.locator("[data-words]:visible h3").allInnerTexts();
    assert.ok(titles.length > 0 && titles.length < all, `${words}: ${titles.length} of ${all}`);
    assert.ok(titles.some(one => title.test(one)), `${words}: ${titles}`);
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

test("every figure turns into a chart with the same words, and back", async () => {
  let charts = 0;
  for (const name of pages.filter(name => /^site\/\d/.test(name))) {
    const page = await open(browser, name);
    for (const figure of await page.locator("figure").all()) {
      const picture = figure.locator("img");
      const words = await picture.getAttribute("alt");
      await figure.getByRole("button").click();
      const chart = figure.locator(".chart");
      assert.equal(await chart.getAttribute("role"), "img");
      await chart.locator(".main-svg").first().waitFor();
      assert.equal(await picture.isVisible(), false);
      assert.equal(await chart.getAttribute("aria-label"), words);
      assert.ok(await chart.locator(".trace").count() > 0, `${name}: an empty chart`);
      if (charts % 10 === 0) {
        await figure.getByRole("button").click();
        assert.equal(await picture.isVisible(), true);
        assert.equal(await figure.locator(".chart").isVisible(), false);
      }
      charts++;
    }
    assert.deepEqual(page.trouble, []);
    await page.context().close();
  }
  assert.ok(charts > 30);
});

test("a chart in a narrow window scrolls by itself, by keyboard too, and prints as its picture", async () => {
  const page = await open(browser, "site/10-drivers-and-barriers.html", { viewport: { width: 320, height: 800 } });
  const figure = page.locator("figure").first();
  await figure.getByRole("button").click();
  const chart = figure.locator(".chart");
  await chart.locator(".main-svg").first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("figure .chart").scrollLeft > 0);

  await page.emulateMedia({ media: "print" });
  assert.equal(await figure.locator("img").isVisible(), true);
  assert.equal(await chart.isVisible(), false);
  await page.context().close();
});

test("a chart says a number of its table when pointed at", async () => {
  const page = await open(browser, "site/02-innovation-activity.html");
  const figure = page.locator("figure").first();
  await figure.getByRole("button").click();
  const bar = figure.locator(".chart .bars .point path").last();
  await bar.waitFor({ state: "attached" });
  const box = await bar.boundingBox();
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  const hover = figure.locator(".hoverlayer text").first();
  await hover.waitFor();
  const number = /\d+,\d/.exec(await hover.textContent())[0];
  assert.ok((await page.locator("table").evaluateAll(all => all.map(table => table.textContent).join())).includes(number));
  await page.context().close();
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
  assert.ok(await page.locator("[data-words] .downloads a").count() > 200);
  await page.locator("h3 a").first().click();
  await page.getByRole("link", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(page.trouble, []);
  await page.context().close();
});

test("a figure keeps its picture when plotly.js is gone", async () => {
  const page = await open(browser);
  await page.route("**/plotly-basic.min.js", route => route.abort());
  await page.goto(address("site/02-innovation-activity.html"));
  const figure = page.locator("figure").first();
  await figure.getByRole("button").click();
  await figure.getByRole("button").waitFor({ state: "detached" });
  assert.equal(await figure.locator("img").isVisible(), true);
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
