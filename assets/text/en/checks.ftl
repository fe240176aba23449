# What the checks of a model remark, and in `remedy` what to do about it. Both are whole sentences.
#
# `of` says what judgements are about: `top` the top level of criteria, `group` the group `name`, `options` the options on
# the criterion `name`.

# In place of remarks that are too many to be listed; what to do stands with those that are.
checks-same-for-options =
    { $count ->
        [one] The same holds for { $count } option.
       *[other] The same holds for { $count } options.
    }
checks-same-for-scores =
    { $count ->
        [one] The same holds for { $count } score.
       *[other] The same holds for { $count } scores.
    }
checks-same-for-pairs =
    { $count ->
        [one] The same holds for { $count } pair.
       *[other] The same holds for { $count } pairs.
    }

checks-not-compared = Not all options were compared for { $checks }: there are too many.
    .remedy = Take out options that are out of the question, and check again.

## The result

checks-fails-at-least = { $option } comes first, but fails a limit: { $criterion } must be at least { $limit }.
    .remedy = Take it out of the contest, or ask whether the limit is one.
checks-fails-at-most = { $option } comes first, but fails a limit: { $criterion } must be at most { $limit }.
    .remedy = Take it out of the contest, or ask whether the limit is one.
checks-fails-level = { $option } comes first, but fails a limit: { $criterion } must be { $level } or better.
    .remedy = Take it out of the contest, or ask whether the limit is one.

# `seen` are one or more of the five that follow, as sentences.
checks-no-clear-winner = { $seen }
    .remedy = Take the first ones as level, and look for what would tell them apart.
checks-seen-tie = { $first } and { $second } tie at { $value }.
checks-seen-narrow = { $first } leads { $second } by { $by } of 100 points.
checks-seen-step-better = One step better for { $option } on { $criterion } puts { $winner } first.
checks-seen-step-worse = One step worse for { $option } on { $criterion } puts { $winner } first.
checks-seen-shift = A weight of { $figure } on { $criterion } (now { $now }) changes the winner.

checks-rank-reversal = Without { $option } the order of two others is another one: { $below } then comes before { $above }.
    .remedy = Give the criteria fixed ranges; then options do not depend on one another.
# `winners` is a list of `checks-wins-by`.
checks-normalization-decides = With relative scores the winner depends on the normalisation: { $winners }.
    .remedy = Give the criteria fixed ranges, and rely on values rather than on relative scores.
checks-method-decides = Other methods see other winners: { $winners }.
    .remedy = Look where they differ: it is often a criterion on which the leader is poor.
checks-wins-by = { $option } by { $by }

checks-ratio-normalization = { $criterion }: the normalisation { $normalization } takes ratios, and { $number } is not above 0.
    .remedy = Use scores above 0, or the normalisation min-max.
checks-ratio-method = { $criterion }: { $method } takes ratios, and { $number } is not above 0.
    .remedy = Use scores above 0, or another method.

## Options

checks-nowhere-better = { $option } is nowhere better than { $by }, and worse on { $worse } of { $criteria } criteria.
    .remedy = No weights put it ahead: look for what speaks for it, or leave it out.
checks-scores-the-same = { $option } scores the same as { $by } on every criterion.
    .remedy = Find a criterion that tells them apart, or keep only one.
checks-never-best = No weights put { $option } first: it is always between others.
    .remedy = Leave it out, or look whether its scores do it justice.

## Scores

checks-nothing-scored = No option is scored yet, so there is nothing to rank.
    .remedy = Score the options, or give ranges where scores are not known.
checks-partly-scored = { $option } is scored on { $coverage } of the weight; the rest is left out and its weight shared among the others.
    .remedy = Score what is missing, or give a range where it is not known.
checks-not-scored = { $option } has no score that counts, and so no place in the ranking.
    .remedy = Score what is missing, or give a range where it is not known.
checks-outside-scale = { $option } scores { $score } on { $criterion }, outside the scale of { $worst } to { $best }; it counts as the end of the scale.
    .remedy = Correct the score, or widen the scale and think again about the criterion's weight.
