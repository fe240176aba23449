//! What holds of every number that people read.

use counterpoise::text::numbers::{Numbers, THIN_SPACE, percent_decimals};
use proptest::prelude::*;

const ENGLISH: Numbers = Numbers::ENGLISH;

/// What a figure says, as a number.
fn read(text: &str) -> f64 {
    let plain: String = text.chars().filter(|letter| *letter != THIN_SPACE && *letter != '%').collect();
    match plain.split_once(" × 10") {
        Some((mantissa, power)) => {
            let digit = |letter: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == letter);
            let digits = power.chars().map(|letter| digit(letter).map_or("-".into(), |digit| digit.to_string()));
            format!("{mantissa}e{}", digits.collect::<String>()).parse().unwrap()
        }
        None => plain.parse().unwrap_or_else(|_| panic!("{text}")),
    }
}

/// Any size and sign, and such as people type.
fn any_number() -> impl Strategy<Value = f64> {
    let typed = (-2_000_000_000_i64..2_000_000_000, 0_i32..9);
    let typed = typed.prop_map(|(digits, decimals)| format!("{digits}e-{decimals}").parse().unwrap());
    prop_oneof![any::<f64>().prop_filter("a number", |x| x.is_finite()), typed, -1.0..1.0_f64, -1e4..1e4_f64]
}

proptest! {
    #[test]
    fn no_figure_shows_an_exponent_a_negative_zero_or_needless_zeros(x in any_number(), decimals in 0_usize..7) {
        for text in [ENGLISH.number(x), ENGLISH.value(x), ENGLISH.percent(x), ENGLISH.points(x), ENGLISH.percent_to(x, decimals)] {
            prop_assert!(!text.contains(['e', 'E']) && !text.contains("inf") && !text.contains("NaN"), "{text}");
            let bare = text.trim_end_matches(['%', THIN_SPACE]);
            prop_assert!(bare != "-0" && !(bare.starts_with("-0") && read(bare) == 0.0), "{text}");
            let mantissa = bare.split(" × ").next().unwrap();
            prop_assert!(!mantissa.contains('.') || !mantissa.ends_with(['0', '.']), "{text}");
        }
    }

    /// A number is never off by more than half of the last digit that four digits have.
    #[test]
    fn a_number_says_what_it_is(x in any_number()) {
        let said = read(&ENGLISH.number(x));
        prop_assert!((said - x).abs() <= x.abs() * 5.0001e-4, "{x} {}", ENGLISH.number(x));
    }

    /// No two numbers are written alike, of any size.
    #[test]
    fn what_is_exact_can_be_told_from_every_other(x in any_number(), exponent in -300..300_i32) {
        for x in [x, x * 10_f64.powi(exponent)].into_iter().filter(|x| x.is_finite()) {
            for x in [x, x.next_up(), x.next_down()] {
                prop_assert_eq!(read(&ENGLISH.exact(x)), x, "{}", ENGLISH.exact(x));
            }
        }
    }

    /// What has few digits comes back to the last one.
    #[test]
    fn what_is_typed_is_shown(digits in -999_999_i64..1_000_000, decimals in 0_i32..6) {
        let x: f64 = format!("{digits}e-{decimals}").parse().unwrap();
        prop_assert_eq!(read(&ENGLISH.number(x)), x);
        // Such as 0.1 + 0.2.
        let spoilt = x + x - x + 1e-3 - 1e-3;
        if spoilt.abs() > 1e-2 {
            prop_assert_eq!(ENGLISH.number(spoilt), ENGLISH.number(x));
        }
    }

    #[test]
    fn whole_numbers_are_exact(x in -999_999_999_999_999_i64..=999_999_999_999_999) {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let text = ENGLISH.number(x as f64);
        let digits: String = text.chars().filter(|letter| *letter != THIN_SPACE).collect();
        prop_assert_eq!(digits, x.to_string());
    }

    /// Groups of three, none in numbers of four digits.
    #[test]
    fn thousands_stand_apart(x in 0_usize..10_000_000_000) {
        let text = ENGLISH.count(x);
        let mut groups: Vec<&str> = text.split(THIN_SPACE).collect();
        if x < 10_000 {
            prop_assert_eq!(groups.len(), 1);
        } else {
            let first = groups.remove(0);
            prop_assert!((1..=3).contains(&first.len()) && groups.iter().all(|group| group.len() == 3), "{text}");
        }
    }

    /// More is never written as less.
    #[test]
    fn order_is_kept(x in any_number(), y in any_number(), decimals in 0_usize..7) {
        let (low, high) = (x.min(y), x.max(y));
        prop_assert!(read(&ENGLISH.percent_to(low, decimals)) <= read(&ENGLISH.percent_to(high, decimals)));
        prop_assert!(read(&ENGLISH.fixed(low, decimals)) <= read(&ENGLISH.fixed(high, decimals)));
        prop_assert!(read(&ENGLISH.value(low)) <= read(&ENGLISH.value(high)));
    }

    /// Half goes away from zero, on either side, whatever arithmetic left of it.
    #[test]
    fn a_half_goes_away_from_zero(whole in 0_u32..1_000_000, hair in -4_i32..=4) {
        let half = f64::from(whole) + 0.5;
        let near = half + f64::from(hair) * half * f64::EPSILON;
        for (x, sign) in [(near, 1.0), (-near, -1.0)] {
            prop_assert_eq!(read(&ENGLISH.fixed(x, 0)), sign * (f64::from(whole) + 1.0));
        }
        prop_assert_eq!(read(&ENGLISH.percent_to(near / 100.0, 0)), f64::from(whole) + 1.0);
    }

    #[test]
    fn a_figure_has_the_decimals_that_were_asked_for(x in -1e6..1e6_f64, decimals in 0_usize..7) {
        let text = ENGLISH.fixed(x, decimals);
        prop_assert_eq!(text.split_once('.').map_or(0, |(_, fraction)| fraction.len()), decimals);
        let by = (read(&text) - x).abs();
        // A number is taken for the one of twelve digits first.
        let meant = x.abs() * 5e-12;
        prop_assert!(by <= 0.500_001 / 10_f64.powi(i32::try_from(decimals).unwrap()) + meant, "{x} {text}");
    }
}

