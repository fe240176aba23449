# What can be wrong with a spreadsheet or another foreign table, and in `remedy` what to do about it; and what can be read in
# more than one way.

sheet-no-such-sheet = there is no such sheet
    .remedy = choose one of those there are
sheet-no-sheet-called = there is no sheet "{ $name }"
    .remedy = use one of { $known }
sheet-reading-does-not-fit = the reading does not fit the table
    .remedy = recognise the table anew
sheet-nearly-empty = the table would be { $rows } rows of { $columns } columns, nearly all empty
    .remedy = choose a smaller range, or clear cells that stand far from the others
sheet-no-table-here = there is no table here
    .remedy = choose a range with the names of the criteria, those of the options, and the scores
sheet-no-table = there is no table of options and criteria
    .remedy = it should have the names of the criteria in its first row, and then one row an option, or the other way round
sheet-nothing-in-it = there is nothing in it
    .remedy = it should have the names of the criteria in its first row, and then one row an option, or the other way round
sheet-nobody-names-options = nothing here names the options
    .remedy = say which row or column does
sheet-no-criteria = there are no criteria
    .remedy = say which rows or columns are criteria

## Cells

sheet-no-cell = "{ $text }" is no cell
    .remedy = write it like C4
sheet-no-area = "{ $text }" is no range of cells
    .remedy = write it like A1:F20
# Where the file holds a formula without its result.
cell-text-uncomputed = (formula without a result)

sheet-error-in-cell = the cell holds the error { $error }
    .remedy = mend the formula, or clear the cell
sheet-not-computed = the file holds a formula here, but not its result
    .remedy = open it in a spreadsheet program, let it calculate, and save it; or type the number
sheet-criterion-without-name = the criterion has no name
    .remedy = name it, or leave it out
sheet-option-without-name = the option has no name
    .remedy = name it, or leave it out
# `first` and `second` are addresses of cells.
sheet-two-criteria = { $first } and { $second } both name a criterion "{ $name }"
    .remedy = give each criterion a name of its own, or leave one out
sheet-two-options = { $first } and { $second } both name an option "{ $name }"
    .remedy = give each option a name of its own, or leave one out
sheet-two-units = the score is in { $unit }, others are in { $known }
    .remedy = give all scores of a criterion in one unit
sheet-no-level = there is no level "{ $name }"
    .remedy = use one of { $known }
sheet-no-answer = "{ $text }" is neither yes nor no
    .remedy = write yes, no, or nothing where it is not known
sheet-no-numbers = "{ $text }" is not a number
    .remedy = give a number, low..high, low..likely..high, or nothing or ? where it is missing
sheet-date-in-cell = the cell holds the date { $text }
    .remedy = give a number; a range such as 4-6 is typed 4..6, so that no date is made of it
sheet-no-number = "{ $text }" is not a number
    .remedy = give a number, or nothing where it is missing

## The file

# `format` is a name of a format. `kind` is what the file is: `xlsx`, `ods`, `xls`, `encrypted`, `xlsb`, `html`, `text`, `zip`
# or `binary`.
sheet-other-format =
    { $kind ->
        [xlsx] the extension says { $format }, but the file is an .xlsx spreadsheet
        [ods] the extension says { $format }, but the file is an .ods spreadsheet
        [xls] the extension says { $format }, but the file is an .xls spreadsheet
        [encrypted] the extension says { $format }, but the file is protected by a password
        [xlsb] the extension says { $format }, but the file is an .xlsb spreadsheet
        [html] the extension says { $format }, but the file is a web page (HTML)
        [text] the extension says { $format }, but the file is a plain text
        [zip] the extension says { $format }, but the file is a zip archive, but no spreadsheet
       *[binary] the extension says { $format }, but the file is no spreadsheet
    }
    .remedy =
        { $kind ->
            [xlsx] rename it to end in .xlsx
            [ods] rename it to end in .ods
            [xls] rename it to end in .xls
            [text] rename it to end in .csv
            [html] open it in a spreadsheet program and save it as .xlsx or .ods
            [xlsb] open it in a spreadsheet program and save it as .xlsx or .ods
           *[binary] take a spreadsheet, or a table as CSV
        }
sheet-protected = the spreadsheet is protected by a password
    .remedy = open it in a spreadsheet program and save it without one
# `error` is what a library says, in English.
sheet-damaged = the spreadsheet is damaged or cut off ({ $error })
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-no-workbook = the spreadsheet is damaged or cut off (it holds no workbook)
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-record-cut-off = the spreadsheet is damaged or cut off (a record is cut off)
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-sheet-misplaced = the spreadsheet is damaged or cut off (a sheet is not where it should be)
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-falls-apart = the spreadsheet is damaged or cut off (it does not hold together)
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-ends-too-early = the spreadsheet is damaged or cut off (its content ends too early)
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-own-entity = the spreadsheet is damaged or cut off (it uses an entity of its own, "{ $name }")
    .remedy = take an earlier copy, or open it in a spreadsheet program and save it again
sheet-announces-too-much = the list of texts announces more than it holds
    .remedy = take an undamaged copy
sheet-many-sheets = the spreadsheet holds more than { $most } sheets
    .remedy = leave out what the decision does not need
sheet-many-cells = the spreadsheet holds more than { $most } cells
    .remedy = leave out what the decision does not need
sheet-much-text = the spreadsheet holds more than { $mebibytes } MiB of text
    .remedy = leave out what the decision does not need
