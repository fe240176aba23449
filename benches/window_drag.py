#!/usr/bin/env python3
"""Times a frame of the real window while the mouse drags its first slider, with nothing that reads the window.

    benches/window_drag.py PROGRAM FILE        # as root, for perf; needs Xvfb, xdotool and binutils

PROGRAM is a release that keeps its symbols (CARGO_PROFILE_RELEASE_STRIP=false), FILE a decision without groups. Frames are
counted where the program begins one, by a probe of the kernel; the time is that of the thread of the window alone.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOVES, PAUSE = 200, 0.03
START, TOP = 60, 159  # the slider of the first criterion, in a window of 1280 x 800
PROBES = Path("/sys/kernel/tracing/uprobe_events")
PAGE = 0x1000  # between the places of code in the file and in memory


def xdotool(environment, *arguments):
    words = ["xdotool", *map(str, arguments)]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False).stdout.split()


def frame_function(program):
    symbols = subprocess.run(["nm", program], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^(\w+) T \S*counterpoise\.\.app\.\.App\S*epi\.\.App\S*2ui17h", symbols, re.M)[1], 16) - PAGE


def drag(program, file, environment):
    window = subprocess.Popen([program, file], env=environment, stdout=subprocess.DEVNULL)
    while not (found := xdotool(environment, "search", "--onlyvisible", "--pid", window.pid, "--name", "Counterpoise")):
        time.sleep(0.2)
    time.sleep(2)
    xdotool(environment, "windowfocus", found[0], "mousemove", START, TOP)
    # A press is where the mouse is when the frame that sees it begins.
    for step in (["mousedown", 1], ["mousemove", START + 20, TOP]):
        time.sleep(0.5)
        xdotool(environment, *step)
    time.sleep(1)
    counter = subprocess.Popen(["perf", "stat", "-x,", "-e", "counterpoise:frame", "-p", str(window.pid)],
                               stderr=subprocess.PIPE, text=True)
    time.sleep(0.5)
    spent = Path(f"/proc/{window.pid}/task/{window.pid}/schedstat")
    before = int(spent.read_text().split()[0])
    moves = []
    for move in range(MOVES):
        moves += ["mousemove", START + 20 + 2 * abs(move % 60 - 30), TOP, "sleep", PAUSE]
    xdotool(environment, *moves)
    after = int(spent.read_text().split()[0])
    counter.send_signal(signal.SIGINT)
    frames = int(counter.communicate()[1].split(",")[0])
    window.kill()
    print(f"{frames} frames, {(after - before) / frames / 1e6:.2f} ms each")


def main(program, file):
    program = str(Path(program).resolve())
    PROBES.write_text(f"p:counterpoise/frame {program}:{frame_function(program):#x}\n")
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as numbers:
            display = ":" + numbers.readline().strip()
        environment = {"HOME": home, "PATH": os.environ["PATH"], "DISPLAY": display,
                       "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
        try:
            drag(program, file, environment)
        finally:
            server.kill()
            PROBES.write_text("")


if __name__ == "__main__":
    main(*sys.argv[1:])