#[test]
fn a_score_keeps_the_digits_that_a_cell_has_room_for() {
    let cases = [
        (0.0, "0"),
        (-0.0, "0"),
        (7.5, "7.5"),
        (5490.0, "5490"),
        (-12.25, "-12.25"),
        (1.0 / 3.0, "0.3333"),
        (0.1 + 0.2, "0.3"),
        (0.220_000_000_000_000_03, "0.22"),
        (1234.5679, "1235"),
        (20000.0, "20\u{202F}000"),
        (-123_456_789.0, "-123\u{202F}456\u{202F}789"),
        (1_000_000_000_000_001.0, "1 × 10¹⁵"),
        (6.022e23, "6.022 × 10²³"),
        (0.000_25, "0.00025"),
        (1.5e-9, "1.5 × 10⁻⁹"),
        (5e-324, "4.941 × 10⁻³²⁴"),
        (f64::NAN, "–"),
        (f64::NEG_INFINITY, "-∞"),
    ];
    for (x, text) in cases {
        assert_eq!(ENGLISH.number(x), text);
    }
    assert_eq!(ENGLISH.range(0.5, 12000.0), "0.5–12\u{202F}000");
}

#[test]
fn values_are_whole_numbers() {
    for (x, text) in [(0.704, "70"), (-0.001, "0"), (0.125, "13"), (1.0, "100"), (f64::NAN, "–")] {
        assert_eq!(ENGLISH.value(x), text);
    }
}

#[test]
fn percentages_keep_a_decimal_below_one() {
    let cases = [(0.22, "22"), (1.0, "100"), (0.01, "1"), (0.0096, "1"), (0.004, "0.4"), (0.0002, "0"), (-1e-9, "0")];
    for (share, expected) in cases {
        assert_eq!(ENGLISH.percent(share), format!("{expected}\u{202F}%"));
    }
    assert_eq!((percent_decimals(0.0094), percent_decimals(0.0096)), (1, 0));
    assert_eq!(ENGLISH.percent_to(0.2261, 1), "22.6\u{202F}%");
    for half in [0.125, 0.125_f64.next_down(), 0.125_f64.next_up()] {
        assert_eq!(ENGLISH.percent(half), "13\u{202F}%");
    }
}

#[test]
fn points_have_two_digits() {
    let cases = [(0.17, "17"), (0.024, "2.4"), (0.05, "5"), (0.0024, "0.24"), (0.0, "0"), (-0.125, "-13")];
    for (difference, expected) in cases {
        assert_eq!(ENGLISH.points(difference), expected);
    }
    assert_eq!(ENGLISH.signed_points(-0.15), "−15");
    assert_eq!(counterpoise::text::Points(0.00001).to_string(), "less than 0.01");
    for (x, text) in
        [(0.0, "0"), (1e-5, "less than 0.1"), (0.004, "0.4"), (0.64, "64"), (0.999, "more than 99"), (1.0, "100")]
    {
        assert_eq!(counterpoise::text::Share(x).to_string(), format!("{text}\u{202F}%"));
    }
}
