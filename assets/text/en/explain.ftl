# The sentences about results.

## Who leads

explain-lead-no-options = no options yet
explain-lead-nothing-scored = nothing scored yet
explain-lead-only-option = the only option
explain-lead-only-scored = the only option scored
# On a chip.
explain-lead-tied = tied
explain-lead-all-tie = all options tie
explain-lead-some-tie = { $who } tie
# On a chip; points of 100.
explain-lead-by = leads by { $points }
explain-lead-narrow = a narrow lead
explain-lead-ahead = ahead under these weights
explain-lead-clear = clear under these weights

## What would change the winner

explain-no-contest = A winner can change once two options are scored.
explain-tied = { $who } tie; the slightest move of a weight can part them.
explain-single-criterion = With a single criterion there is no weight to move.
explain-locks-leave-no-room = The locks leave no weight room to move; unlock one to see where the winner changes.
explain-no-weight-changes = No single weight, moved alone, changes the winner.
explain-first-until-rises =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first until <b>{ $criterion }</b> weighs <b>{ $figure }</b> (now { $now }); then { $then } { $then-count ->
        [one] leads
       *[other] lead
    }.
explain-first-until-falls =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first until <b>{ $criterion }</b> falls to <b>{ $figure }</b> (now { $now }); then { $then } { $then-count ->
        [one] leads
       *[other] lead
    }.

## How far the winner rests on one weight

explain-nobody-first = Nothing is scored yet, so nobody is first.
explain-weight-locked = The weight of <b>{ $criterion }</b> is locked.
explain-no-other-makes-room = No other weight can make room for <b>{ $criterion }</b>.
explain-first-whatever =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first whatever <b>{ $criterion }</b> weighs.
explain-first-as-far-as-locks =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first whatever <b>{ $criterion }</b> weighs, as far as the locks let it go.
explain-tie-of-weight = { $who } tie; the slightest move of <b>{ $criterion }</b> parts them.
explain-first-while-within =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first while <b>{ $criterion }</b> weighs <b>{ $least } to { $most }</b> (now { $now }).
explain-first-while-at =
    { $who } { $who-count ->
        [one] stays
       *[other] stay
    } first while <b>{ $criterion }</b> weighs <b>{ $figure }</b> (now { $now }).

## What would put an option first

explain-first-already = <b>{ $option }</b> is first already.
explain-shares-first = <b>{ $option }</b> shares the first rank already.
explain-no-weights = No weights put <b>{ $option }</b> first.
explain-no-weights-locked = No weights put <b>{ $option }</b> first while the locked ones stay.
# Searched for, not proved.
explain-no-weights-found = No weights were found that put <b>{ $option }</b> first.
explain-no-weights-found-locked = No weights were found that put <b>{ $option }</b> first while the locked ones stay.
# `changes` is a list of the three that follow.
explain-first-if = <b>{ $option }</b> would rank first if { $changes }.
explain-weight-rose = { $criterion } rose from { $from } to { $to }
explain-weight-fell = { $criterion } fell from { $from } to { $to }
explain-others-changed =
    { $count ->
        [one] { $count } other weight changed too
       *[other] { $count } other weights changed too
    }
explain-single-none = No single weight, moved alone, puts it first.
explain-single-already = It is first already.
explain-single-does = <b>{ $criterion }</b> alone would do: from { $now } to <b>{ $to }</b>.
explain-no-score-costs = No score on { $criterion } costs <b>{ $option }</b> the first rank.
explain-no-score-puts = No score on { $criterion } puts <b>{ $option }</b> first.
explain-loses-at = <b>{ $option }</b> would lose the first rank at <b>{ $score }</b> on { $criterion } (now { $now }).
explain-loses-at-from-missing = <b>{ $option }</b> would lose the first rank at <b>{ $score }</b> on { $criterion } (now missing).
explain-first-with = <b>{ $option }</b> would rank first with <b>{ $score }</b> on { $criterion } (now { $now }).
explain-first-with-from-missing = <b>{ $option }</b> would rank first with <b>{ $score }</b> on { $criterion } (now missing).

## Why one option is ahead of another

