# What sentences of all rooms are made with.
#
# In every file: <b> and </b> enclose what matters more. A list brings its length as `name-count`. `yes` and `no` are what an
# argument says that is true or false.

# What is wrong, and what to do about it.
common-with-remedy = { $what }; { $remedy }

## Lists: A, B and C

common-list-comma = {", "}
common-list-semicolon = {"; "}
common-list-either = ; or{" "}
# Between sentences.
common-list-space = {" "}
common-list-and = { $first } and { $last }
# Names, of which not all are written out.
common-list-others = { $first } and { $count } others
# The same for things.
common-list-more = { $first } and { $count } more

## Figures

common-less-than = less than { $figure }
common-more-than = more than { $figure }
# Between which numbers another one lies.
common-from-to = from { $low } to { $high }
# A number with its unit.
common-quantity = { $number } { $unit }
# The name of a level, or what else a person wrote.
common-quoted = "{ $text }"

## When something was

# Today.
moment-hour = { $hour }
moment-day = { $day } { $month } { $year }, { $hour }
moment-unknown = a time that is not known
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
