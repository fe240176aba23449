# What the parts of pictures mean, as phrases without a full stop.

# All of them, as a sentence.
chart-whole = { $parts }.
chart-named = { $name }: { $whole }
chart-of-hundred = { $total } of 100
chart-gives = { $branch } gives { $value }
chart-at-baseline = { $value } at the baseline
# What a score is worth: a figure, a range, and a range with what is most likely in it.
chart-exact = { $value }
chart-range = { $low } to { $high }
chart-spread = { $low } to { $high }, most likely { $likely }