checks-range-outside-scale = { $option } scores { $from } to { $to } on { $criterion }, outside the scale of { $worst } to { $best }; it counts as the end of the scale.
    .remedy = Correct the score, or widen the scale and think again about the criterion's weight.
checks-mixed-magnitudes = The scores on { $criterion } reach from { $least } to { $most }.
    .remedy = Look whether all are in the same unit; if so, a value function may tell the small ones apart.
checks-false-precision =
    { $count ->
        [one] { $count } score is given on { $criterion } in steps finer than a thousandth of the scale.
       *[other] { $count } scores are given on { $criterion } in steps finer than a thousandth of the scale.
    }
    .remedy = Round them to what can be told apart, or give a range.

## Criteria and their scales

checks-scale-is-flat = The scale of { $criterion } gives every score the same value.
    .remedy = Set a worst and a best that differ, or remove the criterion.
checks-all-score-the-same = All options score { $score } on { $criterion }, whose scale runs from their worst to their best; its value is 0 for all.
    .remedy = Give it a fixed range, or remove it.
# `word` is a word of the criterion's name, such as cost.
checks-would-want-less = { $criterion } speaks of { $word }, of which one would want less, but more counts as better.
    .remedy = Change the direction, or the name if it is meant so.
# Such as quality.
checks-would-want-more = { $criterion } speaks of { $word }, of which one would want more, but less counts as better.
    .remedy = Change the direction, or the name if it is meant so.
checks-levels-at-equal-steps = The { $count } levels of { $criterion } lie { $step } points apart, each from the next.
    .remedy = Ask which step matters more; if they are meant to be equal, say so and dismiss this.
checks-go-hand-in-hand = { $one } and { $other } go hand in hand: correlation { $correlation }.
    .remedy = Ask whether they are one thing that counts twice; if so, join them or share the weight.
checks-whole-beside-parts = { $criterion } is scored beside the other criteria of the group { $group }.
    .remedy = Score either the whole or its parts, not both.

## Weights

checks-weights-never-set = No weight has been set yet: everything counts the same.
    .remedy = Say what matters more, or save the even weights as a viewpoint to show that they are meant.
checks-heavy = { $criterion } has { $weight } of the weight, more than all others together.
    .remedy = Ask whether it hides several criteria that are worth telling apart.
checks-light = { $criterion } has { $weight } of the weight, too little to be felt.
    .remedy = Leave it out, or join it with another one.
checks-several-light = { $count } criteria, { $first } to { $last }, have less than { $limit } of the weight each, too little to be felt.
    .remedy = Leave them out, or join some of them.
checks-separates-little = { $criterion } has { $weight } of the weight, but all options lie within { $points } of 100 points on it.
    .remedy = Look whether the options really are alike here; if so, the weight does more elsewhere.
checks-separates-nothing = { $criterion } has { $weight } of the weight, but all options score the same on it.
    .remedy = Look whether the options really are alike here; if so, the weight does more elsewhere.
checks-splitting-bias =
    { $large } ({ $large_count ->
        [one] { $large_count } criterion
       *[other] { $large_count } criteria
    }, { $large_weight }) weighs as much more than { $small } ({ $small_count ->
        [one] { $small_count } criterion
       *[other] { $small_count } criteria
    }, { $small_weight }) as it has more criteria.
    .remedy = Compare the two as wholes: what is split into more parts easily gets more weight than is meant.
checks-weight-before-range = { $criterion } was given its weight before it had a worst and a best.
    .remedy = Ask again: { $weight } of what swing? Then set the weight anew.
checks-range-changed = { $criterion } ran from { $worst_then } to { $best_then } when its weight was set, and runs from { $worst } to { $best } now.
    .remedy = The swing from worst to best is another one: set the weight anew.
checks-cost-counted-twice = { $criterion } is an axis of the frontier and has { $weight } of the weight besides.
    .remedy = Give it no weight while it is an axis, or take another axis.
checks-tuned-weights =
    { $count ->
        [one] Weights were changed { $count } time with the ranking in sight.
       *[other] Weights were changed { $count } times with the ranking in sight.
    }
    .remedy = Hide the ranking, set the weights once more, and reveal it then.
