# What methods are called.

method-weighted-sum = Weighted sum
method-weighted-product = Weighted product
method-topsis = TOPSIS
method-vikor = VIKOR
method-copras = COPRAS
method-moora = MOORA (ratio system)
method-multimoora = MULTIMOORA
method-waspas = WASPAS
method-aras = ARAS
method-edas = EDAS
method-cocoso = CoCoSo
method-mabac = MABAC
method-codas = CODAS
method-marcos = MARCOS
method-spotis = SPOTIS
method-promethee-ii = PROMETHEE II
method-promethee-i = PROMETHEE I
method-electre-i = ELECTRE I
method-electre-iii = ELECTRE III
method-borda = Borda count
method-copeland = Copeland's rule
method-lexicographic = Lexicographic order
method-maximin = Maximin
method-pugh = Pugh matrix

# What their parameters mean.

parameter-vikor-v = weight of the regret of all criteria together, against that of the worst one
parameter-waspas-lambda = share of the weighted sum; the rest is the weighted product's
parameter-cocoso-lambda = the share of the weighted sum in the third compromise, against that of the sum of powers
parameter-codas-tau = the difference of Euclidean distances from which on taxicab distances count too
parameter-electre-i-c = concordance that outranking takes at least
parameter-electre-i-d = discordance that it bears at most

# Why a method cannot answer, and in `remedy` what to do about it.

methods-unknown-parameter = { $method } has no parameter "{ $name }"
    .remedy =
        { $known-count ->
            [0] it takes none
           *[other] it takes { $known }
        }
methods-parameter-out-of-range = { $method }: the parameter { $name } is { $number }
    .remedy = give a number { $range }
methods-unfit-normalization = { $method } does not take the normalisation { $normalization }
    .remedy = use { $fit }
methods-ratio-needs-positive = { $criterion }: the normalisation { $normalization } takes ratios, and { $number } is not above 0
    .remedy = use scores above 0, or the normalisation min-max
methods-needs-positive = { $criterion }: { $method } takes ratios, and { $number } is not above 0
    .remedy = use scores above 0, or another method
methods-needs-no-negative = { $criterion }: { $method } takes ratios, and { $number } is below 0
    .remedy = use scores of at least 0, or another method
methods-needs-every-score = { $option }, { $criterion }: there is no score, and { $method } cannot do without
    .remedy = fill it in, or use a method that leaves it out, such as weighted-sum
methods-needs-range = { $criterion }: { $method } needs the worst and best of every scale
    .remedy = give the criterion a fixed range
methods-needs-baseline = { $method } compares with a baseline, and no option is marked as one
    .remedy = mark the option to compare with
methods-needs-threshold = { $criterion }: its preference function { $preference } needs the threshold { $threshold }, which { $method } cannot guess
    .remedy = give it, or use the preference function usual
methods-thresholds-out-of-order = { $criterion }: the threshold { $lower } is { $low }, above { $upper }, which is { $high }
    .remedy = { $method } needs { $upper } to be no less than { $lower }, so change one of them
methods-too-many-options = { $method } compares every option with every other one, and { $options } are too many for that
    .remedy = leave out all but { $limit }, or use a method that does not, such as promethee-ii
methods-negative-factor = { $criterion }: { $method } multiplies values, and { $number } is below 0
    .remedy = use the normalisation { $fit }
