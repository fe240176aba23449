"""The work of ranking.rs and methods.rs in numpy, and in pymcdm where that has it: the quickest of many, in seconds, as JSON
{program: {size: {what: seconds}}}."""

import json
import time

import numpy as np
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import vector_normalization

SIZES = [(3, 9), (1_000, 20), (100_000, 20), (1_000_000, 20)]
SECONDS = 3.0


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


def topsis(values, weights, types):
    """Closeness with vector normalisation, ideal and anti-ideal by direction."""
    weighted = values * (weights / np.sqrt(np.einsum("ij,ij->j", values, values)))
    largest, least = weighted.max(axis=0), weighted.min(axis=0)
    ideal, anti_ideal = np.where(types > 0, largest, least), np.where(types > 0, least, largest)
    plus = np.sqrt(((weighted - ideal) ** 2).sum(axis=1))
    minus = np.sqrt(((weighted - anti_ideal) ** 2).sum(axis=1))
    return minus / (plus + minus)


def quickest(work):
    times = []
    work()
    end = time.perf_counter() + SECONDS
    while len(times) < 10 or time.perf_counter() < end:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    results = {"numpy": {}, "pymcdm": {}}
    library = TOPSIS(vector_normalization)
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
        types = np.where(np.arange(columns) % 3 == 1, -1, 1)
        size = f"{rows}x{columns}"
        results["numpy"][size] = {
            "weight moved, new ranking": quickest(lambda: rank(base + slope * 0.3)),
            "score and rank": quickest(lambda: rank(values @ weights)),
            "score": quickest(lambda: values @ weights),
            "topsis, score and rank": quickest(lambda: rank(topsis(values, weights, types))),
        }
        results["pymcdm"][size] = {
            "topsis, score and rank": quickest(lambda: rank(library(values, weights, types))),
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
