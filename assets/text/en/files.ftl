# What can go wrong with files, and in `remedy` what to do about it.

## Reading and writing

# `why` is what the system says.
file-cannot-read = cannot read { $path }: { $why }
    .remedy = { $remedy }
file-cannot-write = cannot write { $path }: { $why }
    .remedy = { $remedy }
file-cannot-use = cannot use { $path }: { $why }
    .remedy = { $remedy }
file-not-a-file =
    { $kind ->
        [directory] { $path } is a directory
        [pipe] { $path } is a pipe
        [socket] { $path } is a socket
        [device] { $path } is a device
       *[other] { $path } is no regular file
    }
    .remedy = give the path of a file
file-too-large = { $path } is larger than { $mebibytes } MiB, which is more than this program reads
    .remedy = leave out what the decision does not need
file-unknown-extension = { $path }: the extension does not name a format
    .remedy = use one of { $known }
# `format` is the name of a format.
file-write-only = { $format } is written, not read
    .remedy = open a file with one of the extensions { $known }
file-read-only = { $format } is read, not written
    .remedy = choose one of { $known }
file-unknown-source = there is no preset and no file called "{ $given }"
    .remedy = give a path with an extension, or one of the presets { $presets }
file-called-off = { $path } was not written: called off
file-overtaken = { $path } was not written: another program has changed it
    .remedy = save to another file, or open it anew

system-not-found = there is no such file or folder
    .remedy = check the path
system-permission-denied = permission denied
    .remedy = change the permissions, or choose another place
system-read-only-disk = the disk is read-only
    .remedy = choose another place
system-disk-full = the disk is full
    .remedy = free some space, or choose another place
system-links-in-a-circle = the symbolic links lead in a circle
    .remedy = try again, or choose another place
# What the system says, in its own language.
system-other = { $error }
    .remedy = try again, or choose another place

## What is wrong in a file, and where

file-content = { $origin }: { $what }
    .remedy = { $remedy }
file-content-open = { $origin }: { $what }
file-not-utf8 = line { $line }, byte { $byte }: this is not UTF-8 text
    .remedy = save the file as UTF-8
file-newer = written by a newer version of Counterpoise (format { $found }; this one reads up to { $newest })
    .remedy = update the program; the file was not touched
file-unknown-version = there is no format { $found }
    .remedy = write format: { $newest }
file-unversioned = the file does not say its format version
    .remedy = begin it with format: { $newest }, decision: ...
file-syntax = line { $line }, column { $column }: { $what }
    .remedy = { $remedy }
# `more` is how many more errors there are.
file-invalid = { $what }
    .remedy =
        { $more ->
            [0] { $remedy }
            [one] { $remedy } (and { $more } more error)
           *[other] { $remedy } (and { $more } more errors)
        }
file-invalid-at = line { $line }, column { $column }: { $what }
    .remedy =
        { $more ->
            [0] { $remedy }
            [one] { $remedy } (and { $more } more error)
           *[other] { $remedy } (and { $more } more errors)
        }
file-row = row { $row }: { $what }
    .remedy = { $remedy }
file-cell = row { $row } ("{ $row_name }"), column { $column } ("{ $column_name }"): { $what }
    .remedy = { $remedy }
file-sheet = sheet "{ $sheet }": { $what }
    .remedy = { $remedy }
# `at` is an area of cells.
file-sheet-at = sheet "{ $sheet }", { $at }: { $what }
    .remedy = { $remedy }
# A list of the two that follow.
file-doubts = { $doubts }
file-doubt = sheet "{ $sheet }", { $at }: { $what }
file-doubt-with-ways = sheet "{ $sheet }", { $at }: { $what } ({ $ways })

## What a crash leaves

journal-no-folder = there is no folder for what the program keeps
    .remedy = set HOME
journal-no-thread = nothing can be written beside the window
    .remedy = start the program anew
journal-damaged = { $path } is damaged at its beginning and holds nothing that can be read
journal-damaged-later = { $path } is damaged; what can be read of it is in the document’s file
journal-unfinished = { $path } had only been begun
journal-suspect = “{ $name }” was not brought back, because the program ended when it last was
    .remedy = “Recover…” in the menu File brings it back all the same
journal-other-version = { $path } was written by another version of Counterpoise (journal { $found })
    .remedy = open it with that one

## What is read that is no file

origin-standard-input = standard input
origin-clipboard = the clipboard
# The title of a decision that came so.
title-standard-input = Standard input

## Formats

format-ron = Counterpoise decision (RON)
format-json = JSON
format-csv = Decision CSV
format-tsv = Decision CSV, tab-separated
format-xlsx = Spreadsheet with live formulas
format-markdown = Markdown table
format-html = Interactive page (HTML)
format-xmcda = XMCDA
format-ods = OpenDocument spreadsheet
format-xls = Excel 97 workbook
