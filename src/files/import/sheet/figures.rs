//! Numbers as people type them: with marks between thousands, signs of currencies, per cent, units, and ranges.

/// What stands between the whole part of a number and its fraction, in cells that hold text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Decimal {
    #[default]
    Point,
    Comma,
}

impl Decimal {
    fn mark(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// What a text says in numbers: one, the two ends of a range, or low, likely and high.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub numbers: Vec<f64>,
    /// True where it ends in a per cent sign; `25%` is 25 here.
    pub percent: bool,
    /// The currency or unit that stands beside the number.
    pub unit: String,
}

const CURRENCIES: [&str; 12] = ["€", "$", "£", "₴", "¥", "zł", "Kč", "грн.", "грн", "CHF", "US$", "₽"];

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// Reads a number, a range (`4..6`, `4-6`, `4–6`, `4 to 6`, `5±1`) or a triangle (`4..5..6`).
pub fn figure(text: &str, decimal: Decimal) -> Option<Figure> {
    let text = text.trim();
    if let Some(single) = single(text, decimal) {
        return Some(single);
    }
    let join = |parts: Vec<&str>| {
        let figures = parts.into_iter().map(|part| single(part.trim(), decimal)).collect::<Option<Vec<_>>>()?;
        let unit = figures.iter().map(|figure| &figure.unit).find(|unit| !unit.is_empty()).cloned().unwrap_or_default();
        if figures.iter().any(|figure| !figure.unit.is_empty() && figure.unit != unit) {
            return None;
        }
        let percent = figures.iter().any(|figure| figure.percent);
        Some(Figure { numbers: figures.iter().map(|figure| figure.numbers[0]).collect(), percent, unit })
    };
    if let Some((middle, off)) = text.split_once('±') {
        let (middle, off) = (single(middle.trim(), decimal)?, single(off.trim(), decimal)?);
        let (m, d) = (middle.numbers[0], off.numbers[0].abs());
        return Some(Figure { numbers: vec![m - d, m + d], percent: middle.percent || off.percent, unit: off.unit });
    }
    for between in ["..", "…", "–", "—", " - ", " to ", " до "] {
        let parts: Vec<&str> = text.split(between).collect();
        let most = if between == ".." { 3 } else { 2 };
        // With three dots it is open which number has the decimal mark.
        if (2..=most).contains(&parts.len()) && !text.contains("...") {
            return join(parts);
        }
    }
    // A hyphen between two numbers, which is no minus.
    let hyphen = text.char_indices().skip(1).find(|&(at, letter)| {
        letter == '-' && text[..at].ends_with(|before: char| before.is_ascii_digit() || before == '%')
    })?;
    join(vec![&text[..hyphen.0], &text[hyphen.0 + 1..]])
}

/// One number with what may stand around it.
fn single(text: &str, decimal: Decimal) -> Option<Figure> {
    let mut rest = text.trim_matches(is_space);
    let mut negative = false;
    // Bookkeepers write a minus as brackets.
    if let Some(inner) = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        negative = true;
        rest = inner.trim();
    }
    let (mut unit, mut percent) = (String::new(), false);
    for currency in CURRENCIES {
        if let Some(number) = rest.strip_prefix(currency) {
            (unit, rest) = (currency.into(), number.trim_start_matches(is_space));
        }
    }
    if let Some(number) = rest.strip_prefix(['-', '−']) {
        negative = !negative;
        rest = number.trim_start_matches(is_space);
    } else if let Some(number) = rest.strip_prefix('+') {
        rest = number;
    }
    for currency in CURRENCIES {
        if let Some(number) = rest.strip_prefix(currency) {
            (unit, rest) = (currency.into(), number.trim_start_matches(is_space));
        }
    }
    // Up to the last digit it is the number; the rest is a unit.
    let end = rest.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let end = unit_start(rest).unwrap_or(end);
    let (number, behind) = rest.split_at(end);
    let behind = behind.trim_matches(is_space);
    match behind {
        "" => {}
        "%" => percent = true,
        _ if !unit.is_empty() || behind.chars().count() > 12 => return None,
        // `12 of 20` is no twelve of anything.
        _ if behind.split(is_space).any(|word| word.starts_with(|letter: char| letter.is_ascii_digit())) => {
            return None;
        }
        _ if behind.starts_with(|letter: char| letter.is_alphabetic() || "€$£₴¥₽°".contains(letter)) => {
            unit = behind.into();
        }
        _ => return None,
    }
    let x = plain(number.trim_end_matches(is_space), decimal)?;
    Some(Figure { numbers: vec![if negative { -x } else { x }], percent, unit })
}

/// Where a unit begins behind a number: at its first letter, unless that is the exponent in `2e3`.
fn unit_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    text.char_indices().find_map(|(at, letter)| {
        let is_exponent = matches!(letter, 'e' | 'E')
            && bytes.get(at + 1).is_some_and(|next| next.is_ascii_digit() || matches!(next, b'-' | b'+'));
        ((letter.is_alphabetic() && !is_exponent) || "%€$£₴¥₽°".contains(letter)).then_some(at)
    })
}

