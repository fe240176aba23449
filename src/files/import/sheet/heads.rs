//! What the head of a criterion says beside its name: `Price (EUR)`, `Quality [1-10]`, `Noise (less is better)`.

use super::figures::{Decimal, figure};
use super::words;

/// The head of a criterion, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub name: String,
    pub unit: String,
    /// The two ends of the scale, the lower first.
    pub range: Option<(f64, f64)>,
    /// As decision CSV writes it.
    pub direction: Option<&'static str>,
}

impl Head {
    /// True where it says more than a name.
    pub fn says_something(&self) -> bool {
        !self.unit.is_empty() || self.range.is_some() || self.direction.is_some()
    }
}

/// The longest text in brackets that is taken as a unit, in letters.
const MAX_UNIT: usize = 16;

/// Takes a head apart. What stands in its last brackets is a direction, a range or a unit; longer texts stay in the name.
pub fn head(text: &str) -> Head {
    let mut head = Head { name: text.trim().to_owned(), ..Head::default() };
    while let Some((name, inner)) = last_brackets(&head.name) {
        let span = figure(inner, Decimal::Point).filter(|figure| figure.numbers.len() == 2);
        if let Some(direction) =
            words::direction(inner).filter(|_| head.direction.is_none() && !is_minutes(name, inner))
        {
            head.direction = Some(direction);
        } else if let Some(span) = span.filter(|span| head.range.is_none() && span.numbers[0] < span.numbers[1]) {
            head.range = Some((span.numbers[0], span.numbers[1]));
            if head.unit.is_empty() {
                head.unit = if span.percent { "%".into() } else { span.unit };
            }
        } else if head.unit.is_empty()
            && !inner.is_empty()
            && inner.chars().count() <= MAX_UNIT
            && figure(inner, Decimal::Point).is_none()
        {
            head.unit = inner.to_owned();
        } else {
            break;
        }
        head.name = name.to_owned();
    }
    if head.unit.is_empty()
        && let Some((name, unit)) = head.name.rsplit_once(", ")
        && words::is_unit(unit)
    {
        (head.unit, head.name) = (unit.trim().to_owned(), name.trim_end().to_owned());
    }
    for (arrow, direction) in [('↑', "max"), ('↓', "min"), ('▲', "max"), ('▼', "min")] {
        if let Some(name) = head.name.strip_suffix(arrow).or_else(|| head.name.strip_prefix(arrow)) {
            head.direction.get_or_insert(direction);
            head.name = name.trim().to_owned();
        }
    }
    head
}

/// `min` behind a time is minutes, and a direction in every other place.
fn is_minutes(name: &str, inner: &str) -> bool {
    let name = name.to_lowercase();
    inner.eq_ignore_ascii_case("min")
        && ["time", "duration", "delay", "wait", "час", "тривал"].iter().any(|word| name.contains(word))
}

/// Name and content of the brackets at the end of a text.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let (open, close) = match text.chars().next_back()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let at = text.rfind(open)?;
    let name = text[..at].trim_end();
    let inner = text[at + 1..text.len() - close.len_utf8()].trim();
    (!name.is_empty() && !inner.contains([')', ']'])).then_some((name, inner))
}

#[cfg(test)]
mod tests {
    use super::{Head, head};

    #[test]
    fn heads_are_taken_apart() {
        let plain = |name: &str, unit: &str| Head { name: name.into(), unit: unit.into(), ..Head::default() };
        assert_eq!(head("Price (EUR)"), plain("Price", "EUR"));
        assert_eq!(head(" Price [EUR] "), plain("Price", "EUR"));
        assert_eq!(head("Ціна, грн"), plain("Ціна", "грн"));
        assert_eq!(head("Size, weight"), plain("Size, weight", ""));
        assert_eq!(head("Quality (1-10)"), Head { range: Some((1.0, 10.0)), ..plain("Quality", "") });
        assert_eq!(head("Noise [dB] (less is better)"), Head { direction: Some("min"), ..plain("Noise", "dB") });
        assert_eq!(head("Risk ↓"), Head { direction: Some("min"), ..plain("Risk", "") });
        assert_eq!(head("Cost (min)"), Head { direction: Some("min"), ..plain("Cost", "") });
        assert_eq!(head("Travel time (min)"), plain("Travel time", "min"));
        assert_eq!(head("(EUR)"), plain("(EUR)", ""));
        assert_eq!(head("Comfort (as the family sees it on holidays)").unit, "");
        assert_eq!(head("Plan (2)"), plain("Plan (2)", ""));
    }
}
