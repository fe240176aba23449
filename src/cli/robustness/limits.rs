//! Limits on weights as they are typed: `Price >= Comfort`, `0.2 <= Price <= 0.4`, `2*Price + Looks <= 0.5`.

use std::str::FromStr;

use crate::cli::error::CliError;
use crate::cli::names;
use crate::elicit::limits::Linear;
use crate::model::{self, Document, Outline};
use crate::text::messages;

/// Sums of weights of criteria and groups by name, with a relation between each and the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// As it was typed.
    pub text: String,
    first: Sum,
    rest: Vec<(Relation, Sum)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Sum {
    terms: Vec<(f64, String)>,
    number: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Relation {
    AtMost,
    AtLeast,
    Equal,
}

messages! {
    /// Why a text is no limit.
    #[derive(Clone, Debug, PartialEq)]
    pub enum LimitError in "typedLimit" {
        NoRelation,
        Strict(sign: String),
        /// A weight or number.
        MissingAtAnEnd,
        MissingBefore(text: String),
        MissingBehind(text: String),
        OpenQuote,
        BehindQuote(text: String),
        NoName,
    }
}

impl std::error::Error for LimitError {}

impl FromStr for Limit {
    type Err = LimitError;

    fn from_str(text: &str) -> Result<Self, LimitError> {
        let (first, mut left) = sum(text)?;
        let mut rest = Vec::new();
        while let Some(letter) = left.chars().next() {
            let (relation, length) = match (letter, left.as_bytes().get(1)) {
                ('<', Some(b'=')) => (Relation::AtMost, 2),
                ('>', Some(b'=')) => (Relation::AtLeast, 2),
                ('=', _) => (Relation::Equal, 1),
                _ => return Err(LimitError::Strict(letter.into())),
            };
            let (next, behind) = sum(&left[length..])?;
            rest.push((relation, next));
            left = behind;
        }
        if rest.is_empty() {
            return Err(LimitError::NoRelation);
        }
        if first.terms.is_empty() && rest.iter().all(|(_, sum)| sum.terms.is_empty()) {
            return Err(LimitError::NoName);
        }
        Ok(Self { text: text.trim().into(), first, rest })
    }
}

/// The sum at the beginning of `text`, and what follows from its relation on.
fn sum(text: &str) -> Result<(Sum, &str), LimitError> {
    let (mut sum, mut left, mut sign) = (Sum::default(), text, 1.0);
    loop {
        left = left.trim_start();
        let (factor, behind) = factor(left);
        let (name, behind) = name(behind)?;
        let is_quoted = behind.len() < left.len() && left[..left.len() - behind.len()].ends_with('"');
        match name.parse().ok().filter(|x: &f64| x.is_finite() && !is_quoted) {
            _ if name.is_empty() && !is_quoted => return Err(missing(text, behind)),
            Some(number) => sum.number += sign * factor * number,
            None => sum.terms.push((sign * factor, name)),
        }
        left = behind.trim_start();
        sign = match left.chars().next() {
            Some('+') => 1.0,
            Some('-') => -1.0,
            Some('<' | '>' | '=') | None => return Ok((sum, left)),
            Some(_) => return Err(LimitError::BehindQuote(left.into())),
        };
        left = &left[1..];
    }
}

/// What a weight is multiplied by, and what follows; 1 where nothing says so.
fn factor(text: &str) -> (f64, &str) {
    let factor = text.split_once('*').and_then(|(number, behind)| Some((number.trim().parse().ok()?, behind)));
    factor.filter(|(number, _): &(f64, _)| number.is_finite()).unwrap_or((1.0, text))
}

/// The name or number at the beginning of `text`, and what follows it. In double quotes a name may hold anything, and a
/// double quote written twice, as in CSV; any other ends at a relation, or at a + or - between blanks.
fn name(text: &str) -> Result<(String, &str), LimitError> {
    let text = text.trim_start();
    let Some(mut quoted) = text.strip_prefix('"') else {
        let bytes = text.as_bytes();
        let is_blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
        let ends = |&(at, letter): &(usize, char)| match letter {
            '<' | '>' | '=' => true,
            '+' | '-' => at > 0 && is_blank(at - 1) && is_blank(at + 1),
            _ => false,
        };
        let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
        return Ok((text[..end].trim().into(), &text[end..]));
    };
    let mut name = String::new();
    loop {
        let (part, behind) = quoted.split_once('"').ok_or(LimitError::OpenQuote)?;
        name += part;
        let Some(more) = behind.strip_prefix('"') else { return Ok((name, behind)) };
        name.push('"');
        quoted = more;
    }
}

/// Something is missing in `text` where only `behind` is left.
fn missing(text: &str, behind: &str) -> LimitError {
    match (text[..text.len() - behind.len()].trim(), behind.trim()) {
        ("", "") => LimitError::MissingAtAnEnd,
        ("", behind) => LimitError::MissingBefore(behind.into()),
        (before, _) => LimitError::MissingBehind(before.into()),
    }
}

impl Limit {
    /// What it says of the overall weights of `document`, a condition for each relation.
    pub fn conditions(&self, document: &Document, outline: &Outline, origin: &str) -> Result<Vec<Linear>, CliError> {
        let mut conditions = Vec::new();
        let mut left = &self.first;
        for (relation, right) in &self.rest {
            let mut coefficients = vec![0.0; outline.leaves()];
            for (sum, sign) in [(left, 1.0), (right, -1.0)] {
                for (factor, name) in &sum.terms {
                    let leaves = outline.entries()[find(document, outline, origin, name)?].leaves.clone();
                    coefficients[leaves].iter_mut().for_each(|coefficient| *coefficient += sign * factor);
                }
            }
            let bound = right.number - left.number;
            let (least, most) = match relation {
                Relation::AtMost => (f64::NEG_INFINITY, bound),
                Relation::AtLeast => (bound, f64::INFINITY),
                Relation::Equal => (bound, bound),
            };
            conditions.push(Linear { coefficients, least, most });
            left = right;
        }
        Ok(conditions)
    }
}

/// A limit that a document keeps, as one would type it.
pub fn written(document: &Document, outline: &Outline, limit: &model::Limit) -> String {
    let name = |id| outline.find(id).map(|at| names::path(document, outline, at)).unwrap_or_default();
    match *limit {
        model::Limit::Within(id, low, high) => format!("{low} <= {} <= {high}", name(id)),
        model::Limit::AtLeast(more, less) => format!("{} >= {}", name(more), name(less)),
    }
}

/// The place in the value tree of a criterion by its name, or else of a group by its path, or by its name.
fn find(document: &Document, outline: &Outline, origin: &str, wanted: &str) -> Result<usize, CliError> {
    let entries = outline.entries();
    let name = |at: usize| document.node(entries[at].id).map_or("", |node| node.name()).to_owned();
    let (criteria, groups): (Vec<usize>, Vec<usize>) = (0..entries.len()).partition(|&at| entries[at].is_criterion);
    let named = |places: &[usize], name: &dyn Fn(usize) -> String| {
        let names: Vec<(usize, String)> = places.iter().map(|&at| (at, name(at))).collect();
        names::find(&names, |(_, name)| name, wanted).map(|(at, _)| *at)
    };
    let path = |at: usize| names::path(document, outline, at);
    let found = named(&criteria, &name).or_else(|| named(&groups, &path)).or_else(|| named(&groups, &name));
    found.ok_or_else(|| CliError::UnknownCriterion {
        origin: origin.into(),
        wanted: wanted.into(),
        known: criteria.iter().chain(&groups).map(|&at| path(at)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Limit, LimitError, Relation, Sum};

    /// The sums and the relations between them.
    fn parse(text: &str) -> Result<(Vec<Sum>, Vec<Relation>), LimitError> {
        let limit: Limit = text.parse()?;
        let relations = limit.rest.iter().map(|(relation, _)| *relation).collect();
        Ok((std::iter::once(limit.first).chain(limit.rest.into_iter().map(|(_, sum)| sum)).collect(), relations))
    }

    fn sum(terms: &[(f64, &str)], number: f64) -> Sum {
        Sum { terms: terms.iter().map(|&(factor, name)| (factor, name.to_owned())).collect(), number }
    }

    #[test]
    fn sums_and_relations() {
        let price = || sum(&[(1.0, "Price")], 0.0);
        let (least, most) = (Relation::AtLeast, Relation::AtMost);
        assert_eq!(parse("Price >= 0.2").unwrap(), (vec![price(), sum(&[], 0.2)], vec![least]));
        assert_eq!(parse("0.2<=Price<=.4").unwrap(), (vec![sum(&[], 0.2), price(), sum(&[], 0.4)], vec![most, most]));
        let expected = sum(&[(2.0, "Price"), (-0.5, "Running costs")], 0.1);
        assert_eq!(parse("2*Price - 0.5 * Running costs + 0.1 = 1").unwrap().0[0], expected);
        assert_eq!(parse("-1*A + 0 = B").unwrap().0[0], sum(&[(-1.0, "A")], 0.0));
        assert_eq!(parse("A = -0.5 + B").unwrap().0[1], sum(&[(1.0, "B")], -0.5));
    }

    #[test]
    fn names_that_look_like_something_else() {
        let first = |text: &str| parse(text).unwrap().0[0].terms[0].clone();
        for (text, name) in [
            ("Run-time >= 0", "Run-time"),
            ("C++ >= 0", "C++"),
            ("\"A - B\" >= 0", "A - B"),
            ("\"a <= \"\"b\"\"\" >= 0", "a <= \"b\""),
            ("\"2020\" >= 0", "2020"),
            ("Infinity >= 0", "Infinity"),
            ("Вартість, ₴ >= 0", "Вартість, ₴"),
            ("a*b >= 0", "a*b"),
            ("\"\" >= 0", ""),
        ] {
            assert_eq!(first(text), (1.0, name.to_owned()), "{text}");
        }
        assert_eq!(first("3 * \"2*x\" >= 0"), (3.0, "2*x".to_owned()));
    }

    #[test]
    fn what_is_no_limit() {
        let before = |text: &str| LimitError::MissingBefore(text.into());
        assert_eq!(parse("").unwrap_err(), LimitError::MissingAtAnEnd);
        assert_eq!(parse("Price").unwrap_err(), LimitError::NoRelation);
        assert_eq!(parse("Price < 1").unwrap_err(), LimitError::Strict("<".into()));
        assert_eq!(parse("Price => 1").unwrap_err(), before("> 1"));
        assert_eq!(parse("Price >= ").unwrap_err(), LimitError::MissingAtAnEnd);
        assert_eq!(parse("Price +  >= 1").unwrap_err(), LimitError::MissingBehind("Price +".into()));
        assert_eq!(parse("<= 1").unwrap_err(), before("<= 1"));
        assert_eq!(parse("\"Price >= 1").unwrap_err(), LimitError::OpenQuote);
        assert_eq!(parse("\"A\" B >= 1").unwrap_err(), LimitError::BehindQuote("B >= 1".into()));
        assert_eq!(parse("1 >= 0.5").unwrap_err(), LimitError::NoName);
    }
}
