"""How the scripts in numpy take their times."""

import time

SECONDS = 3.0
PATIENCE = 10 * SECONDS


def quickest(work, least=3):
    """The quickest of all runs within three seconds, in seconds: no fewer than `least`, unless they take half a minute."""
    times = []
    while sum(times) < SECONDS or len(times) <= least and sum(times) < PATIENCE:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
