# What dialogs say.

## Buttons

button-cancel = Cancel
button-close = Close
button-save = Save
button-discard = Discard
button-save-as = Save as…
button-overwrite = Overwrite
button-replace = Replace
button-open = Open
button-look-at-it = Look at it
button-export = Export
button-import = Import
button-rename = Rename

## Opening, saving, exporting

dialog-new-from-preset = New from preset
dialog-export-matrix = Export the matrix
dialog-recover = Recover
dialog-recover-note = Unsaved work on these decisions was left when the program ended.
dialog-open-decision = Open a decision
dialog-import-matrix = Import a matrix
dialog-save-decision = Save the decision
dialog-no-file-dialog = This desktop shows no file dialog. Type the path of the file.
dialog-path = Path
dialog-path-first = Type a path first
dialog-save-changes = Save the changes?
dialog-unsaved =
    { $name }
    Without saving, the changes since the last save are gone.
# Saving again would not help.
dialog-drafts-only =
    { $name }
    It is saved, but for a text that cannot stand as it is written.
dialog-changed = { $name } has changed on disk
dialog-changed-note = Somebody else, or another program, has written to the file since you opened it. Save under another name to keep both, or overwrite what is there.
dialog-replace = Replace “{ $file }”?
dialog-replace-in = There is a file of that name in { $folder }.
# A choice, and what it is, as a screen reader says it.
dialog-choice = { $name }, { $note }
# What a preset is called in files, and how large it is.
dialog-preset = { $id }, { $size }
dialog-format = .{ $extension }: { $note }
dialog-format-choice = { $name } .{ $extension }: { $note }

# What formats are good for.
format-note-ron = everything, to go on with in Counterpoise
format-note-json = everything, for other programs
format-note-xlsx = weights, values, ranking and charts as formulas that follow every change
format-note-html = one file for the browser: its reader moves the weights and sees the ranking answer
format-note-csv = scores, weights, groups, units and ranges, for spreadsheets and scripts
format-note-tsv = the same, separated by tabs
format-note-markdown = a table to read
format-note-xmcda = for the programs of Decision Deck: criteria, scores, weights, ranks and values

## Viewpoints

dialog-rename-viewpoint = Rename the viewpoint
dialog-save-viewpoint = Save the weights as a viewpoint
dialog-viewpoint-hint = Whose or which view it is
dialog-name-of-viewpoint = Name of the viewpoint
dialog-viewpoint-there = There is a viewpoint of that name; its weights are replaced.

## Help

dialog-about = Counterpoise { $version }
dialog-about-note = A decision matrix: weigh criteria, watch the ranking answer, see what would tip it.
dialog-licence = Licensed under MIT or Apache-2.0, as you like. Type: IBM Plex Sans, SIL Open Font License 1.1.
dialog-keys = Keys
dialog-keys-note = Every command has its key beside it in the menus and under Ctrl+K.

# Keys, and what they do.
key-weight-arrows = Arrows
    .does = one percent less or more
key-weight-shift = Shift with arrows
    .does = ten percent
key-weight-ends = Home, End
    .does = as far as locks leave room
key-weight-alt = Alt with a key or the mouse
    .does = only the same group makes room
key-weight-digits = Digits
    .does = a percentage; Enter sets it, Esc takes it back
key-weight-enter = Enter
    .does = to what the weight is of, below the matrix
key-arrows = Arrows, Tab
    .does = from cell to cell, and up into the heads
key-typing = Typing
    .does = replaces the score: 7.5, 6..8 or 6..7..8
key-enter = Enter, F2
    .does = edits the score, or the name of a head
key-escape = Esc
    .does = takes back what was typed, or leaves the matrix
key-delete = Delete
    .does = clears scores, or deletes an option or criterion
key-shift = Shift with arrows
    .does = a rectangle of cells, to copy, cut or paste
key-clipboard = Ctrl+C, Ctrl+V
    .does = tab-separated text, to and from a spreadsheet
key-ends = Home, End, Page up, Page down
    .does = far across and far down; with Ctrl to the edge
key-alt = Alt with arrows
    .does = moves an option or a criterion

## The preview of a table that comes in

# In place of the name of a file.
import-clipboard = the clipboard
import-head = Import { $name }
import-title = Title
import-title-of-import = Title of the import
import-sheet = Sheet
import-sheet-called = Sheet { $name }
import-hidden-sheet = { $name } (hidden)
import-cells = Cells
# What follows is one of the two below.
import-options-are = Options are
import-rows = rows
import-columns = columns
import-options-are-rows = Options are rows
import-options-are-columns = Options are columns
import-decimals = Decimals
import-decimal-point = Decimal point
import-decimal-comma = Decimal comma
import-column = Column { $letter }
import-row = Row { $n }
# What a row or column is used for.
import-use = { $line }: { $role }
# How the scores of a criterion are understood: as numbers, for one.
import-as = as { $way }
import-as-new = As a new decision
import-left-first = The decision that is open now is left first; unsaved changes are asked about.
import-new-weighs = A new criterion weighs as much as its siblings do on average.
import-missing = missing
import-is-read = The table is being read.
import-is-compared = It is being compared with what is open.
import-broke-off = A fault in the program stopped this. Try another way to take it in; please report it.
import-misfit = { $option }, { $criterion }: { $reason }
import-changed = { $option }, { $criterion }: { $from } to { $to }
# A way to read it, with the place that it is for.
import-way-out = { $at }: { $way }

way-note-as-new = Opens it as a decision of its own
way-note-add = Adds options and criteria that are not there yet; scores that are there stay
way-note-update = Takes over the scores of the same names, and adds what is new
way-note-replace = Puts it in the place of options, criteria, weights and scores
