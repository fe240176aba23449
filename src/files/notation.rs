//! How decision CSV writes directives, numbers, scores and paths; reader and writer share it.

pub use super::flaw::Flaw;
use super::flaw::InText;
use crate::model::{Direction, Ends, Level, Score, ValueFunction};
use crate::text::List;

/// A row that describes the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Directive {
    Group,
    Weight,
    Direction,
    Unit,
    Range,
    Value,
    Levels,
    Preference,
    Q,
    P,
    S,
    Veto,
}

impl Directive {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 12] = [
        Self::Group,
        Self::Weight,
        Self::Direction,
        Self::Unit,
        Self::Range,
        Self::Value,
        Self::Levels,
        Self::Preference,
        Self::Q,
        Self::P,
        Self::S,
        Self::Veto,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "#group",
            Self::Weight => "#weight",
            Self::Direction => "#direction",
            Self::Unit => "#unit",
            Self::Range => "#range",
            Self::Value => "#value",
            Self::Levels => "#levels",
            Self::Preference => "#preference",
            Self::Q => "#q",
            Self::P => "#p",
            Self::S => "#s",
            Self::Veto => "#veto",
        }
    }

    pub fn find(cell: &str) -> Result<Self, Flaw> {
        let word = cell.trim();
        Self::ALL.into_iter().find(|directive| word.eq_ignore_ascii_case(directive.name())).ok_or_else(|| {
            InText::NoDirective { word: word.to_owned(), known: List::commas(Self::ALL.map(Self::name)) }.into()
        })
    }
}

/// The shortest text that reads back as exactly `x`.
pub fn number(x: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, x);
    text
}

/// The same, behind what `text` holds: tables have millions of them.
pub fn push_number(text: &mut String, x: f64) {
    let mut buffer = ryu::Buffer::new();
    let digits = buffer.format(x);
    text.push_str(digits.strip_suffix(".0").unwrap_or(digits));
}

/// A text as people type numbers, in the way that programs write them: with an ordinary minus, and without the spaces that
/// set off groups of three digits.
pub fn plain(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut plain = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        let is_space = matches!(letter, ' ' | '\u{a0}' | '\u{202f}');
        let sets_off_three = at > 0 && (-1..=4).all(|by| by == 0 || is_digit(at.wrapping_add_signed(by)) == (by != 4));
        match letter {
            '\u{2212}' => plain.push('-'),
            // The dash that the matrix shows between the ends of a range.
            '–' => plain.push_str(".."),
            _ if is_space && sets_off_three => {}
            _ => plain.push(letter),
        }
    }
    plain
}

/// A finite number. Its mark may be a comma where `decimal_comma` says that this is not the separator.
pub fn parse_number(text: &str, decimal_comma: bool) -> Result<f64, Flaw> {
    let text = text.trim();
    let parsed =
        if decimal_comma && text.contains(',') { text.replacen(',', ".", 1).parse() } else { text.parse::<f64>() };
    match parsed {
        Ok(x) if x.is_finite() => Ok(x),
        Ok(_) => Err(InText::NotFinite { text: text.to_owned() }.into()),
        Err(_) => Err(InText::NotANumber { text: text.to_owned() }.into()),
    }
}

/// The numbers between the double dots of `text`, at most three.
fn parse_span(text: &str, decimal_comma: bool) -> Result<Vec<f64>, Flaw> {
    // With three dots it is open which number has the decimal mark.
    let parts: Vec<&str> = text.split("..").collect();
    if parts.len() > 3 || text.contains("...") {
        return Err(InText::NoRange { text: text.to_owned() }.into());
    }
    parts.into_iter().map(|part| parse_number(part, decimal_comma)).collect()
}

/// A score of numbers; None where it is missing.
pub fn parse_score(text: &str, decimal_comma: bool) -> Result<Option<Score>, Flaw> {
    if is_missing(text) {
        return Ok(None);
    }
    let score = if text.contains("..") {
        parse_span(text, decimal_comma).map(|span| match span[..] {
            [low, likely, high] => Score::Triangle(low, likely, high),
            _ => Score::Range(span[0], span[1]),
        })
    } else {
        parse_number(text, decimal_comma).map(Score::Exact)
    };
    score.map(Some).map_err(|Flaw(what)| InText::NoScore { what }.into())
}

pub fn is_missing(text: &str) -> bool {
    matches!(text.trim(), "" | "?")
}

/// A score of numbers as text; that of a level is its name, see [`escape`].
pub fn score(score: Score) -> String {
    let mut text = String::new();
    push_score(&mut text, score);
    text
}

/// The same, behind what `text` holds.
pub fn push_score(text: &mut String, score: Score) {
    let numbers: &[f64] = match &score {
        Score::Exact(x) => &[*x],
        Score::Range(low, high) => &[*low, *high],
        Score::Triangle(low, likely, high) => &[*low, *likely, *high],
        Score::Level(id) => return text.push_str(id.as_str()),
    };
    for (at, x) in numbers.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { ".." });
        push_number(text, *x);
    }
}

pub fn parse_ends(text: &str, decimal_comma: bool) -> Result<Ends, Flaw> {
    match parse_span(text, decimal_comma)?[..] {
        [worst, best] => Ok(Ends { worst, best }),
        _ => Err(InText::NoEnds { text: text.to_owned() }.into()),
    }
}

pub fn ends(ends: Ends) -> String {
    format!("{}..{}", number(ends.worst), number(ends.best))
}

