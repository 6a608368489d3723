#!/usr/bin/python3
"""Opens a notebook in Debian's jupyter-notebook in Chromium, runs all cells, and takes a picture of a cell's output.

    scripts/front-end.py [notebook] [picture.png]

Chromium is driven by its own debugging protocol. Needs jupyter-notebook (scripts/install-jupyter.sh jupyter-notebook)
and chromium. Works on a copy of the notebooks' folder.
"""
import asyncio
import base64
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

try:
    from tornado.websocket import websocket_connect
except ImportError:
    sys.exit("missing: jupyter-notebook. Debian has it: scripts/install-jupyter.sh jupyter-notebook")

from own_kernel import ROOT, installed

CLEAR = "Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();"
STATE = """JSON.stringify({
  ready: !!(window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()),
  busy: !!(window.Jupyter && Jupyter.notebook && Jupyter.notebook.get_cells().some(c => c.cell_type === 'code' && (c.input_prompt_number === '*' || c.input_prompt_number == null))),
  errors: document.querySelectorAll('.output_error').length,
  pictures: [...document.querySelectorAll('.output_png img')].filter(i => i.naturalWidth > 100).length,
  tables: document.querySelectorAll('.output_html table').length})"""
SHOW = "(document.querySelector('.output_png img') || document.body).scrollIntoView({block: 'center'})"


def main(name="00-start-here", picture="front-end.png"):
    for program in ("jupyter-notebook", "chromium"):
        if shutil.which(program) is None:
            sys.exit(f"missing: {program}")
    with tempfile.TemporaryDirectory(prefix="barometer-front-end-") as folder, installed():
        work = ROOT / "notebooks"
        copy = work / f"front-end-{name}.ipynb"
        shutil.copy(work / f"{name}.ipynb", copy)
        port, debug = free_port(), free_port()
        server = subprocess.Popen(["jupyter-notebook", "--no-browser", "--allow-root", f"--port={port}", "--NotebookApp.token=", f"--notebook-dir={work}"], stderr=subprocess.DEVNULL)
        browser = subprocess.Popen(["chromium", "--headless=new", "--no-sandbox", f"--remote-debugging-port={debug}", "--remote-allow-origins=*",
                                    f"--user-data-dir={folder}", "--window-size=1100,1400", "about:blank"], stderr=subprocess.DEVNULL)
        try:
            asyncio.run(drive(f"http://127.0.0.1:{port}/notebooks/{copy.name}", port, debug, picture))
        finally:
            for process in (browser, server):
                process.terminate()
                process.wait(30)
            copy.unlink()


async def drive(address, port, debug, picture):
    wait_for(f"http://127.0.0.1:{port}/api")
    target = json.load(wait_for(f"http://127.0.0.1:{debug}/json/list"))[0]
    socket_ = await websocket_connect(target["webSocketDebuggerUrl"], max_message_size=100_000_000)
    count = 0

    async def call(method, **parameters):
        nonlocal count
        count += 1
        await socket_.write_message(json.dumps({"id": count, "method": method, "params": parameters}))
        while True:
            message = json.loads(await socket_.read_message())
            if message.get("id") == count:
                return message["result"]

    async def evaluate(script):
        return (await call("Runtime.evaluate", expression=script))["result"].get("value")

    async def until(what):
        for _ in range(240):
            await asyncio.sleep(1)
            state = json.loads(await evaluate(STATE) or "{}")
            if state.get("ready") and what(state):
                return state
        raise TimeoutError(str(state))

    await call("Page.navigate", url=address)
    await until(lambda state: True)
    await evaluate(CLEAR)
    await asyncio.sleep(2)
    state = await until(lambda state: not state["busy"])
    await evaluate(SHOW)
    await asyncio.sleep(2)
    shot = await call("Page.captureScreenshot", format="png")
    pathlib.Path(picture).write_bytes(base64.b64decode(shot["data"]))
    await evaluate("window.onbeforeunload = null; Jupyter.notebook.session.delete();")
    await asyncio.sleep(1)
    print(f"{state['pictures']} pictures, {state['tables']} tables, {state['errors']} errors; look at {picture}")
    if state["errors"] or not state["pictures"]:
        sys.exit(1)


def wait_for(address):
    for _ in range(120):
        try:
            return urllib.request.urlopen(address)
        except OSError:
            time.sleep(.5)
    raise TimeoutError(address)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main(*sys.argv[1:])
