//! How numbers are written where people read them. Files and machine-readable results keep all digits and are no business
//! of this module.
//!
//! One rule for all of them: a number is taken as the decimal of `MEANT` digits that it stands for, so that what
//! arithmetic leaves behind (`0.22000000000000003`) is never seen, and is rounded half away from zero to the digits that
//! mean something. `assets/page/numbers.js` does the same, to the letter.

/// The space between a figure and its sign, and between thousands: narrow, and never a line's end.
pub const THIN_SPACE: char = '\u{202F}';

/// What stands where there is no number.
pub const NONE: &str = "–";

/// Significant digits that a number is taken to mean. A double has some 16; arithmetic spoils the last ones.
const MEANT: usize = 12;

/// From as many digits on thousands stand apart. Numbers of four digits are left together, as is the custom (SI brochure,
/// 5.4.4), and so years can be read.
const FEWEST_GROUPED: usize = 5;

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Between the whole and its fraction.
    pub decimal_mark: char,
    /// Between thousands.
    pub group: char,
}

impl Numbers {
    /// As in English with the spaces of the SI.
    pub const ENGLISH: Self = Self { decimal_mark: '.', group: THIN_SPACE };

    /// A value of 0 to 1 on the scale of 0 to 100, as a whole number; a dash where there is none.
    #[must_use]
    pub fn value(self, x: f64) -> String {
        self.rounded(x, 2, 0)
    }

    /// A share of 0 to 1 as a percentage: whole, with one decimal below 1 %.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        self.percent_to(share, percent_decimals(share))
    }

    /// A share of 0 to 1 as a percentage with at most so many decimals.
    #[must_use]
    pub fn percent_to(self, share: f64, decimals: usize) -> String {
        format!("{}{THIN_SPACE}%", self.rounded(share, 2, decimals))
    }

    /// A difference of values, 0 to 1, in points of the scale of 0 to 100, with two digits and at most two decimals.
    #[must_use]
    pub fn points(self, difference: f64) -> String {
        let points = difference.abs() * 100.0;
        let decimals = match points {
            x if x >= 9.95 => 0,
            x if x >= 0.995 => 1,
            _ => 2,
        };
        self.rounded(difference, 2, decimals)
    }

    /// A number in its own unit, such as a score: as given where it has up to six digits, else rounded to four, though
    /// never to less than a whole. What would take more than fifteen places is written with a power of ten.
    #[must_use]
    pub fn number(self, x: f64) -> String {
        /// Digits that a cell has room for.
        const AS_GIVEN: i32 = 6;
        const ROUNDED: i32 = 4;
        if let Some(text) = self.plain(x) {
            return text;
        }
        let decimal = Decimal::of(x);
        let meant = decimal.without_zeros();
        let decimals = if meant.digit_count() <= AS_GIVEN { -meant.power } else { ROUNDED - 1 - decimal.magnitude() };
        self.rounded(x, 0, usize::try_from(decimals).unwrap_or(0))
    }

    /// A number as it was given, with all the digits that it takes to tell it from every other.
    #[must_use]
    pub fn exact(self, x: f64) -> String {
        if x.is_nan() {
            // As files call it.
            return "NaN".into();
        }
        if x.is_infinite() {
            return self.number(x);
        }
        let size = x.abs();
        let digits = if is_beyond_writing(x) { format!("{size:e}") } else { format!("{size}") };
        let (mantissa, power) =
            digits.split_once('e').map_or((&*digits, None), |(mantissa, power)| (mantissa, Some(power)));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut text = self.grouped(x < 0.0, whole);
        if !fraction.is_empty() {
            text.push(self.decimal_mark);
            text += fraction;
        }
        match power {
            Some(power) => times_power(&text, power),
            None => text,
        }
    }

    /// What has no fraction to be rounded.
    fn plain(self, x: f64) -> Option<String> {
        if x.is_nan() {
            return Some(NONE.into());
        }
        if x.is_infinite() {
            return Some(format!("{}∞", if x < 0.0 { "-" } else { "" }));
        }
        if is_beyond_writing(x) {
            return Some(self.with_power(x));
        }
        // Whole numbers are exact up to here, so that 1000000000000001 is not taken for its neighbour.
        (x.fract() == 0.0).then(|| self.grouped(x < 0.0, &format!("{}", x.abs())))
    }

    /// A count of things.
    #[must_use]
    pub fn count(self, count: usize) -> String {
        self.grouped(false, &count.to_string())
    }

    /// A number of either sign, such as a difference in points, that shows which.
    #[must_use]
    pub fn signed_points(self, difference: f64) -> String {
        format!("{}{}", if difference < 0.0 { '−' } else { '+' }, self.points(difference.abs()))
    }

    /// From one number to another.
    #[must_use]
    pub fn range(self, low: f64, high: f64) -> String {
        format!("{}–{}", self.number(low), self.number(high))
    }

    /// `x` times ten to the `shift`, rounded half away from zero to so many decimals, without zeros at its end.
    #[must_use]
    pub fn rounded(self, x: f64, shift: i32, decimals: usize) -> String {
        self.written(x, shift, decimals, true)
    }

    /// `x` rounded half away from zero to exactly so many decimals, as figures that stand below each other have them.
    #[must_use]
    pub fn fixed(self, x: f64, decimals: usize) -> String {
        self.written(x, 0, decimals, false)
    }

    fn written(self, x: f64, shift: i32, decimals: usize, trim: bool) -> String {
        if x.is_nan() {
            return NONE.into();
        }
        if x.is_infinite() {
            return self.number(x);
        }
        let decimal = Decimal::of(x);
        let digits = decimal.shifted(shift).rounded(decimals);
        let is_zero = digits.bytes().all(|digit| digit == b'0');
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let fraction = if trim { fraction.trim_end_matches('0') } else { fraction };
        let mut text = self.grouped(decimal.is_negative && !is_zero, whole);
        if !fraction.is_empty() {
            text.push(self.decimal_mark);
            text += fraction;
        }
        text
    }

    fn grouped(self, is_negative: bool, digits: &str) -> String {
        let mut text = String::from(if is_negative { "-" } else { "" });
        let apart = digits.len() >= FEWEST_GROUPED;
        for (at, digit) in digits.chars().enumerate() {
            if apart && at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        text
    }

    /// For what is too large or too small to be written out: `6.022 × 10²³`.
    fn with_power(self, x: f64) -> String {
        let text = format!("{x:.3e}");
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        times_power(&self.rounded(mantissa.parse().unwrap_or(x), 0, 3), power)
    }
}