explain-not-comparable = { $first } and { $second } cannot be compared: one of them is not scored.
# `reasons` and `against` are lists of `explain-step`.
explain-ahead = <b>{ $ahead }</b> is ahead of { $behind } by <b>{ $by }</b>: { $reasons }, against { $against }.
explain-ahead-unopposed = <b>{ $ahead }</b> is ahead of { $behind } by <b>{ $by }</b>: { $reasons }; nothing speaks for { $behind }.
explain-ahead-though-level = <b>{ $ahead }</b> is ahead of { $behind } by <b>{ $by }</b>, level on every criterion that weighs.
explain-tie = <b>{ $first }</b> and { $second } tie: { $reasons }, against { $against }.
explain-tie-level = <b>{ $first }</b> and { $second } tie, level on every criterion that weighs.
# A criterion and the points that it gives or takes.
explain-step = { $criterion } ({ $by })
explain-nothing-stands-out = Nothing stands out about <b>{ $option }</b>.
explain-stands-out = <b>{ $option }</b> stands out on { $strengths }.
explain-falls-behind = <b>{ $option }</b> falls behind on { $weaknesses }.
explain-stands-out-and-falls-behind = <b>{ $option }</b> stands out on { $strengths }; it falls behind on { $weaknesses }.

## Who is beaten whatever the weights

explain-beaten-never-first = <b>{ $option }</b> is nowhere better than { $by }, and never first.
explain-beaten-shares-first = <b>{ $option }</b> is nowhere better than { $by }; at best it shares the first rank.
explain-never-first = <b>{ $option }</b> is never first, though no single option is at least as good everywhere.
explain-first-under-some = <b>{ $option }</b> is first under some weights.

## What is to be had for what

explain-no-place-on-axes = No option has a place on both axes.
explain-efficient =
    Of { $known ->
        [one] { $known } option
       *[other] { $known } options
    } { $who-count ->
        [one] { $who-count } is efficient
       *[other] { $who-count } are efficient
    }: <b>{ $who }</b>.
# Efficient, but never chosen: not on the line between two others.
explain-efficient-unsupported =
    Of { $known ->
        [one] { $known } option
       *[other] { $known } options
    } { $who-count ->
        [one] { $who-count } is efficient
       *[other] { $who-count } are efficient
    }: <b>{ $who }</b>. { $unsupported } { $unsupported-count ->
        [one] lies
       *[other] lie
    } between two others: no trade-off puts it first.

## How often an option is first under uncertain weights

explain-first-in-free = { $option } is first in <b>{ $share }</b> of all weightings; its expected rank is { $rank }.
explain-first-in-ranked = { $option } is first in <b>{ $share }</b> of all weightings that keep the order of the weights; its expected rank is { $rank }.
explain-first-in-within = { $option } is first in <b>{ $share }</b> of all weightings within { $distance } points of these weights; its expected rank is { $rank }.
explain-first-in-limits = { $option } is first in <b>{ $share }</b> of all weightings within the limits; its expected rank is { $rank }.
# `criteria` is a list of `explain-weight-of`.
explain-central = <b>{ $option }</b> is first with weights around its central ones, most of all { $criteria }.
explain-central-single = <b>{ $option }</b> is first with weights around its central ones: { $criteria }.
explain-weight-of = { $criterion } { $weight }

## Which methods agree

explain-no-method-can-say = Nothing is scored yet, so no method can say anything.
explain-one-method = The one method that fits puts { $option } first.
explain-all-methods = All { $methods } methods put { $option } first.
explain-first-by =
    { $option } is first by { $count } of { $methods ->
        [one] { $methods } method
       *[other] { $methods } methods
    }.
# `others` is a list of `explain-by`.
explain-first-by-before =
    { $option } is first by { $count } of { $methods ->
        [one] { $methods } method
       *[other] { $methods } methods
    }; { $others }.
explain-by = { $option } by { $count }
explain-normalization-matters =
    What matters most is how scores are made comparable (fixed ranges would settle it). { $decides ->
        [yes] It decides on the winner.
       *[no] It changes the order, not the winner.
    }
explain-compensation-matters =
    What matters most is how far a poor score can be made up for by good ones. { $decides ->
        [yes] It decides on the winner.
       *[no] It changes the order, not the winner.
    }
explain-thresholds-matter =
    What matters most is from which difference on a score counts as better. { $decides ->
        [yes] It decides on the winner.
       *[no] It changes the order, not the winner.
    }
