# What can be wrong with XMCDA, and in `remedy` what to do about it; and what of it is not read.
# `kind` is `alternative` or `criterion`.

xmcda-not-xmcda = this is no XMCDA
    .remedy = give a file whose outermost element is xmcda, or one of another format
xmcda-too-new = this is XMCDA { $version }, and this program reads up to version { $newest }
    .remedy = save it in version 4, or update the program
xmcda-stranger =
    { $kind ->
        [alternative] there is no alternative with the id "{ $id }" in the list of alternatives
       *[criterion] there is no criterion with the id "{ $id }" in the list of criteria
    }
    .remedy = mend the id, or add it to the list
xmcda-no-decision = there are neither alternatives nor criteria in it, but nothing of a decision
    .remedy = give the file that has the performance table
xmcda-only-others = there are neither alternatives nor criteria in it, but { $sections }
    .remedy = give the file that has the performance table
xmcda-too-many-criteria = there are more than { $most } criteria
    .remedy = leave some out
xmcda-no-id =
    { $kind ->
        [alternative] the alternative has no id
       *[criterion] the criterion has no id
    }
    .remedy = give it one
xmcda-id-twice =
    { $kind ->
        [alternative] the id "{ $id }" is given to a second alternative
       *[criterion] the id "{ $id }" is given to a second criterion
    }
    .remedy = change one of them
xmcda-whose-performance = it is open whose performance this is
    .remedy = begin with the alternativeID
xmcda-which-criterion = it is open which criterion this is about
    .remedy = begin with the criterionID
xmcda-twice-in-hierarchy = the hierarchy holds the criterion "{ $id }" twice
    .remedy = keep one of them
xmcda-two-viewpoints-called = two viewpoints are called "{ $name }"
    .remedy = rename one of them

## Scores and scales

xmcda-on = { $option } on { $criterion }: { $what }
    .remedy = { $remedy }
xmcda-of = { $criterion }: { $what }
    .remedy = { $remedy }
xmcda-two-performances = there are two performances
    .remedy = keep one of them
xmcda-many-labels = there are { $labels } labels
    .remedy = give it numbers, or fewer labels
xmcda-no-preference = the preference function is unknown
    .remedy = use one of { $known }
xmcda-no-limit = the limit has no meaning
    .remedy = give an interval with one end, or a label of its scale
xmcda-no-direction = "{ $text }" is no direction
    .remedy = write max or min
xmcda-no-label-of = no label has the value { $number }
    .remedy = give one of the labels of its scale
xmcda-no-label = the score is no label
    .remedy = give one of the labels of its scale
xmcda-no-label-called = there is no label "{ $name }"
    .remedy = give one of the labels of its scale
xmcda-not-a-number = "{ $text }" is no number
    .remedy = give a number, or the criterion a scale of labels
xmcda-no-fraction = this is no fraction
    .remedy = give a numerator, and a denominator other than 0
xmcda-no-truth = "{ $text }" is neither true nor false
    .remedy = write true or false
xmcda-no-points = the fuzzy number has no points
    .remedy = give its points, or a number

## XML

xmcda-nested-too-deeply = this is nested too deeply
    .remedy = put the elements less deep
xmcda-own-entity = the entity &{ $name }; is none of XML's own
    .remedy = write what it stands for
xmcda-bad-attribute = an attribute cannot be read: { $parser }
    .remedy = mend it by hand (FORMAT.md says what may stand here), or take an earlier copy
xmcda-ends-within = the file ends within an element
    .remedy = the file seems to be cut off: take an earlier copy, or write what is missing
xmcda-no-xml = this is no XML: { $parser }
    .remedy = mend it by hand (FORMAT.md says what may stand here), or take an earlier copy

## What is not read, as a sentence in the decision's context

xmcda-remark-first-table = Of { $count } performance tables the first one with scores was read.
xmcda-remark-first-table-called = Of { $count } performance tables the first one with scores, "{ $name }", was read.
xmcda-remark-inactive-criterion = The criterion "{ $id }" is not active and was left out.
xmcda-remark-inactive-alternative = The alternative "{ $id }" is not active and was left out.
# `what` is one of those that follow and begin with a small letter.
xmcda-remark-about = { $criterion }: { $what }.
xmcda-remark-unknown-threshold = the threshold "{ $name }" was left out, because its kind is unknown here
xmcda-remark-threshold-not-constant = the threshold "{ $name }" was left out, because it is not constant
xmcda-remark-function-beside-labels = its value function was left out, because its scale has labels
xmcda-remark-one-end = its scale has but one end, so it runs from the worst to the best option
xmcda-remark-even-steps = its labels have no values in the file and were given even steps, the last one best
xmcda-remark-not-of-lines = its value function is none of straight lines and was left out
xmcda-remark-values-not-read = The criteria values were not read.
xmcda-remark-values-called-not-read = The criteria values "{ $name }" were not read.
# Names of sections of the file.
xmcda-remark-sections-not-read = Not read: { $sections }.

## Names of what has none in the file

xmcda-name-level = Level { $number }
xmcda-name-viewpoint = Viewpoint { $number }
