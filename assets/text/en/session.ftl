# Steps of the history, as menu and history show them, and what is said about scores that come in.

step-describe-decision = Describe the decision
step-dismiss = Dismiss { $check }
step-bring-back = Bring back { $check }
step-import = Import: { $summary }
step-save-viewpoint = Save viewpoint { $name }
step-rename-viewpoint = Rename viewpoint to { $name }
step-delete-viewpoint = Delete viewpoint { $name }
step-choose-viewpoint = Viewpoint { $name }
step-add-criterion = Add criterion
step-add-group = Add group
step-add-option = Add option
step-duplicate = Duplicate { $name }
step-delete = Delete { $name }
step-move = Move { $name }
step-describe = Describe { $name }
step-rename = Rename { $from } to { $to }
step-change-scale = Change the scale of { $criterion }
step-weight = { $name } { $from } to { $to }
step-lock = Lock { $name }
step-unlock = Unlock { $name }
step-unlock-all = Unlock all weights
step-even-out = Even out the weights
step-reset-weights = Reset the weights
step-set-weights = Set the weights
step-weigh-top = Weigh the criteria
step-weigh = Weigh { $group }
step-compare-with = Compare with { $option }
step-compare-with-none = Compare with no option
step-clear-score = Clear { $option } on { $criterion }
step-score = Score { $option } on { $criterion }
step-rationale = Rationale of { $option } on { $criterion }
step-evidence = Evidence of { $option } on { $criterion }
step-label-discard = Discard what was recovered
step-clear =
    { $count ->
        [one] Clear a score
       *[other] Clear { $count } scores
    }
step-paste =
    { $count ->
        [one] Paste a score
       *[other] Paste { $count } scores
    }

## Scores that come in

incoming-nothing-pasted = Nothing was pasted. { $why }
incoming-cell = { $option } on { $criterion }: { $reason }
incoming-misfit = { $option } on { $criterion }: { $reason }
    .remedy = mend it in the table, or leave the criterion out
incoming-typed-no-level = “{ $text }” is no level here
    .remedy = use { $levels }
incoming-no-level = "{ $text }" is no level here
    .remedy = use { $levels }
incoming-word-on-numbers = "{ $text }" is a word, but the scale here is one of numbers
incoming-other-unit = it is in { $unit }, but the scale here is in { $here }
incoming-nothing-changes = nothing changes

## Ways to merge

merge-add = Add what is new
merge-update = Update by name
merge-replace = Replace the matrix

## What is called so until somebody names it

new-name-option = New option
new-name-criterion = New criterion
new-name-group = New group
new-name-decision = Untitled

## Heads of the ranking, as it goes to the clipboard

ranking-head-rank = Rank
ranking-head-option = Option
ranking-head-value = Value
ranking-head-scored = Scored
