# What help says of the program, its commands and their arguments.

help-program = Weigh criteria, watch the ranking answer, see what would tip it
    .more =
        Weigh criteria, watch the ranking answer, see what would tip it.

        SOURCE is a file (.ron, .json, .csv, .tsv, .xlsx, .ods, .xls, .xml), the id of a preset, or - for decision CSV on standard input. Without a command the window opens on it.
    .examples =
        Examples:
          counterpoise                                     open the window
          counterpoise rank laptop                         rank the options of a preset
          counterpoise rank cars.csv --format json         the same for a program to read
          counterpoise rank cars.csv --weights 'Price=3,Comfort=2'
          counterpoise robustness cars.csv                 see how far the ranking holds
          counterpoise weights roc 5                       weights from a rank order of five
          counterpoise sensitivity cars.csv                what each weight decides
          counterpoise check cars.csv                      look for mistakes in the model
          counterpoise export cars.csv cars.ron cars.md    write other formats

        Exit codes: 0 fine, 1 the input is wrong, 2 wrong usage.

help-open = Open the window, or print the ranking where no display can be opened
    .examples =
        Examples:
          counterpoise open cars.csv
          counterpoise open job-offer --renderer wgpu

help-presets = List the decisions that come with the program
    .examples =
        Examples:
          counterpoise presets
          counterpoise presets --format json

help-rank = Rank the options
    .examples =
        Examples:
          counterpoise rank laptop
          counterpoise rank cars.csv --method weighted-product
          counterpoise rank cars.csv --normalization sum --format csv
          counterpoise rank security-guarantee --viewpoint 'Protection above all'
          generate-csv | counterpoise rank - --format json

help-compare = Rank by every method that fits, and see how far they agree
    .examples =
        Examples:
          counterpoise compare cars.csv
          counterpoise compare cars.csv --normalization min-max    where a method takes it
          counterpoise compare hydro-plants --format json

        Each method has its usual parameters. Those that do not fit the data are named with the reason.

help-robustness = See how far the ranking holds when weights and scores are only known roughly (SMAA-2)
    .examples =
        Examples:
          counterpoise robustness laptop
          counterpoise robustness cars.csv --information ranked
          counterpoise robustness cars.csv --information within=0.1 --samples 1000000
          counterpoise robustness cars.csv --limit 'Price >= Comfort' --limit '0.2 <= Price <= 0.4'
          counterpoise robustness cars.csv --information ranked --limit '2*Price + "Looks, inside" <= 0.5'
          counterpoise robustness cars.csv --format json

        Weights are drawn from all that are possible, scores from their ranges. One seed gives one result, on any machine and
        any number of threads.

        A limit compares overall weights, which sum to 1, with numbers and with each other: sums of criteria and groups, each
        with a number and * before it where it counts more or less than once, joined by <=, >= or =. A + or - stands between
        blanks. A name in double quotes may hold anything, a double quote written twice.

help-weights = Weights from judgements, or from the scores
    .examples =
        Examples:
          counterpoise weights roc 5
          counterpoise weights ahp comparisons.csv
          counterpoise weights ahp comparisons.csv --priorities geometric-mean
          counterpoise weights bwm best-and-worst.csv --format json
          counterpoise weights entropy fighter-aircraft

        Files:
          ahp FILE  a square CSV: names in the first row and column, ratios such as 3 or
                    1/3 between them. One half is enough, and cells may stay empty
          bwm FILE  a CSV with a header of names and the rows best,NAME worst,NAME
                    best-to-others,… others-to-worst,… with grades of 1 and more

help-sensitivity = How far each weight can move before the winner changes, and who comes after
    .examples =
        Examples:
          counterpoise sensitivity laptop
          counterpoise sensitivity cars.csv --normalization min-max --format json

        One weight moves, the others keep their proportions; locked ones stay. Exact for weighted-sum, for other methods searched.

help-flips = The smallest changes that put each option first: of weights, and of single scores
    .examples =
        Examples:
          counterpoise flips laptop
          counterpoise flips cars.csv --format json
          counterpoise flips cars.csv --format csv

        Of the method weighted-sum. The nearest weights are those with the least sum of absolute changes; ties count as first.

help-dominance = Who is at least as good everywhere, and who is first under no weights at all
    .examples =
        Examples:
          counterpoise dominance laptop
          counterpoise dominance cars.csv --format json

        Weights and locks play no part. Missing scores: options are compared on what both have.

