"""How the scripts in numpy take their times."""

import time

SECONDS = 3.0
PATIENCE = 10 * SECONDS


def quickest(work, least=3):
    """The quickest of all runs within three seconds, in seconds: no fewer than `least`, unless they take half a minute."""
    work()
    best, runs, total = float("inf"), 0, 0.0
    while total < SECONDS or runs < least and total < PATIENCE:
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        best, runs, total = min(best, taken), runs + 1, total + taken
    return best
