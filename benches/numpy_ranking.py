"""The work of ranking.rs in numpy: the quickest of many, in seconds, as JSON {size: {what: seconds}}."""

import json

import numpy as np
from timing import quickest

SIZES = [(3, 9), (1_000, 20), (100_000, 20), (1_000_000, 20)]


def rank(scores):
    """Order, best first, and competition ranks; scores within 1e-12 of the one before share a rank."""
    order = np.argsort(-scores, kind="stable")
    ordered = scores[order]
    starts = np.empty(len(scores), dtype=bool)
    starts[0] = True
    starts[1:] = ordered[:-1] - ordered[1:] > 1e-12 * np.abs(ordered[0])
    places = np.arange(1, len(scores) + 1)
    ranks = np.empty(len(scores), dtype=np.int64)
    ranks[order] = np.maximum.accumulate(np.where(starts, places, 0))
    return order, ranks


def main():
    results = {}
    for rows, columns in SIZES:
        random = np.random.default_rng(1)
        # One criterion after the other, as in the program; numpy is at its fastest here too.
        values = np.asfortranarray(random.random((rows, columns)))
        weights = np.arange(1, columns + 1) / np.arange(1, columns + 1).sum()
        moved = columns // 2
        others = weights.copy()
        others[moved] = 0.0
        base = values @ (others / others.sum())
        slope = values[:, moved] - base
        results[f"{rows}x{columns}"] = {
            "weight moved, new ranking": quickest(lambda: rank(base + slope * 0.3)),
            "score and rank": quickest(lambda: rank(values @ weights)),
            "score": quickest(lambda: values @ weights),
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
