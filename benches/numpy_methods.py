"""The work of methods.rs in numpy and pymcdm: the quickest of many, in seconds, as JSON {size: {what: {program: seconds}}}."""

import json

import numpy as np
from numpy_ranking import SIZES, rank
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import vector_normalization
from timing import quickest


def topsis(values, weights, types):
    """Closeness with vector normalisation, ideal and anti-ideal by direction."""
    weighted = values * (weights / np.sqrt(np.einsum("ij,ij->j", values, values)))
    largest, least = weighted.max(axis=0), weighted.min(axis=0)
    ideal, anti_ideal = np.where(types > 0, largest, least), np.where(types > 0, least, largest)
    plus = np.sqrt(((weighted - ideal) ** 2).sum(axis=1))
    minus = np.sqrt(((weighted - anti_ideal) ** 2).sum(axis=1))
    return minus / (plus + minus)


def main():
    library = TOPSIS(vector_normalization)
    results = {}
    for rows, columns in SIZES:
        values = np.asfortranarray(np.random.default_rng(1).random((rows, columns)))
        weights = np.arange(1, columns + 1) / np.arange(1, columns + 1).sum()
        types = np.where(np.arange(columns) % 3 == 1, -1, 1)
        results[f"{rows}x{columns}"] = {
            "topsis, score and rank": {
                "numpy": quickest(lambda: rank(topsis(values, weights, types))),
                "pymcdm": quickest(lambda: rank(library(values, weights, types))),
            },
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
