# What can be wrong in a text that is read, and in `remedy` what to do about it.

## How numbers, scores and the like are written

flaw-no-directive = there is no directive "{ $word }"
    .remedy = use one of { $known }; an option whose name begins with # is written \#
flaw-not-finite = "{ $text }" is not a finite number
    .remedy = give a finite number
flaw-not-a-number = "{ $text }" is not a number
    .remedy = write it like 1234.5, without unit or spaces
flaw-no-range = "{ $text }" is no range
    .remedy = write low..high or low..likely..high
flaw-no-ends = "{ $text }" is no range
    .remedy = write worst..best, such as 8000..4000
flaw-no-score = { $what }
    .remedy = give a number, low..high, low..likely..high, or nothing or ? where it is missing
flaw-no-direction = "{ $text }" is no direction
    .remedy = write max, min, or target=5
flaw-no-value-function = "{ $text }" is no value function
    .remedy = write quantity:value points, such as 3:0/9:100, or exponential=0.5
flaw-level-without-value = the level "{ $level }" has no value
    .remedy = write levels such as poor=0/fair=40/good=100

## Rows and cells

flaw-too-many-cells =
    { $columns ->
        [one] the row has more than the { $columns } cell of the header
       *[other] the row has more than the { $columns } cells of the header
    }
    .remedy = give each row as many cells as the header, and quote a cell that holds the separator
flaw-too-many-columns = there are more than { $most } columns
    .remedy = leave some out
flaw-too-few-cells =
    { $cells ->
        [one] the row has { $cells } cell, the header { $columns }
       *[other] the row has { $cells } cells, the header { $columns }
    }
    .remedy = give each row as many cells as the header, and quote a cell that holds the separator
flaw-open-quote = this quote is never closed
    .remedy = close it
flaw-quote-goes-on = a quoted cell goes on behind its quote
    .remedy = double quotes within it

## Decision CSV

flaw-no-criteria = the header row names no criteria
    .remedy = begin with a row such as option,Price,Comfort, separated by commas, semicolons or tabs
flaw-criterion-without-name = the criterion has no name
    .remedy = name it, or delete the column
flaw-two-columns-called = columns { $first } and { $second } are both called "{ $name }"
    .remedy = give each criterion a name of its own
flaw-given-twice = { $word } was already given in row { $row }
    .remedy = keep one of the two
flaw-directive-below = the directive { $directive } stands below options
    .remedy = move it above them; an option whose name begins with # is written \#
flaw-option-without-name = the option has no name
    .remedy = name it, or delete the row
flaw-two-rows-called = rows { $first } and { $second } are both called "{ $name }"
    .remedy = give each option a name of its own
flaw-no-level = there is no level "{ $name }"
    .remedy = use one of { $known }
flaw-negative-weight = the weight is { $number }
    .remedy = give a number of 0 or more
flaw-weight-missing = the weight is missing
    .remedy = give one to every criterion (0 to leave it out), or to none
flaw-weights-all-zero = all weights are 0
    .remedy = give at least one criterion a weight above 0
flaw-weights-too-large = the weights are too large to be added
    .remedy = divide them all by the same number
flaw-path-without-name = a group in the path has no name
    .remedy = write a path such as Money/Running costs
flaw-path-too-deep = the path has { $groups } groups; a value tree is at most { $most } levels deep
    .remedy = put some groups side by side
flaw-not-with-levels = a criterion with #levels has no { $directive }
    .remedy = leave this cell or that of #levels empty
flaw-no-preference = "{ $text }" is no preference function
    .remedy = use one of { $known }
flaw-negative-threshold = the threshold is { $number }
    .remedy = give a number of 0 or more

## Judgements in files of their own

flaw-nothing-to-compare = the header row names nothing to compare
    .remedy = begin with a row such as { $example }, separated by commas, semicolons or tabs
flaw-too-many-names = there are { $count } names, and at most { $most } are compared
    .remedy = compare groups of them first
flaw-column-without-name = column { $column } has no name
    .remedy = name it, or delete the column
flaw-two-column-names = two columns are called "{ $name }"
    .remedy = give each a name of its own
flaw-no-such-row = no row is called "{ $word }"
    .remedy = begin it with one of { $known }
flaw-missing-rows = there is no row { $missing }
    .remedy = add it below the header
flaw-not-in-header = { $word } names "{ $name }", which is not in the header
    .remedy = name one of { $known }
flaw-too-many-grades = the row has { $grades } grades for { $names } names
    .remedy = give one for each name
flaw-no-grade = "{ $text }" is no grade
    .remedy = give a number { $range }
flaw-grade-missing = there is no grade
    .remedy = give a number { $range }
flaw-times-itself = "{ $name }" is { $ratio } times itself
    .remedy = write 1, or leave the cell empty
flaw-not-reciprocal = "{ $own }" is { $ratio } times "{ $name }", but in row { $row } "{ $name }" is { $reverse } times "{ $own }"
    .remedy = make them reciprocal, or leave one of the two empty
flaw-no-ratio = "{ $text }" is no ratio that can be used
    .remedy = give a number { $range }, or a fraction such as 1/3
flaw-row-is-no-column = the row is called "{ $name }", as no column is
    .remedy = call it one of { $known }
flaw-two-rows-of-name = rows { $first } and { $second } are both called "{ $name }"
    .remedy = keep one of them
flaw-long-row =
    { $cells ->
        [one] the row has { $cells } cell, the header { $columns }
       *[other] the row has { $cells } cells, the header { $columns }
    }
    .remedy = give each row as many cells as the header
flaw-column-without-row = there is no row "{ $name }", but a column
    .remedy = add a row for each column; its cells may be empty

## Structured texts

# What the parser says, which is English and begins with a small letter.
structure-cut-off = { $parser }
    .remedy = the file seems to be cut off: take an earlier copy, or write what is missing
structure-misplaced = { $parser }
    .remedy = mend it by hand (FORMAT.md says what may stand here), or take an earlier copy
structure-too-deep = this is nested too deeply
    .remedy = a value tree may be { $most } levels deep; put groups side by side
