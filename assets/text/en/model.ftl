# What no decision may be, and in `remedy` what to do about it.

# The first ones stand in what a parser says of a file.
model-empty-id = an id may not be empty
model-long-id = the id "{ $text }" is longer than { $most } bytes
model-two-entries = "{ $id }" has an entry already, and one of the two must go
# What is expected there.
model-map-by-id = a map by id
model-too-sparse = { $options } options have scores on { $criteria } different criteria, and nearly all cells are empty
    .remedy = leave out what is not scored
model-scores-do-not-match =
    { $scores ->
        [one] { $scores } score comes
       *[other] { $scores } scores come
    } for { $options ->
        [one] { $options } option
       *[other] { $options } options
    }
    .remedy = give a score, or none, for each option
model-points = "{ $id }" has { $points } points
    .remedy = give a number of 0 or more
model-all-weights-zero = all weights are zero
    .remedy = give at least one of them a weight above 0

## Where it is: what is wrong stands behind it, and what to do about it is the same

# In the criterion called `name`.
model-in-criterion = { $name }: { $what }
    .remedy = { $remedy }
model-score-of-person = a score of { $person }: { $what }
    .remedy = { $remedy }
model-score-on = { $option } on { $criterion }: { $what }
    .remedy = { $remedy }
model-judgement-of-top-level = the judgement about the top level: { $what }
    .remedy = { $remedy }
model-judgement-of-group = the judgement about "{ $id }": { $what }
    .remedy = { $remedy }
model-comparison-of-options = the comparison of options on "{ $id }": { $what }
    .remedy = { $remedy }

## Names and ids

model-too-deep = the value tree is more than { $most } levels deep
    .remedy = put some groups side by side
model-option-without-name = the option has no name
    .remedy = give it one
model-criterion-without-name = the criterion has no name
    .remedy = give it one
model-group-without-name = the group has no name
    .remedy = give it one
model-viewpoint-without-name = the viewpoint has no name
    .remedy = give it one
model-person-without-name = the person has no name
    .remedy = give it one
model-two-options-called = two options are called "{ $name }"
    .remedy = give each a name of its own
model-two-criteria-called = two criteria are called "{ $name }"
    .remedy = give each a name of its own
model-two-viewpoints-called = two viewpoints are called "{ $name }"
    .remedy = give each a name of its own
model-two-people-called = two people are called "{ $name }"
    .remedy = give each a name of its own
model-two-options-have-id = two options have the id "{ $id }"
    .remedy = change one of them
model-two-nodes-have-id = two criteria or groups have the id "{ $id }"
    .remedy = change one of them
model-two-viewpoints-have-id = two viewpoints have the id "{ $id }"
    .remedy = change one of them
model-two-people-have-id = two people have the id "{ $id }"
    .remedy = change one of them

## What names something that is not there

model-score-on-no-criterion = { $option } has a score on "{ $id }", which is no criterion
    .remedy = use the id of a criterion, or remove the score
model-score-of-person-for-no-option = a score of { $person }: "{ $id }" is no option
    .remedy = use the id of one
model-score-of-person-on-no-criterion = a score of { $person }: "{ $id }" is no criterion
    .remedy = use the id of one
model-no-such-baseline = the baseline is "{ $id }", which is no option
    .remedy = use the id of an option, or leave the baseline out
model-no-such-viewpoint = the chosen viewpoint "{ $id }" does not exist
    .remedy = use the id of a viewpoint, or leave it out
model-lock-on-nothing = the lock on "{ $id }" belongs to no criterion or group
    .remedy = remove it
model-range-for-nothing = the range for the weight of "{ $id }" belongs to no criterion
    .remedy = remove it

## Weights: those of the document, of a viewpoint, or of a person

model-weights-name-nothing =
    { $of ->
        [viewpoint] the viewpoint "{ $name }" names "{ $id }", which is no criterion or group
        [person] the weights of { $name } name "{ $id }", which is no criterion or group
       *[document] the weights name "{ $id }", which is no criterion or group
    }
    .remedy = use the id of a criterion or group, or remove the entry
