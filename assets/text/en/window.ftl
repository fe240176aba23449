# What the window says around its views.

# The decision has changes that are not saved.
window-edited = edited
window-drop = Drop to open
window-more-tabs = More
window-more-views = More views
window-find-command = Find a command
window-no-command = No command answers to these words.
window-no-display = no display can be reached
window-title = Title { $title }
# Of the window; the dot says that something is not saved.
window-caption =
    { $unsaved ->
        [yes] • { $name } - Counterpoise
       *[no] { $name } - Counterpoise
    }
# Of the notices that wait the first is shown.
window-one-of = 1 of { $count }
window-not-opened = no window can be opened ({ $reasons })

## Answers to notices, and what they do

answer-close = Close
    .note = Have read it
answer-discard = Discard
    .note = Go back to what was saved; this can be undone
answer-keep = Keep
    .note = Go on with what was recovered
answer-bring-back = Bring back
    .note = Undo the discarding
answer-edit-too-here = Edit here too
    .note = Let changes be made in both windows
answer-look-only = Look only
    .note = Leave the decision as it is in this window
answer-show-them = Show them
    .note = List what crashes have left
answer-read-again = Read it again
    .note = Open the file as it is now
answer-keep-here = Keep what is here
    .note = Go on; saving will ask before it writes over the file

## What a crash has left

# The button is `answer-edit-too-here`.
recovery-looks-only = This window only looks; choose “Edit here too” above to change the decision.
recovery-file-changed = Its file has been changed by somebody else since; saving will ask.
# The command is `command-recover`, the menu `menu-file`.
recovery-file-gone = Its file is gone; saving writes it again.
recovery-work-left = Unsaved work was left when the program ended. “Recover…” in the menu File lists it.
recovery-others-left = Unsaved work on other decisions was left too. “Recover…” in the menu File lists them.
recovery-nothing = There is nothing to recover.
recovery-all-there = All of it is in the document’s file, or in another window.
recovery-kept-again = What you do is kept again for the case of a crash.
recovery-discarded = What was recovered is discarded.
recovery-not-found = What was saved cannot be found any more; open the file instead.
recovery-as-saved = Recovered “{ $name }” as it was saved.
recovery-never-saved = Recovered “{ $name }”, which is in no file yet.
recovery-recovered =
    { $steps ->
        [one] Recovered “{ $name }”: { $steps } unsaved step since { $since }.
       *[other] Recovered “{ $name }”: { $steps } unsaved steps since { $since }.
    }
recovery-steps-lost = Some later steps could not be read; the whole journal is kept as { $path }.
recovery-left-damaged = What was left of “{ $name }” is damaged.
recovery-unreadable = { $what }.
recovery-not-kept = What you do is not kept for the case of a crash: { $why }. Everything else works; save now and then.
recovery-elsewhere = { $name } is open in another window. Whoever saves last would have to overwrite the other.
recovery-looks-at = This window only looks at { $name }, which is open in another one.
# Work that was left: until when it was done, and the decision's file.
recovery-until-in = until { $until }, { $path }
recovery-until = until { $until }, in no file yet

## Files

# Kinds of files, in a dialog of the desktop.
files-decisions = Decisions
files-all-files = All files
files-imported = Imported. Saving will ask for a file that can hold everything.
files-answer-first = Answer the question first, then drop the file again.
files-no-text = The clipboard holds no text to import.
files-said-changed = Another program has changed { $name }.
files-said-dropped = { $count } files were dropped; drop one at a time.
# What was new, as a list.
files-said-imported = Imported: { $summary }

## A document's coming and going

life-closes-when-saved = The window closes when the decision is saved.
life-closes-when-exported = The window closes when the export is written.
life-export-cancelled = The export was cancelled. Nothing was written.
life-exported-to = Exported to { $path }
life-another-export = Another export is being written. Export again when it is done.
life-other-is-open =
    Another decision has been opened since a place for the last one was asked for.

    Nothing was written to { $path }.
life-still-open =
    { $error }

    It is still open here.
# `job` is what was being done.
life-stopped =
    { $job ->
        [picker] A fault in the program stopped it (file dialog). What is open here is as it was; please report it.
        [reading] A fault in the program stopped it (open). What is open here is as it was; please report it.
        [saving] A fault in the program stopped it (save). What is open here is as it was; please report it.
       *[exporting] A fault in the program stopped it (export). What is open here is as it was; please report it.
    }

# Titles of what went wrong.
trouble-not-opened = The file cannot be opened
trouble-not-imported = The clipboard cannot be imported
trouble-not-saved = The decision is not saved
trouble-not-exported = The matrix is not exported
trouble-broke-off = This came to no end
trouble-preset-not-opened = The preset cannot be opened
trouble-last-not-opened = The last file cannot be opened
