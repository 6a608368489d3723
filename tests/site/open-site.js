// The pages of artifacts/, and a browser that shows them as a reader without a network has them.
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { chromium } from "playwright-core";

export const artifacts = fileURLToPath(new URL("../../artifacts/", import.meta.url));

const list = folder => readdirSync(path.join(artifacts, folder)).filter(name => name.endsWith(".html")).map(name => folder + name);

/** Every page of the site, by its path under artifacts/. */
export const pages = [...list(""), ...list("site/")].sort();

/** Every page of a notebook, in Norwegian. */
export const notebooks = pages.filter(name => /^site\/\d.*(?<!-en)\.html$/.test(name));

/** Every page made of a document of the repository; they are in English only. */
export const documents = pages.filter(name => name.startsWith("site/doc-"));

/** The address of a page. */
export const address = name => pathToFileURL(path.join(artifacts, name)).href;

/** Starts Chromium; it must not go to the network even for itself. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A new page that keeps account of all that goes wrong on it and all that it asks for outside the site. */
export async function open(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.trouble = [];
  page.on("console", message => ["error", "warning"].includes(message.type()) && page.trouble.push(message.text()));
  page.on("pageerror", error => page.trouble.push(error.message));
  page.on("requestfailed", request => page.trouble.push(`${request.url()} can't be read`));
  page.on("request", request => request.url().startsWith(address("")) || request.url().startsWith("data:") || request.url().startsWith("blob:") || page.trouble.push(`asks for ${request.url()}`));
  if (name) await page.goto(address(name));
  return page;
}
