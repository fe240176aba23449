# What the views of the window say.

## Weights

weights-no-criteria = no criteria
weights-no-viewpoint = No viewpoint
weights-saved-sets = Saved weight sets
weights-add-to-weigh = Add a criterion to weigh.
weights-locked = Locked: unlock it to move it
weights-make-room = All others make room in proportion; with Alt only those of the same group
weights-even-out = Even out
weights-reset = Reset
weights-unlock-all = Unlock all
weights-viewpoint = Viewpoint { $name }
# Weights have changed since the viewpoint was chosen.
weights-edited = { $name }, edited
weights-lock = Lock { $name }
weights-unlock = Unlock { $name }
weights-weight-is = Weight of { $name }: { $share }
# The field that it is written in.
weights-weight-of = Weight of { $name } in percent
weights-share-of-all = { $name }, { $share } of all weight
weights-at-baseline = { $share } at the baseline

## Ranking

ranking-weighted-mean = weighted mean, 0–100
# The same where there is less room.
ranking-scale = 0–100
ranking-empty = There is nothing to rank yet. Add options and score them.
ranking-click-to-copy = Click to copy
# `bar` is what the bar says, as a sentence.
ranking-row = { $rank } { $option }: { $bar }
ranking-scored = { $share } scored
ranking-scored-for = Scored for { $share } of the weight; missing scores are left out and the other weights scaled up
ranking-gives = { $branch } gives { $value }
ranking-at-baseline = { $value } at the baseline

## Matrix

matrix-missing = missing
matrix-ranked-without = Missing: the option is ranked on its other scores
# How a score may be written.
matrix-how-to-write = 7.5, 6..8 or 6..7..8
# The head of the column of options.
matrix-option = Option
matrix-about-decision = The decision: title, question, context, authors and sources
matrix-baseline = baseline option
matrix-no-cells = There are no cells to paste into. Add an option and a criterion first.
matrix-cell = { $criterion } of { $option }
matrix-worth = { $score } is worth { $value } of 100
matrix-worth-in = { $score } { $unit } is worth { $value } of 100
matrix-score-on = Score, { $criterion }
matrix-decision = The decision: { $title }
matrix-group = Group { $name }, { $share }
matrix-criterion-more = Criterion { $name }, { $share }, more is better
matrix-criterion-less = Criterion { $name }, { $share }, less is better
matrix-criterion-near = Criterion { $name }, { $share }, near the target is better
matrix-option-head = Option { $name }
matrix-baseline-option = Option { $name }, the baseline option
# What is best: a number with its unit.
matrix-near = near { $target }

## Details of what is chosen in the matrix

details-decision = <b>The decision</b>
details-title = Title
details-title-hint = What is to be decided
details-question = Question
details-context = Context
details-authors = Authors
details-authors-note = Authors, separated by semicolons
details-sources = Sources
details-name = Name
details-name-of-option = Name of the option
details-name-of-criterion = Name of the criterion
details-name-of-group = Name of the group
details-description = Description
details-description-of-option = Description of the option
details-description-of-group = Description of the group
details-definition = Definition
details-definition-note = Definition: what is judged, and what a high score means
details-baseline-option = Baseline option
details-baseline-note = the one that the others are compared with
details-score = Score
details-rationale = Rationale
details-rationale-hint = Why this score
details-evidence = Evidence
details-ranked-without = missing: the option is ranked on its other scores
details-low = low
details-likely = likely
details-high = high
details-spread = Spread of the score
details-level = Level
details-option = Option <b>{ $name }</b>
details-criterion = Criterion <b>{ $name }</b>
details-group = Group <b>{ $name }</b>
details-cell = <b>{ $criterion }</b> of <b>{ $option }</b>
# Where an option stands in the ranking; `share` is that of the weight on which it is scored.
details-standing = rank { $rank }, { $value } of 100, { $share } of the weight scored
details-of-all-weight = { $share } of all weight
details-worth = worth { $value } of 100, at { $weight } of the weight
details-ends = worst { $worst } · best { $best }

## Scale of a criterion

scale-scale = Scale
scale-better-answer = The better answer
scale-yes = Yes
scale-no = No
scale-kind = Kind of scale
scale-rating = Rating between two ends
scale-measure = Measured quantity
scale-levels = Named levels
scale-yes-no = Yes or no
scale-worst = Worst
scale-best = Best
# In place of an end that is not set.
scale-from-options = from options
scale-empty-one = Empty one of them to take the ends from the options
scale-unit = Unit
# What follows is one of the three below.
scale-better-is = Better is
scale-more = More
scale-less = Less
scale-near-target = Near a target
scale-direction = Direction
scale-target = Target
scale-value-function = Value function
scale-linear = Linear
scale-curved = Curved
scale-by-points = By points
scale-curvature = Curvature
scale-curvature-note = Above 0 the first steps are worth most, below 0 the last
scale-points = Points
scale-points-note = quantity:value of 0 to 100, for example 3:0/5:60/9:100
scale-levels-note = Levels and their values, 0 to 100
scale-add-level = Add level
# The levels that a scale begins with.
scale-poor = Poor
scale-fair = Fair
scale-good = Good
scale-excellent = Excellent
scale-level = Level { $n }
scale-value-of = Value of { $level }
scale-remove = Remove the level { $level }

## Why what is typed cannot stand

fault-give-name = Give it a name
fault-worst-is-best = Worst and best must differ
fault-worst-above-best = More is better, so worst must lie below best
fault-worst-below-best = Less is better, so worst must lie above best
fault-no-curvature = The curvature is not 0; a large number is as good as straight
fault-level-value = Give a value of 0 to 100
fault-taken = “{ $name }” is taken; choose another name

## Sources and pieces of evidence, by their place

source-hint-words = What it is
source-hint-link = Link
source-words =
    { $of ->
        [evidence] evidence { $n }
       *[source] source { $n }
    }
source-link =
    { $of ->
        [evidence] Link of evidence { $n }
       *[source] Link of source { $n }
    }
source-remove =
    { $of ->
        [evidence] Remove evidence { $n }
       *[source] Remove source { $n }
    }
source-add =
    { $of ->
        [evidence] Add evidence
       *[source] Add source
    }

## Remarks of the checks

remarks-nothing-to-mend = The checks find nothing to mend in this model.
remarks-at-work = Checking
remarks-broke-off = A fault in the program stopped the checks. They run again when something changes; please report it.
remarks-dismissed = Dismissed
remarks-show-me = Show me
remarks-dismiss-hint = Dismiss it with a reason
# The reason follows.
remarks-because = Because
remarks-bring-back = Bring back
# `check` is the id of a check.
remark-at-work = The checks are at work: { $share }.
remark-show-me-where = Show me where: { $check }
remark-reason-to-dismiss = Reason to dismiss { $check }
remark-bring-back = Bring back { $check }

## The bar at the bottom

status-zoom = Zoom
status-nothing-to-save = Nothing to save
status-not-saved = Not saved yet
status-stops-export = Stops the export; nothing is written
status-saved-in = Saved in { $file }
status-not-saved-in = Not saved in { $file } yet
status-last-change = Last change: { $step }
status-undo-by = Undo { $keys }
status-exporting-to = Exporting to { $file }
status-of-export = { $share } of the export