sheet-many-rows = the spreadsheet holds more than { $rows } rows or { $columns } columns
    .remedy = leave out what the decision does not need
sheet-many-parts = the spreadsheet holds more than { $most } parts
    .remedy = leave out what the decision does not need
sheet-large-part = the spreadsheet holds { $bytes } bytes or more in one part ("{ $name }"), or too many in all; it may be a zip bomb
    .remedy = leave out what the decision does not need
sheet-many-records = the spreadsheet holds more than { $mebibytes } MiB of records
    .remedy = leave out what the decision does not need
sheet-wide-sheets = the spreadsheet holds sheets whose cells span too much; delete cells far from the table, or save it as .xlsx
    .remedy = leave out what the decision does not need
sheet-unreadable-sheets = the spreadsheet holds more sheets than can be read
    .remedy = leave out what the decision does not need
sheet-not-sound = this is not sound { $encoding } text
    .remedy = save the file as UTF-8
sheet-unknown-encoding = the encoding of the text cannot be told
    .remedy = save the file as UTF-8
# What a library says, in English.
sheet-not-csv = { $error }
    .remedy = save it again as CSV
sheet-long-row = row { $row } has { $cells } cells
    .remedy = leave some out

## Own workbooks, typed over in a spreadsheet program

sheet-newer-workbook = the spreadsheet was written by a newer version of Counterpoise
    .remedy = update the program
sheet-damaged-decision = the decision on this hidden sheet is damaged ({ $why })
    .remedy = take an earlier copy, or name the sheet with the table, such as Matrix
sheet-row-copied = this row is a copy of row { $row }, and both would be read as the same
    .remedy = delete one of the two rows; what is new is added in the program
sheet-column-copied = this column is a copy of column { $column }, and both would be read as the same
    .remedy = delete one of the two columns; what is new is added in the program
sheet-retyped-no-number = "{ $text }" is not a number
    .remedy = type a number
sheet-retyped-nothing = the cell is empty
    .remedy = type a number
sheet-retyped-no-score = "{ $text }" is no score
    .remedy = type a number, low..high, low..likely..high, or ? where it is missing
sheet-row-added = this row was added in the spreadsheet, and the decision knows no such option
    .remedy = add the option in the program, or delete the row
sheet-half-answer = one answer of a yes/no scale is worth 0 and the other 100
    .remedy = type 0 or 100, or change the scale to levels in the program
sheet-no-lock = "{ $text }" is no lock
    .remedy = type locked, or leave the cell empty
sheet-bad-points = the points are { $points }
    .remedy = type a number of 0 or more
sheet-top-weights-zero = all weights at the top are 0
    .remedy = give at least one criterion or group a weight above 0

## What can be read in more than one way
# `lies` says whether `name` is that of a `row` or a `column`.

open-orientation = nothing says whether the options are the rows or the columns
open-encoding = the text is not UTF-8; its letters were taken to be { $encoding }, look whether they are right
open-tables = there are { $count } tables on this sheet
open-sheets = { $count } sheets hold a table
open-hidden-sheets = only hidden sheets hold a table
open-decimal-mark = "{ $text }" can be a thousand or a fraction
open-decimal-marks = some numbers have a point before the fraction, and some a comma
open-names-of-criteria = nothing here names the criteria; they would be called after their place
open-date = this is a date; a spreadsheet makes one of 4-6, so type such a range as 4..6
open-some-percent =
    { $lies ->
        [row] row { $name } has numbers with a per cent sign and others without
       *[column] column { $name } has numbers with a per cent sign and others without
    }
open-words =
    { $lies ->
        [row] row { $name } holds words that are no scores, or do not repeat
       *[column] column { $name } holds words that are no scores, or do not repeat
    }
open-no-number = "{ $text }" is no number, among scores that are
open-order =
    { $lies ->
        [row] nothing says which of the words in row { $name } is better
       *[column] nothing says which of the words in column { $name } is better
    }

## Ways to read it

way-table-at = the table at { $area }
way-sheet-called = the sheet "{ $name }"
way-point-then = a point begins the fraction, so that it is { $number }
way-comma-then = a comma begins the fraction, so that it is { $number }
way-point-others-thousands = a point begins the fraction, so that the others are thousands
way-comma-others-thousands = a comma begins the fraction, so that the others are thousands
way-all-percent = all are per cent
way-fraction-among-others = 25% is 0.25 among the others
way-leave-it-out = leave it out
way-take-as-levels = take them as levels
way-mend-it = mend it in the table
way-leave-out =
    { $lies ->
        [row] leave row { $name } out
       *[column] leave column { $name } out
    }
way-worst-first = { $order }, worst first

## How a table is read, as the import offers it

# Where a criterion has no other name.
field-called =
    { $lies ->
        [row] row { $name }
       *[column] column { $name }
    }

understanding-number = number
understanding-percent = per cent
understanding-yes-no = yes or no
# Worst first.
understanding-levels = levels: { $levels }

orientation-rows = each option is a row
orientation-columns = each option is a column

role-skip = leave out
role-criterion-names = names of criteria
role-option-names = names of options
role-option = option
role-criterion = criterion

attribute-weight = weight
attribute-direction = direction
attribute-unit = unit
attribute-range = range
attribute-worst = worst end
attribute-best = best end
attribute-low = lower end
attribute-high = upper end
attribute-group = group
attribute-value = value function
attribute-levels = levels
attribute-preference = preference function
attribute-q = threshold q
attribute-p = threshold p
attribute-s = threshold s
attribute-veto = veto threshold