checks-too-few-samples = Rank acceptabilities are known to { $error } only (one standard error).
    .remedy = Draw more samples: four times as many halve the error.

## Judgements

checks-inconsistent-ratio =
    { $of ->
        [top] The pairwise judgements of the top level have a consistency ratio of { $ratio }, above { $limit }.
        [options] The pairwise judgements of the options on { $name } have a consistency ratio of { $ratio }, above { $limit }.
       *[group] The pairwise judgements of { $name } have a consistency ratio of { $ratio }, above { $limit }.
    }
    .remedy = { $again }
checks-inconsistent-circles =
    { $of ->
        [top] The pairwise judgements of the top level have { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
        [options] The pairwise judgements of the options on { $name } have { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
       *[group] The pairwise judgements of { $name } have { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
    }
    .remedy = { $again }
checks-inconsistent =
    { $of ->
        [top] The pairwise judgements of the top level have a consistency ratio of { $ratio }, above { $limit } and { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
        [options] The pairwise judgements of the options on { $name } have a consistency ratio of { $ratio }, above { $limit } and { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
       *[group] The pairwise judgements of { $name } have a consistency ratio of { $ratio }, above { $limit } and { $circles ->
            [one] { $circles } triple
           *[other] { $circles } triples
        } in a circle.
    }
    .remedy = { $again }
# What to do about inconsistent judgements: one of these two.
checks-ask-again-about = Ask again about { $one } against { $other }: { $given } was said, { $fitting } would fit the other answers.
checks-ask-again-in-circle = Ask again where A is preferred to B, B to C and C to A.
# How many times one thing is more important than another, where it is less.
checks-one-over = 1/{ $number }

checks-too-many-pairs =
    { $of ->
        [top] The pairwise comparison of the top level asks { $pairs } questions.
        [options] The pairwise comparison of the options on { $name } asks { $pairs } questions.
       *[group] The pairwise comparison of { $name } asks { $pairs } questions.
    }
    .remedy = Group them, at most eight together, or ask for swings instead.
checks-entropy-weights =
    { $of ->
        [top] Entropy weights of the top level describe the data, not what anybody prefers.
       *[group] Entropy weights of { $name } describe the data, not what anybody prefers.
    }
    .remedy = Ask somebody for weights, and keep these as a second opinion.
checks-critic-weights =
    { $of ->
        [top] CRITIC weights of the top level describe the data, not what anybody prefers.
       *[group] CRITIC weights of { $name } describe the data, not what anybody prefers.
    }
    .remedy = Ask somebody for weights, and keep these as a second opinion.
checks-deviation-weights =
    { $of ->
        [top] Standard-deviation weights of the top level describe the data, not what anybody prefers.
       *[group] Standard-deviation weights of { $name } describe the data, not what anybody prefers.
    }
    .remedy = Ask somebody for weights, and keep these as a second opinion.
# `limits` is a list of the two that follow.
checks-infeasible-limits = No weights meet these limits together: { $limits }.
    .remedy =
        { $limits-count ->
            [one] Loosen or drop it.
           *[other] Loosen or drop one of them.
        }
checks-limit-within = { $name } between { $low } and { $high }
checks-limit-at-least = { $more } at least as much as { $less }

## People

checks-people-apart = { $option } on { $criterion }: the people lie { $by } of 100 points apart.
    .remedy = Talk about this one first.
checks-different-winners = { $people } people have different winners: { $winners }.
    .remedy = Show who favours what before the group's result.
checks-nobodys-choice = { $option } leads, but only { $first } of { $people } people have it first.
    .remedy = Ask whether a compromise is what is wanted.
checks-too-much-for-a-room =
    { $criteria ->
        [one] { $criteria } criterion
       *[other] { $criteria } criteria
    } and { $options ->
        [one] { $options } option
       *[other] { $options } options
    } are more than a room can discuss.
    .remedy = Screen the options first, and group the criteria: at most { $most_criteria } and { $most_options } work.

## How much a remark matters

severity-error = Error
severity-warning = Warning
severity-note = Note
