# What can be done: as menus call it (`…` says that it asks for more before it acts), what it does, and other words that
# people look for it by, in small letters.

command-new = New from preset…
    .explanation = Start from one of the presets, or from a blank matrix
    .words = template example blank create start scratch
command-open = Open…
    .explanation = Open a decision from a file
    .words = load file read recent
command-recover = Recover…
    .explanation = Bring back unsaved work that was left when the program ended
    .words = crash lost restore rescue unsaved journal back
command-save = Save
    .explanation = Write the decision to its file
    .words = store write keep file
command-save-as = Save as…
    .explanation = Write the decision to another file
    .words = another name copy store write file
command-import = Import…
    .explanation = Take a matrix in from a spreadsheet or another file, after a look at it
    .words = load spreadsheet excel xlsx ods csv table merge paste
command-import-pasted = Import from the clipboard…
    .explanation = Take a table in that was copied elsewhere, after a look at it
    .words = paste table spreadsheet excel merge
command-export = Export…
    .explanation = Write the matrix in another format
    .words = save as spreadsheet excel xlsx html page csv json markdown report share print
command-copy-ranking = Copy ranking
    .explanation = Put the ranking on the clipboard, as a table for spreadsheets and texts
    .words = clipboard result order table share
command-copy-matrix = Copy matrix
    .explanation = Put the whole matrix on the clipboard, as a table for spreadsheets and texts
    .words = clipboard scores table spreadsheet share
command-quit = Quit
    .explanation = Close the window
    .words = exit close leave end
command-undo = Undo
    .explanation = Take the last step back
    .words = back revert step history
command-redo = Redo
    .explanation = Make the step again that was taken back
    .words = again repeat step history
command-add-option = Add option
    .explanation = Add a row below the chosen one
    .words = new alternative choice candidate row insert create
command-add-criterion = Add criterion
    .explanation = Add a column beside the chosen one, in the same group
    .words = new attribute objective factor column insert create
command-add-group = Add group
    .explanation = Add a group of criteria
    .words = new branch category objective tree insert create
command-rename = Rename
    .explanation = Edit what is chosen in the matrix
    .words = edit name label title score change
command-duplicate = Duplicate
    .explanation = Copy the chosen option, criterion or group with its scores
    .words = copy clone repeat
command-delete = Delete
    .explanation = Delete the chosen option, criterion or group, or clear the chosen scores
    .words = remove erase clear drop
command-move-back = Move up or left
    .explanation = Move the chosen option up, or the chosen criterion or group to the left
    .words = order sort reorder earlier before raise
command-move-forward = Move down or right
    .explanation = Move the chosen option down, or the chosen criterion or group to the right
    .words = order sort reorder later after lower
command-move-out = Move out of the group
    .explanation = Take the chosen criterion or group out of its group; all weights stay
    .words = tree parent unnest ungroup promote
command-move-in = Move into the group on the left
    .explanation = Put the chosen criterion or group into the group on its left; all weights stay
    .words = tree child nest regroup demote
command-mark-baseline = Mark as baseline option
    .explanation = Mark the chosen option as the one that the others are compared with, or unmark it
    .words = reference status quo compare
command-describe-decision = Describe the decision
    .explanation = Edit title, question, context, authors and sources
    .words = title question context author source notes about properties
command-next-view = Next view
    .explanation = Turn to the view of the next tab
    .words = tab switch forward show
command-previous-view = Previous view
    .explanation = Turn to the view of the tab before
    .words = tab switch back show
command-theme-system = Theme of the system
    .explanation = Follow the light or dark theme of the system
    .words = colours colors appearance automatic
command-theme-light = Light theme
    .explanation = Use the light theme
    .words = colours colors appearance bright white day
command-theme-dark = Dark theme
    .explanation = Use the dark theme
    .words = colours colors appearance black night
command-zoom-in = Zoom in
    .explanation = Make everything larger, up to 300 %
    .words = larger bigger scale size text font magnify
command-zoom-out = Zoom out
    .explanation = Make everything smaller, down to 75 %
    .words = smaller scale size text font
command-zoom-reset = Actual size
    .explanation = Return to 100 %
    .words = zoom 100 normal scale default
command-reduce-motion = Reduce motion
    .explanation = Let rows and bars jump instead of glide
    .words = animation glide accessibility still
command-even-out = Even out
    .explanation = Give every unlocked criterion the same weight
    .words = equal same level weights balance
command-reset-weights = Reset to baseline
    .explanation = Return to the weights of the baseline
    .words = original restore back weights
command-unlock-all = Unlock all
    .explanation = Free all weights
    .words = lock free release weights
command-set-baseline = Set baseline
    .explanation = Take the present state as the one that ghost marks and Reset refer to
    .words = reference ghost mark snapshot remember
command-save-viewpoint = Save viewpoint…
    .explanation = Keep the present weights under a name
    .words = weights set preset keep store perspective stakeholder
command-rename-viewpoint = Rename viewpoint…
    .explanation = Give the chosen viewpoint another name
    .words = weights set name perspective stakeholder
command-delete-viewpoint = Delete viewpoint
    .explanation = Delete the chosen viewpoint; the weights stay
    .words = weights set remove perspective stakeholder
command-notice = Go to notice
    .explanation = Put the keyboard on the notice above the middle
    .words = message alert banner answer recovered changed
command-commands = Commands
    .explanation = Find any command by name
    .words = palette search find
command-keys = Keys
    .explanation = Show the keys for weights and matrix
    .words = keyboard shortcuts help hotkeys
command-about = About Counterpoise
    .explanation = Show version and licence
    .words = version licence license copyright

## Views, as their tabs call them

# `command` goes to the view.
view-weights = Weights
    .command = Go to weights
    .explanation = Put the keyboard on the weight of what is chosen
    .words = sliders importance tree criteria show focus
view-matrix = Matrix
    .command = Go to matrix
    .explanation = Put the keyboard on the matrix
    .words = scores table grid options criteria show focus
view-checks = Checks
    .command = Go to checks
    .explanation = Show what the model checks have found
    .words = problems warnings errors remarks mistakes lint quality validate show
view-ranking = Ranking
    .command = Go to ranking
    .explanation = Put the keyboard on the ranking
    .words = result answer order winner best lead why sensitivity tip what would change it show focus

## Menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-weights = Weights
menu-help = Help
# Files that were open before.
menu-recent = Recent

## The same with what it is about

# `step` is a step of the history.
command-title-undo = Undo { $step }
command-title-redo = Redo { $step }

## What can be done to a place of the matrix, under names that fit it

place-describe-decision = Describe the decision
place-add-option = Add option
place-add-criterion = Add criterion
place-add-group = Add group
place-rename = Rename
place-duplicate = Duplicate
place-move-up = Move up
place-move-down = Move down
place-move-left = Move left
place-move-right = Move right
place-into-group = Into group
place-out-of-group = Out of group
place-baseline-option = Baseline option
place-delete = Delete
place-edit-score = Edit score
place-clear-score = Clear score

## What is said about a command

command-said-baseline-set = The present state is the baseline now.
command-said-ranking-copied = The ranking is on the clipboard.
command-said-matrix-copied = The matrix is on the clipboard.
