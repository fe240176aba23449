# What the command line says beside the engine's own sentences. Names of commands and flags (such as --method) stay as they
# are, and so do ids.

## Why a command could not do its work, and in `remedy` what to do about it

# Where a table can be read in more than one way; the others say which flags settle it.
cli-file-in-doubt = { $what }
    .remedy =
        { $sheet ->
            [yes] { $range ->
                [yes] { $orientation ->
                    [yes] give --sheet NAME and --range A1:F20 and --orientation rows or columns, or mend the table, or import it in the window, where each of these can be chosen
                   *[no] give --sheet NAME and --range A1:F20, or mend the table, or import it in the window, where each of these can be chosen
                }
               *[no] { $orientation ->
                    [yes] give --sheet NAME and --orientation rows or columns, or mend the table, or import it in the window, where each of these can be chosen
                   *[no] give --sheet NAME, or mend the table, or import it in the window, where each of these can be chosen
                }
            }
           *[no] { $range ->
                [yes] { $orientation ->
                    [yes] give --range A1:F20 and --orientation rows or columns, or mend the table, or import it in the window, where each of these can be chosen
                   *[no] give --range A1:F20, or mend the table, or import it in the window, where each of these can be chosen
                }
               *[no] { $orientation ->
                    [yes] give --orientation rows or columns, or mend the table, or import it in the window, where each of these can be chosen
                   *[no] mend the table, or import it in the window, where each of these can be chosen
                }
            }
        }
cli-at = { $origin }: { $what }
    .remedy = { $remedy }
cli-at-open = { $origin }: { $what }
cli-needs-baseline = { $origin }: { $what }
    .remedy = { $remedy }, such as with --baseline NAME
cli-limit-contradicts = { $origin }: no weights meet { $limit }
    .remedy = change it
cli-limits-contradict = { $origin }: no weights meet { $limits } together
    .remedy = change or leave out one of them
cli-no-options = { $origin }: there are no options, so there is nothing to rank
    .remedy = add at least one of them
cli-no-criteria = { $origin }: there are no criteria, so there is nothing to rank
    .remedy = add at least one of them
cli-unknown-viewpoint = { $origin }: there is no viewpoint "{ $wanted }"
    .remedy =
        { $known-count ->
            [0] it has none
           *[other] use one of { $known }
        }
cli-unknown-criterion = { $origin }: there is no criterion "{ $wanted }"
    .remedy =
        { $known-count ->
            [0] it has none
           *[other] use one of { $known }
        }
cli-unknown-option = { $origin }: there is no option "{ $wanted }"
    .remedy =
        { $known-count ->
            [0] it has none
           *[other] use one of { $known }
        }
cli-criterion-twice = --weights names "{ $name }" twice
    .remedy = name each criterion once
# `errors` is a count with its noun.
cli-unsound = { $origin }: the checks found { $errors }
    .remedy = mend what they name
cli-window = the window broke down: { $reason }
    .remedy = start again, with --renderer wgpu or glow if it happens twice
cli-output = cannot write the result to standard output: { $reason }
    .remedy = check where it leads

## Wrong usage

cli-methods-are-asked = compare asks every method that fits
    .remedy = leave --method and --param out
cli-only-weighted-sum = flips is of the method weighted-sum
    .remedy = for { $method } use sensitivity
cli-only-values = robustness is about the weighted sum of values
    .remedy = leave out --method, --normalization and --param
cli-priorities-for-ahp = --priorities is for ahp
    .remedy = leave it out
cli-ranks-are-counted = { $kind } takes a number of ranks from 1 to { $most }
cli-behind-command = what belongs to a command stands behind it: counterpoise COMMAND SOURCE
cli-no-extension = standard output has no extension to tell the format
    .remedy = give --format
cli-not-written = { $path }: the extension does not name a format that is written
    .remedy = use one of { $known }, or give --format
cli-two-weights = --viewpoint and --weights both set the weights
    .remedy = give one of them
cli-export-format = this --format is for export
    .remedy = a result is printed as table, json, csv or markdown
cli-not-exported = export writes ron, json, xlsx, html, csv, tsv, markdown or xmcda, not table
cli-no-spreadsheet = --sheet, --range and --orientation say where a table is in a spreadsheet (.xlsx, .ods, .xls)
cli-no-pair = write KEY=VALUE, such as v=0.5
cli-not-finite = "{ $text }" is not a finite number
    .remedy = write it like 0.5

## Weights and limits as they are typed

typed-weights-no-points = "{ $text }" gives no points
    .remedy = write NAME=POINTS, such as Price=3
typed-weights-open-quote = a quote is never closed
    .remedy = close it
typed-weights-bad-points = "{ $name }" has the points "{ $points }"
    .remedy = give a number of 0 or more
typed-weights-all-zero = all weights are 0
    .remedy = give at least one criterion points above 0
