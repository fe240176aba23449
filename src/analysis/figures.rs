//! How figures are written where people read them: with the digits that mean something.

/// The space between a figure and `%`: narrow, and never a line's end.
pub const THIN_SPACE: char = '\u{202F}';

/// A value of 0 to 1 on the scale of 0 to 100, as a whole number; a dash where there is none.
#[must_use]
pub fn value(x: f64) -> String {
    if x.is_nan() { "–".into() } else { fixed(x * 100.0, 0) }
}

/// A share of 0 to 1 as a percentage: whole, with one decimal below 1 %.
#[must_use]
pub fn percent(share: f64) -> String {
    percent_to(share, usize::from(share.abs() * 100.0 < 0.95))
}

/// A share of 0 to 1 as a percentage with at most so many decimals.
#[must_use]
pub fn percent_to(share: f64, decimals: usize) -> String {
    // Halves go up, also where arithmetic left a hair less: the same weight must not read 12 % here and 13 % there.
    const HAIR: f64 = 1.0 + 1e-12;
    format!("{}{THIN_SPACE}%", trim(&fixed(share * 100.0 * HAIR, decimals)))
}

/// A difference of values, 0 to 1, in points of the scale of 0 to 100, with two digits.
#[must_use]
pub fn points(difference: f64) -> String {
    let points = difference * 100.0;
    let decimals = match points.abs() {
        x if x >= 9.95 => 0,
        x if x >= 0.995 => 1,
        _ => 2,
    };
    let text = fixed(points, decimals);
    if text == "0.00" && points > 0.0 {
        return "less than 0.01".into();
    }
    trim(&text).to_owned()
}

/// A count with its noun, for example `1 option` and `3 options`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 {
        return format!("1 {noun}");
    }
    // Also with a word before it: `3 new criteria`.
    let irregular = [("criterion", "criteria"), ("person", "people")];
    let plural = irregular.into_iter().find_map(|(one, many)| Some(format!("{}{many}", noun.strip_suffix(one)?)));
    format!("{number} {}", plural.unwrap_or_else(|| format!("{noun}s")))
}

/// Without the zeros at the end of a decimal fraction.
fn trim(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// A score in its own unit: as given where that is short, else rounded to four digits.
#[must_use]
pub fn number(x: f64) -> String {
    let plain = format!("{x}");
    if plain.len() <= 7 {
        return plain;
    }
    let digits = x.abs().log10().floor();
    if !(-4.0..9.0).contains(&digits) {
        let text = format!("{x:.3e}");
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        return format!("{}e{power}", trim(mantissa));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "zero to seven decimals")]
    let text = fixed(x, (3.0 - digits).clamp(0.0, 7.0) as usize);
    trim(&text).to_owned()
}

/// With so many decimals, and never `-0`.
fn fixed(x: f64, decimals: usize) -> String {
    let text = format!("{x:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.bytes().all(|byte| matches!(byte, b'0' | b'.')) => digits.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{number, percent, percent_to, points, value};

    #[test]
    fn a_score_keeps_the_digits_that_a_cell_has_room_for() {
        let cases = [
            (0.0, "0"),
            (7.5, "7.5"),
            (5490.0, "5490"),
            (-12.25, "-12.25"),
            (1.0 / 3.0, "0.3333"),
            (1234.5679, "1235"),
            (20000.0, "20000"),
            (123_456_789.0, "123456789"),
            (6.022e23, "6.022e23"),
            (1.5e-9, "1.5e-9"),
            (5e-324, "4.941e-324"),
        ];
        for (x, text) in cases {
            assert_eq!(number(x), text);
        }
    }

    #[test]
    fn values_are_whole_numbers() {
        assert_eq!(value(0.704), "70");
        assert_eq!(value(-0.001), "0");
        assert_eq!(value(f64::NAN), "–");
    }

    #[test]
    fn percentages_keep_a_decimal_below_one() {
        let cases =
            [(0.22, "22"), (1.0, "100"), (0.01, "1"), (0.0096, "1"), (0.004, "0.4"), (0.0002, "0"), (-1e-9, "0")];
        for (share, expected) in cases {
            assert_eq!(percent(share), format!("{expected}\u{202F}%"));
        }
        assert_eq!(percent_to(0.2261, 1), "22.6\u{202F}%");
        for half in [0.125, 0.125_f64.next_down(), 0.125_f64.next_up()] {
            assert_eq!(percent(half), "13\u{202F}%");
        }
    }

    #[test]
    fn points_have_two_digits() {
        let cases =
            [(0.17, "17"), (0.024, "2.4"), (0.05, "5"), (0.0024, "0.24"), (0.00001, "less than 0.01"), (0.0, "0")];
        for (difference, expected) in cases {
            assert_eq!(points(difference), expected);
        }
    }
}
