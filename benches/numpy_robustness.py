"""The work of robustness.rs in numpy: the quickest of many, in seconds, as JSON {size: {what: seconds}}."""

import json

import numpy as np
from timing import quickest

SIZES = [(6, 8), (20, 10)]
SAMPLES = 100_000
# So many samples at a time: all that is done with them stays in the cache.
BLOCK = 2_000


def weights(random, criteria, ranked):
    drawn = random.standard_exponential((BLOCK, criteria))
    if ranked:
        drawn = np.sort(drawn, axis=1)[:, ::-1]
    return drawn / drawn.sum(axis=1, keepdims=True)


def smaa(low, high, ranked=False, second_pass=True):
    """Rank acceptabilities, central weights, pairwise winning indices and confidence factors."""
    random = np.random.Generator(np.random.SFC64(1))
    options, criteria = low.shape
    ranks = np.zeros((options, options), dtype=np.int64)
    ahead = np.zeros((options, options), dtype=np.int64)
    central = np.zeros((options, criteria))
    rows = np.arange(BLOCK)[:, None]
    exact = np.array_equal(low, high)
    draw = lambda: random.random((BLOCK, options, criteria)) * (high - low) + low
    for _ in range(SAMPLES // BLOCK):
        drawn = weights(random, criteria, ranked)
        scores = drawn @ low.T if exact else np.matmul(draw(), drawn[:, :, None])[:, :, 0]
        order = np.argsort(-scores, axis=1)
        places = np.empty_like(order)
        places[rows, order] = np.arange(options)
        ranks += np.bincount((places + options * np.arange(options)).ravel(), minlength=options**2).reshape(options, -1)
        for option in range(options):
            ahead[option] += np.count_nonzero(places[:, option : option + 1] < places, axis=0)
            central[option] += drawn[order[:, 0] == option].sum(axis=0)
    central /= np.maximum(ranks[:, :1], 1)
    confidence = np.zeros(options)
    if second_pass and not exact:
        for _ in range(SAMPLES // BLOCK):
            scores = draw()
            for option in np.flatnonzero(ranks[:, 0]):
                overall = scores @ central[option]
                confidence[option] += np.count_nonzero(overall[:, option] >= overall.max(axis=1))
    return ranks / SAMPLES, central, ahead / SAMPLES, confidence / SAMPLES


def main():
    results = {}
    for options, criteria in SIZES:
        middle = 0.2 + 0.6 * ((0.5 + 0.618033988749895 * np.arange(1, options * criteria + 1)) % 1.0)
        middle = middle.reshape(options, criteria)
        low, high = middle - 0.15, middle + 0.15
        results[f"robustness {options}x{criteria}"] = {
            "score ranges, any weights": quickest(lambda: smaa(low, high)),
            "score ranges, ranked weights": quickest(lambda: smaa(low, high, ranked=True)),
            "score ranges, any weights, first pass": quickest(lambda: smaa(low, high, second_pass=False)),
            "exact scores, any weights": quickest(lambda: smaa(middle, middle)),
        }
    print(json.dumps(results))


if __name__ == "__main__":
    main()