model-weights-give =
    { $of ->
        [viewpoint] the viewpoint "{ $name }" gives "{ $id }" { $points } points
        [person] the weights of { $name } give "{ $id }" { $points } points
       *[document] the weights give "{ $id }" { $points } points
    }
    .remedy = give a number of 0 or more
model-weights-are-zero =
    { $of ->
        [viewpoint] the weights of the viewpoint "{ $name }" are all zero
        [person] the weights of { $name } are all zero
       *[document] the weights are all zero
    }
    .remedy = give at least one criterion or group a weight above 0

## Scales

model-no-levels = the scale has no levels
    .remedy = add at least two levels with values of 0 to 100
model-level-value = the level "{ $name }" has the value { $number }
    .remedy = give it a value of 0 to 100
model-two-levels-called = two levels are called "{ $name }"
    .remedy = give each level a name and an id of its own
model-level-without-name = a level has no name
    .remedy = give each level a name
model-target-not-finite = the target is not a finite number
    .remedy = give a number
model-against-direction = the range { $worst }..{ $best } runs against the direction
    .remedy = write the worst end first, or change the direction
model-curvature = the value function has the curvature { $rho }
    .remedy = give a number other than 0
model-few-points = the value function has fewer than two points
    .remedy = give two or more
model-bad-point = a point of the value function is not a number, or its value is outside 0 to 100
    .remedy = write points as (quantity, value of 0 to 100)
model-points-out-of-order = the points of the value function are not in rising order
    .remedy = sort them by quantity, each quantity once
model-end-not-finite = an end of the scale is not a finite number
    .remedy = give numbers for worst and best
model-ends-the-same = worst and best are both { $number }
    .remedy = make them differ
model-threshold = the threshold { $name } is { $number }
    .remedy = give a number of 0 or more, or leave it out
model-limit-no-level = the limit is none of the scale's levels
    .remedy = use the id of a level
model-limit-no-number = the limit is no finite number
    .remedy = give a number, or leave it out

## Scores

model-no-such-level = there is no level "{ $id }" on this scale
    .remedy = use the id of one of the scale's levels
model-level-on-numbers = "{ $id }" is a level, but the scale is one of numbers
    .remedy = give a number
model-number-on-levels = the score is a number, but the scale has levels
    .remedy = choose a level
model-score-not-finite = the score is not a finite number
    .remedy = give a finite number, or leave it out
model-score-out-of-order = the ends of the score are not in rising order
    .remedy = write low..likely..high

## Judgements

model-judgement-of-no-group = there is a judgement about "{ $id }", which is no group
    .remedy = mend its id, or remove the judgement
model-options-on-no-criterion = options are compared on "{ $id }", which is no criterion
    .remedy = mend its id, or remove the judgement
model-not-judged = "{ $id }" is not among those that are judged
    .remedy = mend its id, or remove the judgement
model-judged-too-low = "{ $id }" is given { $number }
    .remedy = give a number of { $least } or more
model-two-ranks = "{ $id }" has two ranks
    .remedy = name it once
model-compared-with-itself = "{ $id }" is compared with itself
    .remedy = remove the comparison
model-compared-twice = "{ $one }" and "{ $other }" are compared twice
    .remedy = keep one of the two
model-bad-ratio = "{ $one }" is { $ratio } times "{ $other }"
    .remedy = give a number above 0, such as 3 or 0.5
model-limit-on-nothing = a limit is set on "{ $id }", which is no criterion or group
    .remedy = mend the id, or remove the limit
model-limit-reversed = the weight of "{ $id }" is limited to { $low } to { $high }
    .remedy = give two shares from 0 to 1, the smaller first

## Why a change cannot be made

edit-unknown = there is no "{ $id }" in this decision
edit-taken-id = the id "{ $id }" is taken
edit-taken-name = the name "{ $name }" is taken
    .remedy = choose another one
edit-empty-name = the name is empty
    .remedy = give it at least one letter
edit-into-itself = a group cannot be moved into itself
edit-too-deep = the value tree may be at most { $most } levels deep
    .remedy = put some groups side by side
edit-unfit = { $what }
    .remedy = { $remedy }
