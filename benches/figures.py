"""What criterion measured, for the table that `compare` prints and the picture that `plot` draws."""

import functools
import json
import pathlib
import subprocess


@functools.cache
def measured():
    """Where criterion keeps its figures."""
    metadata = ["cargo", "metadata", "--no-deps", "--format-version", "1"]
    metadata = subprocess.run(metadata, check=True, capture_output=True, text=True).stdout
    return pathlib.Path(json.loads(metadata)["target_directory"]) / "criterion"


def quickest(group, work):
    """The quickest sample of a bench, in seconds a run; None where it was not run."""
    file = measured() / group / work / "new" / "sample.json"
    if not file.exists():
        return None
    sample = json.loads(file.read_text())
    return min(time / count for time, count in zip(sample["times"], sample["iters"])) / 1e9


def shown(seconds):
    for unit, scale in ("s", 1), ("ms", 1e-3), ("µs", 1e-6):
        if seconds >= scale:
            return f"{seconds / scale:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"
