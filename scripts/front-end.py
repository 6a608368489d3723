#!/usr/bin/python3
"""Opens a notebook in Debian's jupyter-notebook in Chromium, runs all cells, and takes a picture of its first figure.

    scripts/front-end.py [notebook] [picture.png]

Needs jupyter-notebook (scripts/install-jupyter.sh jupyter-notebook) and what drives Chromium (scripts/install-browser.sh).
Works on a copy of the notebook, beside it.
"""
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

from own_kernel import ROOT, installed

DRIVER = ROOT / "tests/site"


def main(name="00-start-here", picture="front-end.png"):
    for program in ("jupyter-notebook", "chromium", "node"):
        if shutil.which(program) is None:
            sys.exit(f"missing: {program}")
    if not (DRIVER / "node_modules").exists():
        sys.exit("missing: the driver of Chromium. Run scripts/install-browser.sh")
    work = ROOT / "notebooks"
    copy = work / f"front-end-{name}.ipynb"
    shutil.copy(work / f"{name}.ipynb", copy)
    port = free_port()
    with installed():
        server = subprocess.Popen(["jupyter-notebook", "--no-browser", "--allow-root", f"--port={port}", "--NotebookApp.token=", f"--notebook-dir={work}"], stderr=subprocess.DEVNULL)
        try:
            wait_for(f"http://127.0.0.1:{port}/api")
            driver = subprocess.run(["node", DRIVER / "run-notebook.js", f"http://127.0.0.1:{port}/notebooks/{copy.name}", pathlib.Path(picture).resolve()])
        finally:
            server.terminate()
            server.wait(30)
            copy.unlink()
    sys.exit(driver.returncode)


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