typed-weights-too-large = the weights are too large to be added
    .remedy = divide them all by the same number
typed-limit-no-relation = nothing is limited
    .remedy = write <=, >= or = between weights and numbers, such as "Price >= 0.2"
typed-limit-strict = "{ $sign }" leaves out what is equal
    .remedy = write <= or >=
typed-limit-missing-at-an-end = a weight or number is missing at an end
    .remedy = write it there
typed-limit-missing-before = a weight or number is missing before "{ $text }"
    .remedy = write it there
typed-limit-missing-behind = a weight or number is missing behind "{ $text }"
    .remedy = write it there
typed-limit-open-quote = a quote is never closed
    .remedy = close it
typed-limit-behind-quote = "{ $text }" stands behind a name in quotes
    .remedy = put +, -, <=, >= or = between them
typed-limit-no-name = it names no criterion
    .remedy = name one, such as "Price >= 0.2"

## What is said about a result

note-no-others = there is only one option, so there is nothing to compare it with
note-nothing-changes = there is only one option, so nothing changes the winner
note-no-weight-changes = there is only one option, so no weight changes the winner
note-keeps-no-limits = { $origin } keeps no limits on weights
note-not-named = --weights does not name { $names }: weight 0
note-no-window = { $reason }; this is the ranking instead
note-built-without = this program was built without its window

## Results for people

line-nothing-to-remark = nothing to remark
line-remark-on = { $id }: { $place }
line-dismissed = dismissed { $id }: { $message }

line-method = { $method }, normalization { $normalization }
line-method-of-values = { $method }, normalization { $normalization }; scores of 0 to 100
line-missing-left-out = Missing scores are left out and the other weights renormalised; coverage is the weight left.
line-ranges-count = A range counts as its middle, low..likely..high as its likely value.

line-tau = tau: agreement with the weighted sum (Kendall tau-b), 1 the same order, -1 the reverse.
# Why a method does not fit, and what to do.
line-left-out = Left out: { $reason }; { $remedy }
line-left-out-too = Left out: { $reason }; { $remedy }. The same goes for { $methods }.

line-whatever-the-weights = Whatever the weights
line-missing-compared = Scores are missing: options are compared on what both have, and who is never first was searched for, not proven.

line-weights = Weights
line-single-scores = Single scores
line-no-single-score = No single score changes who is first.
line-more-scores = and { $count } more; --format csv lists all of them.

line-first = First: <b>{ $names }</b>
line-nobody-first = First: <b>nobody</b>
line-one-weight-moves = One weight moves alone, the others keep their proportions; locked ones stay.
line-searched-in-steps = Searched in steps of { $step } of the way; what comes and goes within one may be missed.
# Who is first then, in a cell of a table.
line-below = below { $weight } { $names }
line-above = above { $weight } { $names }
line-below-and-above = { $below }; { $above }

line-in-percent = SMAA-2; acceptabilities in percent
# `of` is one of the four that follow.
line-samples = { $samples } samples of { $of }, seed { $seed }; standard error at most { $error }.
line-samples-within = { $samples } samples of { $of } that meet { $limits }, seed { $seed }; standard error at most { $error }.
line-any-weights = any weights
line-any-in-order = any weights in the order of those given
line-any-within = any weights within { $distance } of those given
line-any-in-limits = any weights within the limits
line-few-samples = The samples are few; ask for more with --samples.

line-consistency = Consistency ratio { $ratio } (index { $index }, largest eigenvalue { $eigenvalue }); up to 0.10 is usual.
line-no-consistency = Consistency ratio none beyond 15 criteria (index { $index }, largest eigenvalue { $eigenvalue }); up to 0.10 is usual.
line-circles = Triples that run in a circle: { $count }.
line-fits-least = { $criterion } to { $other } fits the others least: given { $given }, fitting { $fitting }.
line-fits-least-then = { $criterion } to { $other } fits the others least: given { $given }, fitting { $fitting }, which makes the ratio { $ratio }.
line-deviation = Greatest deviation (xi) { $deviation }, consistency ratio { $ratio }.

line-preset-size = { $options } x { $criteria }

## Heads of columns, and short entries of cells

head-rank = Rank
head-option = Option
head-score = Score
head-coverage = Coverage
head-method = Method
head-tau = tau
head-criterion = Criterion
head-who-comes-then = Who comes then
head-weight = Weight
head-keeps-the-winner = Keeps the winner
head-keeps-the-order = Keeps the order
# Of a line of weights.
head-all-weights = 0 % to 100 %
head-locked = locked
head-nobody = nobody
head-ranks-listed = Rank 1, 2, …
head-expected-rank = Expected rank
head-confidence = Confidence
head-first = First
head-id = Id
head-title = Title
head-size = Options x criteria
# How much a remark matters, before it.
head-error = error
head-warning = warning
head-note = note
