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
