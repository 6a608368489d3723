#!/usr/bin/python3
"""Puts the installed kernel under load, as Jupyter's own client does, and measures it.

    scripts/kernel-stress.py [restarts] [cells]

Start and first cell, later cells, completion, an interrupt, 10 MB of output, many cells, crashes and restarts; at the
end no process and no port may be left. The times are of this machine, busy or not; processor time stands beside them.
"""
import os
import socket
import statistics
import subprocess
import sys
import time

try:
    from jupyter_client.manager import KernelManager
except ImportError:
    sys.exit("missing: jupyter_client. Debian has it: scripts/install-jupyter.sh")

from own_kernel import installed

TIMEOUT = 120
PORTS = ("shell_port", "control_port", "iopub_port", "stdin_port", "hb_port")


def main(restarts=50, cells=1000):
    os.environ["BAROMETER_EXPLORE"] = "1"  # cells that print, and hold numbers, are let run
    with installed() as name:
        manager = KernelManager(kernel_name=name)
        clock = time.monotonic()
        manager.start_kernel()
        client = connect(manager)
        ready = time.monotonic() - clock
        assert run(client, "1 + 1")[0] == "ok"
        say("ready", ready)
        say("ready and first cell", time.monotonic() - clock, f"{processor_time(manager):.2f} s of processor time")

        used = processor_time(manager)
        times = [timed(lambda: run(client, f"var x{i} = {i};\nx{i} + 1")) for i in range(cells)]
        used = (processor_time(manager) - used) / cells
        say(f"a cell, median of {cells}", statistics.median(times), f"{used * 1000:.0f} ms of processor time; 95 % below {sorted(times)[int(cells * .95)] * 1000:.0f} ms, the last {times[-1] * 1000:.0f} ms")

        first = timed(lambda: client.complete("Math.", 5, reply=True, timeout=TIMEOUT))
        times = [timed(lambda: client.complete("Math.S", 6, reply=True, timeout=TIMEOUT)) for _ in range(20)]
        say("completion after the first", max(times), f"first {first:.2f} s")

        clock = time.monotonic()
        status, text = run(client, "for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99));")
        assert status == "ok" and len(text) == 10_000_000, (status, len(text))
        say("10 MB of output", time.monotonic() - clock)

        for code in ("while (true) { }", "while (true) Console.Write('x');"):
            stopped = interrupt(manager, client, code)
            say(f"interrupt of «{code}»", stopped)
            assert stopped < 2, "an endless cell must stop within 2 s"

        processes = [crash(manager, client)]
        for _ in range(restarts):
            processes.append(manager.provisioner.process.pid)
            client.stop_channels()
            manager.restart_kernel(now=False)
            client = connect(manager)
            assert run(client, "1 + 1") == ("ok", "2")
        client.stop_channels()
        ports = [getattr(manager, port) for port in PORTS]
        processes.append(manager.provisioner.process.pid)
        manager.shutdown_kernel()
        time.sleep(1)
        assert not [process for process in processes if alive(process)], "a process is left"
        assert not [port for port in ports if taken(port)], "a port is left"
        print(f"{restarts} restarts and a crash left no process and no port")
        orphan(name)


def orphan(name):
    """A front end that is killed takes its kernel with it."""
    code = f"import time; from jupyter_client.manager import KernelManager as M; m = M(kernel_name='{name}'); m.start_kernel(); print(m.provisioner.process.pid, flush=True); time.sleep(999)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as front_end:
        kernel = int(front_end.stdout.readline())
        time.sleep(5)
        assert alive(kernel), "the kernel ended by itself"
        front_end.kill()
    clock = time.monotonic()
    while alive(kernel):
        assert time.monotonic() - clock < 30, "the kernel outlived its front end"
        time.sleep(.1)
    say("end after the front end was killed", time.monotonic() - clock)


def connect(manager):
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    return client


def run(client, code):
    text = []

    def hear(message):
        content = message["content"]
        text.append(content.get("text") or content.get("data", {}).get("text/plain", "") if message["msg_type"] != "execute_input" else "")

    reply = client.execute_interactive(code, timeout=TIMEOUT, output_hook=hear, allow_stdin=False)
    return reply["content"]["status"], "".join(text)


def interrupt(manager, client, code):
    request = client.execute(code)
    time.sleep(1)
    clock = time.monotonic()
    manager.interrupt_kernel()
    while True:
        reply = client.get_shell_msg(timeout=TIMEOUT)
        if reply["parent_header"].get("msg_id") == request:
            assert reply["content"]["status"] == "error", reply
            return time.monotonic() - clock


def crash(manager, client):
    process = manager.provisioner.process.pid
    client.execute("void again() { again(); }\nagain();")
    for _ in range(300):
        if not manager.is_alive():
            return process
        time.sleep(.1)
    raise AssertionError("the kernel outlived a crash")


def processor_time(manager):
    fields = open(f"/proc/{manager.provisioner.process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(action):
    clock = time.monotonic()
    action()
    return time.monotonic() - clock


def alive(process):
    try:
        os.kill(process, 0)
        return True
    except ProcessLookupError:
        return False


def taken(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def say(what, seconds, more=""):
    print(f"{what}: {seconds:.3f} s{'; ' + more if more else ''}", flush=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