help-check = Look for errors in the file and for mistakes in the model
    .examples =
        Examples:
          counterpoise check cars.csv
          counterpoise check cars.csv --format json

        Exits with 1 where it finds an error; warnings and notes leave the exit code at 0.

help-export = Write the decision in other formats
    .examples =
        Examples:
          counterpoise export cars.csv cars.ron cars.md
          counterpoise export cars.csv cars.xlsx cars.html
          counterpoise export job-offer - --format csv
          counterpoise export security-guarantee mine.ron --viewpoint 'Protection above all'

        A file that is there already is replaced, all of it or not at all.

help-completions = Print a shell's completion script
    .examples =
        Examples:
          counterpoise completions bash > ~/.local/share/bash-completion/completions/counterpoise
          counterpoise completions fish > ~/.config/fish/completions/counterpoise.fish

help-schema = Print the JSON Schema of JSON files, for editors and other programs
    .examples =
        Examples:
          counterpoise schema > decision-1.schema.json

        A JSON file that names it in "$schema" is checked by an editor while it is typed.

help-manual = Print the man page
    .examples =
        Examples:
          counterpoise manual | man -l -
          counterpoise manual > ~/.local/share/man/man1/counterpoise.1

help-argument-open-source = A file, the id of a preset, or - for decision CSV on standard input [default: the last document]
help-argument-open-renderer = What draws the window [default: the one that starts]
help-argument-source = A file, the id of a preset, or - for decision CSV on standard input
help-argument-robustness-samples = How many weights and scores are drawn
help-argument-robustness-seed = Another number draws other samples
help-argument-robustness-information = What is known of the weights: free (nothing), ranked (their order), within=0.1 (each at most 0.1 from those given)
help-argument-robustness-limits = A limit on the weights besides, such as "Price >= Comfort" or "0.2 <= Price <= 0.4", repeated for several
help-argument-robustness-kept-limits = Also the limits on weights that the document keeps
help-argument-weights-kind = How the weights come about
help-argument-weights-arg = The number of ranks, a file of judgements (- for standard input), or a decision (a file, the id of a preset, or - for decision CSV on standard input)
help-argument-weights-priorities = How pairwise comparisons become weights, for ahp [default: eigenvector]
help-argument-export-outs = Files to write (.ron, .json, .xlsx, .html, .csv, .tsv, .md, .xml), or - for standard output, which needs --format
help-argument-completions-shell = The shell
help-argument-format = How the result is printed [default: table, for export what the extension of OUT says]
help-argument-method = How the options are ranked [default: weighted-sum]
help-argument-normalization = How scores are made comparable [default: what is usual with the method]
help-argument-parameters = A parameter of the method, repeated for several
help-argument-viewpoint = Take the weights of the saved viewpoint called NAME
help-argument-weights = Take these weights, such as "Price=3,Comfort=2"; a criterion that is not named counts 0, and a name with a comma in it stands in double quotes
help-argument-baseline = Compare with the option called NAME, where the method compares with one
help-argument-sheet = Take the table on the sheet called NAME, where SOURCE is a spreadsheet
help-argument-range = Take the table in this range of cells, such as A1:F20
help-argument-orientation = Whether each option of the table is a row or a column
help-argument-language = The language of what people read; files, JSON and CSV are the same in every language. Not offered while there is one language alone: for tests and for those who translate

help-format-table = To be read on a terminal; not for export
help-format-csv = For export: decision CSV
help-format-ron = The native format; for export only
help-format-tsv = Decision CSV separated by tabs; for export only
help-format-html = An interactive page; for export only
help-format-xlsx = A spreadsheet with live formulas; for export only
help-format-xmcda = XMCDA 4; for export only
help-heading-every-command = Options for every command
help-weights-roc = Rank-order centroid, of so many ranks
help-weights-rank-sum = Rank sum, of so many ranks
help-weights-rank-reciprocal = Rank reciprocal, of so many ranks
help-weights-sum-reciprocal = Sum of rank sum and reciprocal, of so many ranks
help-weights-ahp = Analytic hierarchy process: a file of pairwise comparisons
help-weights-bwm = Best-worst method: a file of comparisons with the best and the worst
help-weights-entropy = From the scores of a decision, by entropy
help-weights-critic = From the scores of a decision, by spread and correlation
help-weights-std-dev = From the scores of a decision, by spread
help-weights-equal = The same for every criterion of a decision
