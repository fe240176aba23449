"""The work of promethee.rs in numpy, linear preference function, sorted and pair by pair: the quickest of several, in
seconds, as JSON {size: {what: {program: seconds}}}. Both give the same net flows, which is checked first."""

import json

import numpy as np
from timing import quickest

SIZES = [(5_000, 10), (100_000, 10)]
MOST_IN_PAIRS = 5_000
Q, P = 0.05, 0.3


def by_sorting(scores, weights):
    """Net flows from sorted columns and their running sums."""
    rows, columns = scores.shape
    net = np.zeros(rows)
    for column, weight in zip(scores.T, weights):
        order = np.argsort(column)
        x = column[order]
        sums = np.concatenate([[0.0], np.cumsum(x)])

        def leads(lower):
            """What each x leads by beyond `lower`, added up over all others."""
            below = np.searchsorted(x, x - lower, side="left")
            return below * (x - lower) - sums[below]

        def lags(lower):
            """What it is behind by beyond `lower`, added up over all others."""
            above = np.searchsorted(x, x + lower, side="right")
            return (sums[rows] - sums[above]) - (rows - above) * (x + lower)

        flows = (leads(Q) - leads(P) - lags(Q) + lags(P)) / (P - Q)
        net[order] += weight * flows
    return net / (rows - 1)


def by_pairs(scores, weights):
    """Net flows from all pairs, one row against all the others at a time."""
    rows, _ = scores.shape
    net = np.empty(rows)
    for row in range(rows):
        lead = scores[row] - scores
        preference = np.clip((lead - Q) / (P - Q), 0.0, 1.0) - np.clip((-lead - Q) / (P - Q), 0.0, 1.0)
        net[row] = (preference @ weights).sum()
    return net / (rows - 1)


def main():
    results = {}
    for rows, columns in SIZES:
        random = np.random.default_rng(1)
        scores = np.asfortranarray(random.random((rows, columns)))
        weights = np.arange(1, columns + 1) / np.arange(1, columns + 1).sum()
        times = {"numpy": quickest(lambda: by_sorting(scores, weights))}
        if rows <= MOST_IN_PAIRS:
            assert np.allclose(by_sorting(scores, weights), by_pairs(scores, weights), atol=1e-9)
            times["numpy, pair by pair"] = quickest(lambda: by_pairs(scores, weights))
        results[f"promethee {rows}x{columns}"] = {"linear": times}
    print(json.dumps(results))


if __name__ == "__main__":
    main()
