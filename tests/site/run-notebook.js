// Runs all cells of a notebook in jupyter-notebook, as a user does, and takes a picture of its first figure.
//   node run-notebook.js ADDRESS PICTURE      (scripts/front-end.py starts the server)
import { open, launch } from "./open-site.js";

const [, , address, picture] = process.argv;
const browser = await launch();
const page = await open(browser, null, { viewport: { width: 1100, height: 1400 } });
await page.goto(address);
await page.locator("#kernel_indicator_icon.kernel_idle_icon").waitFor({ timeout: 60_000 });
await page.getByRole("link", { name: "Cell", exact: true }).click();
await page.locator("#all_outputs").hover();
await page.locator("#clear_all_output").click();
await page.getByRole("link", { name: "Cell", exact: true }).click();
await page.locator("#run_all_cells").click();
const prompts = page.locator(".code_cell .input_prompt");
await page.waitForFunction(() => [...document.querySelectorAll(".code_cell .input_prompt")].every(prompt => /\[\d+\]/.test(prompt.textContent)), null, { timeout: 240_000 });
const figure = page.locator(".output_png img").first();
const shown = await figure.evaluate(image => image.decode().then(() => image.naturalWidth > 100)).catch(() => false);
await figure.evaluate(image => image.scrollIntoView({ block: "center" }));
await page.screenshot({ path: picture });
const errors = await page.locator(".output_error").count();
console.log(`${await prompts.count()} cells, ${await page.locator(".output_png img").count()} pictures, ${await page.locator(".output_html table").count()} tables, ${errors} errors; look at ${picture}`);
await page.evaluate(() => { window.onbeforeunload = null; return window.Jupyter.notebook.session.delete(); });
await browser.close();
process.exit(errors === 0 && shown ? 0 : 1);