/// A number without sign and unit, whose thousands may be set off.
fn plain(text: &str, decimal: Decimal) -> Option<f64> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || first == decimal.mark()) {
        return None;
    }
    let (mark, thousands) = (decimal.mark(), decimal.other().mark());
    // Several of the decimal mark can only set off thousands.
    let (whole, fraction) = match text.matches(mark).count() {
        0 => (text, ""),
        1 => text.split_once(mark)?,
        _ => return (!text.contains(thousands)).then(|| ungroup(text, mark)).flatten()?.parse().ok(),
    };
    let separators: Vec<char> =
        whole.chars().filter(|letter| is_space(*letter) || "'’".contains(*letter) || *letter == thousands).collect();
    let whole = match separators.first() {
        None => whole.to_owned(),
        Some(&first) if separators.iter().all(|&other| other == first) => ungroup(whole, first)?,
        Some(_) => return None,
    };
    let is_plain =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'e' | b'E' | b'-' | b'+'));
    if !is_plain(&whole) || !is_plain(fraction) {
        return None;
    }
    let whole = if whole.is_empty() { "0".to_owned() } else { whole };
    let number = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    number.parse().ok().filter(|x: &f64| x.is_finite())
}

/// Takes out a mark between groups of three digits; None where the groups are others.
fn ungroup(text: &str, mark: char) -> Option<String> {
    let groups: Vec<&str> = text.split(mark).collect();
    let is_group = |(at, group): (usize, &&str)| {
        let digits = group.bytes().all(|byte| byte.is_ascii_digit());
        digits && if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 }
    };
    groups.iter().enumerate().all(is_group).then(|| groups.concat())
}

/// What a text says about the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It has none, or is no number.
    None,
    For(Decimal),
    /// `1.234`: a thousand or one and a bit.
    Open,
}

pub fn evidence(text: &str) -> Evidence {
    if !text.contains(['.', ',']) {
        return Evidence::None;
    }
    // A range says what its ends say.
    let parts: Vec<&str> = text.split("..").collect();
    if parts.len() > 1 {
        let said = parts.into_iter().map(evidence);
        return said.max_by_key(|said| matches!(said, Evidence::For(_))).unwrap_or(Evidence::None);
    }
    if figure(text, Decimal::Point).is_none() && figure(text, Decimal::Comma).is_none() {
        return Evidence::None;
    }
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let (mark, decimal) = match (text.rfind('.'), text.rfind(',')) {
        (None, None) => return Evidence::None,
        (Some(point), Some(comma)) => {
            return Evidence::For(if point > comma { Decimal::Point } else { Decimal::Comma });
        }
        (Some(at), None) => (at, Decimal::Point),
        (None, Some(at)) => (at, Decimal::Comma),
    };
    if points + commas > 1 {
        return Evidence::For(decimal.other());
    }
    let before = text[..mark].trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let behind: String = text[mark + 1..].chars().take_while(char::is_ascii_digit).collect();
    let could_be_thousands = behind.len() == 3 && (1..=3).contains(&before.len()) && before != "0";
    if could_be_thousands { Evidence::Open } else { Evidence::For(decimal) }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Evidence, evidence, figure};

    #[track_caller]
    fn reads(text: &str, decimal: Decimal, numbers: &[f64]) {
        assert_eq!(figure(text, decimal).map(|figure| figure.numbers), Some(numbers.to_vec()), "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        use Decimal::{Comma, Point};
        let cases: [(&str, Decimal, &[f64]); 26] = [
            ("1234.5", Point, &[1234.5]),
            ("1,234.5", Point, &[1234.5]),
            ("1 234,5", Comma, &[1234.5]),
            ("1\u{202f}234\u{a0}567", Comma, &[]),
            ("1\u{a0}234\u{a0}567,5", Comma, &[1_234_567.5]),
            ("1'234'567.5", Point, &[1_234_567.5]),
            ("1.234.567", Point, &[1_234_567.0]),
            ("1.234,5", Comma, &[1234.5]),
            ("€ 1,200", Point, &[1200.0]),
            ("1.200 €", Comma, &[1200.0]),
            ("$-5", Point, &[-5.0]),
            ("-$5", Point, &[-5.0]),
            ("(1,200)", Point, &[-1200.0]),
            ("25 %", Point, &[25.0]),
            ("12 kg", Point, &[12.0]),
            ("3,5 грн", Comma, &[3.5]),
            ("12 zł", Comma, &[12.0]),
            ("\u{2212}5", Point, &[-5.0]),
            ("2e3", Point, &[2000.0]),
            ("4..6", Point, &[4.0, 6.0]),
            ("4-6", Point, &[4.0, 6.0]),
            ("4–6", Point, &[4.0, 6.0]),
            ("-4--2", Point, &[-4.0, -2.0]),
            ("1,5 - 2,5", Comma, &[1.5, 2.5]),
            ("4..5,5..6", Comma, &[4.0, 5.5, 6.0]),
            ("5 ± 1", Point, &[4.0, 6.0]),
        ];
        for (text, decimal, numbers) in cases {
            if numbers.is_empty() {
                assert_eq!(figure(text, decimal), None, "{text}");
            } else {
                reads(text, decimal, numbers);
            }
        }
        for text in
            ["", "abc", "1,2,3", "12,34.5", "5 6", "1..2..3..4", "4...6", "12 of 20", "v2", "3-4-5", "2020-01-05"]
        {
            assert_eq!(figure(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn a_lone_mark_before_three_digits_is_open() {
        assert_eq!(evidence("1,234"), Evidence::Open);
        assert_eq!(evidence("€1.200"), Evidence::Open);
        assert_eq!(evidence("0.125"), Evidence::For(Decimal::Point));
        assert_eq!(evidence("1,5"), Evidence::For(Decimal::Comma));
        assert_eq!(evidence("1,5..2"), Evidence::For(Decimal::Comma));
        assert_eq!(evidence("1,234,567"), Evidence::For(Decimal::Point));
        assert_eq!(evidence("1.234,5"), Evidence::For(Decimal::Comma));
        assert_eq!(evidence("Fiesta 1.4"), Evidence::None);
    }
}