fn times_power(mantissa: &str, power: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |letter: char| letter.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize]);
    format!("{mantissa} × 10{}", power.chars().map(raised).collect::<String>())
}

/// True where a number would take more than fifteen places.
fn is_beyond_writing(x: f64) -> bool {
    x.abs() >= 1e15 || (x != 0.0 && x.abs() < 1e-6)
}

/// Decimals of a share, 0 to 1, as a percentage: one below 1 %, else none.
#[must_use]
pub fn percent_decimals(share: f64) -> usize {
    usize::from(share.abs() * 100.0 < 0.95)
}

/// What a double means: `digits` times ten to the `power`.
#[derive(Clone, Copy, Debug)]
struct Decimal {
    is_negative: bool,
    digits: u64,
    power: i32,
}

impl Decimal {
    /// Of a number that is one.
    fn of(x: f64) -> Self {
        let text = format!("{:.*e}", MEANT - 1, x.abs());
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        let digits = digits.fold(0_u64, |digits, digit| digits * 10 + u64::from(digit - b'0'));
        let power: i32 = power.parse().unwrap_or(0);
        #[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "a dozen")]
        let places = MEANT as i32 - 1;
        Self { is_negative: x < 0.0, digits, power: power - places }
    }

    fn shifted(self, by: i32) -> Self {
        Self { power: self.power + by, ..self }
    }

    fn without_zeros(mut self) -> Self {
        while self.digits != 0 && self.digits.is_multiple_of(10) {
            (self.digits, self.power) = (self.digits / 10, self.power + 1);
        }
        self
    }

    fn digit_count(self) -> i32 {
        self.digits.checked_ilog10().map_or(1, |last| i32::try_from(last).unwrap_or(0) + 1)
    }

    /// The power of ten of the first digit.
    fn magnitude(self) -> i32 {
        self.power + self.digit_count() - 1
    }

    /// All digits down to so many decimals, at least one of them before the fraction.
    fn rounded(self, decimals: usize) -> String {
        let power = self.power + i32::try_from(decimals).unwrap_or(0);
        let mut text = match (u32::try_from(power), u32::try_from(-power)) {
            (Ok(zeros), _) => format!("{}{}", self.digits, "0".repeat(zeros as usize)),
            (_, Ok(cut)) => {
                let unit = 10_u64.checked_pow(cut);
                unit.map_or(0, |unit| self.digits / unit + u64::from(self.digits % unit >= unit / 2)).to_string()
            }
            _ => "0".into(),
        };
        if self.digits == 0 {
            text = "0".into();
        }
        let missing = (decimals + 1).saturating_sub(text.len());
        text.insert_str(0, &"0".repeat(missing));
        text
    }
}

/// See [`Numbers::value`]; in the language of the program.
#[must_use]
pub fn value(x: f64) -> String {
    current().value(x)
}

/// See [`Numbers::percent`]; in the language of the program.
#[must_use]
pub fn percent(share: f64) -> String {
    current().percent(share)
}

/// See [`Numbers::percent_to`]; in the language of the program.
#[must_use]
pub fn percent_to(share: f64, decimals: usize) -> String {
    current().percent_to(share, decimals)
}

/// See [`Numbers::points`]; in the language of the program.
#[must_use]
pub fn points(difference: f64) -> String {
    current().points(difference)
}

/// See [`Numbers::number`]; in the language of the program.
#[must_use]
pub fn number(x: f64) -> String {
    current().number(x)
}

/// See [`Numbers::range`]; in the language of the program.
#[must_use]
pub fn range(low: f64, high: f64) -> String {
    current().range(low, high)
}

/// See [`Numbers::count`]; in the language of the program.
#[must_use]
pub fn count(count: usize) -> String {
    current().count(count)
}

/// See [`Numbers::fixed`]; in the language of the program.
#[must_use]
pub fn fixed(x: f64, decimals: usize) -> String {
    current().fixed(x, decimals)
}

fn current() -> Numbers {
    super::Language::current().numbers()
}