pub fn parse_direction(text: &str, decimal_comma: bool) -> Result<Direction, Flaw> {
    match text.trim() {
        "max" => Ok(Direction::Max),
        "min" => Ok(Direction::Min),
        other => match other.strip_prefix("target=") {
            Some(target) => parse_number(target, decimal_comma).map(Direction::Target),
            None => Err(InText::NoDirection { text: other.to_owned() }.into()),
        },
    }
}

pub fn direction(direction: Direction) -> String {
    match direction {
        Direction::Max => "max".into(),
        Direction::Min => "min".into(),
        Direction::Target(target) => format!("target={}", number(target)),
    }
}

/// Points of a value function: `3:0/5:60/9:100`.
pub fn parse_points(text: &str, decimal_comma: bool) -> Result<Vec<(f64, f64)>, Flaw> {
    let flaw = || Flaw::from(InText::NoValueFunction { text: text.to_owned() });
    let point = |point: &str| {
        let (x, value) = point.split_once(':').ok_or_else(flaw)?;
        Ok((parse_number(x, decimal_comma)?, parse_number(value, decimal_comma)?))
    };
    text.split('/').map(point).collect()
}

/// Points, or a curve: `exponential=0.5`.
pub fn parse_value_function(text: &str, decimal_comma: bool) -> Result<ValueFunction, Flaw> {
    match text.strip_prefix(EXPONENTIAL) {
        Some(rho) => Ok(ValueFunction::Exponential { rho: parse_number(rho, decimal_comma)? }),
        None => parse_points(text, decimal_comma).map(ValueFunction::Piecewise),
    }
}

/// Empty for a linear one.
pub fn value_function(function: &ValueFunction) -> String {
    match function {
        ValueFunction::Linear => String::new(),
        ValueFunction::Piecewise(list) => points(list),
        ValueFunction::Exponential { rho } => format!("{EXPONENTIAL}{}", number(*rho)),
    }
}

const EXPONENTIAL: &str = "exponential=";

pub fn points(points: &[(f64, f64)]) -> String {
    points.iter().map(|&(x, value)| format!("{}:{}", number(x), number(value))).collect::<Vec<_>>().join("/")
}

/// Names of levels and their values: `poor=0/fair=40/good=100`.
pub fn parse_levels(text: &str, decimal_comma: bool) -> Result<Vec<(String, f64)>, Flaw> {
    let level = |level: &str| {
        let flaw = || Flaw::from(InText::LevelWithoutValue { level: level.to_owned() });
        let (name, value) = level.rsplit_once('=').ok_or_else(flaw)?;
        Ok((unescape(name), parse_number(value, decimal_comma)?))
    };
    split_path(text).into_iter().map(level).collect()
}

pub fn levels(levels: &[Level]) -> String {
    levels.iter().map(|level| format!("{}={}", escape(&level.name), number(level.value))).collect::<Vec<_>>().join("/")
}

/// The names in a path such as `Money/Running costs`.
pub fn parse_path(text: &str) -> Vec<String> {
    split_path(text).into_iter().map(unescape).collect()
}

/// A name within a path, in a list of levels, or as a score: with `\` before `\` and `/`, and before a `?` that stands
/// alone, which would be a missing score.
pub fn escape(name: &str) -> String {
    let escaped = name.replace('\\', "\\\\").replace('/', "\\/");
    if name.trim() == "?" { escaped.replace('?', "\\?") } else { escaped }
}

/// What [`escape`] was given. Any other backslash stands for itself.
pub fn unescape(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.next_if(|next| letter == '\\' && matches!(next, '\\' | '/' | '?')) {
            Some(escaped) => name.push(escaped),
            None => name.push(letter),
        }
    }
    name
}

/// Splits at slashes that no backslash stands before, and leaves the escapes as they are.
fn split_path(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, letter) in text.char_indices() {
        if letter == '/' && !escaped {
            parts.push(&text[start..at]);
            start = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    parts.push(&text[start..]);
    parts
}

/// An option's name as the first cell of its row: one that begins with `#` would be a directive, so it gets a `\`, and
/// so does one that already begins so.
pub fn escape_head(name: &str) -> String {
    if name.trim_start_matches('\\').starts_with('#') { format!("\\{name}") } else { name.into() }
}

/// What [`escape_head`] was given.
pub fn unescape_head(cell: &str) -> &str {
    match cell.strip_prefix('\\') {
        Some(rest) if rest.trim_start_matches('\\').starts_with('#') => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::{number, plain};

    #[test]
    fn numbers_are_short_and_read_back() {
        let cases = [
            (0.0, "0"),
            (-0.0, "-0"),
            (5.0, "5"),
            (-1234.5, "-1234.5"),
            (1e-5, "0.00001"),
            (9e-6, "9e-6"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e15, "1000000000000000"),
            (1e16, "1e16"),
            (-2.5e300, "-2.5e300"),
        ];
        for (x, text) in cases {
            assert_eq!(number(x), text);
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), x.to_bits());
        }
    }

    #[test]
    fn spaces_go_only_where_they_set_off_three_digits() {
        let cases = [
            ("1 000", "1000"),
            ("12\u{202f}345\u{a0}678,5", "12345678,5"),
            ("\u{2212}5", "-5"),
            ("6–8", "6..8"),
            ("5 6", "5 6"),
            ("1 0000", "1 0000"),
            ("6..7..1 000", "6..7..1000"),
        ];
        for (typed, written) in cases {
            assert_eq!(plain(typed), written);
        }
    }
}
