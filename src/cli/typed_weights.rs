//! Weights as they are typed: `Price=3,Comfort=2`.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::error::CliError;
use super::words::Note;
use super::{names, output};
use crate::model::{Document, Id, Points};
use crate::text::{List, messages};

/// Points of criteria by name, in the order typed; at least one of them above 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights(Vec<(String, f64)>);

messages! {
    /// Why a text is no weights.
    #[derive(Clone, Debug, PartialEq)]
    pub enum WeightsError in "typedWeights" {
        NoPoints(text: String),
        OpenQuote,
        BadPoints { name: String, points: String },
        AllZero,
        TooLarge,
    }
}

impl std::error::Error for WeightsError {}

impl FromStr for Weights {
    type Err = WeightsError;

    fn from_str(text: &str) -> Result<Self, WeightsError> {
        let mut weights = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest {
            let (name, behind) = split_name(text.trim_start())?;
            let (points, next) = match behind.split_once(',') {
                Some((points, next)) => (points.trim(), Some(next)),
                None => (behind.trim(), None),
            };
            match points.parse::<f64>() {
                Ok(x) if x.is_finite() && x >= 0.0 => weights.push((name, x)),
                _ => return Err(WeightsError::BadPoints { name, points: points.into() }),
            }
            rest = next;
        }
        match weights.iter().map(|(_, points)| points).sum::<f64>() {
            sum if sum <= 0.0 => Err(WeightsError::AllZero),
            sum if !sum.is_finite() => Err(WeightsError::TooLarge),
            _ => Ok(Self(weights)),
        }
    }
}

/// The name at the beginning of `text`, and what follows its `=`. A name in double quotes may hold commas, and a double
/// quote written twice, as in CSV; any other ends at the last `=` before the comma.
fn split_name(text: &str) -> Result<(String, &str), WeightsError> {
    let no_points = |name: &str| WeightsError::NoPoints(name.trim().into());
    let Some(mut quoted) = text.strip_prefix('"') else {
        let entry = text.split(',').next().unwrap_or(text);
        let (name, _) = entry.rsplit_once('=').ok_or_else(|| no_points(entry))?;
        return Ok((name.trim().into(), &text[name.len() + 1..]));
    };
    let mut name = String::new();
    loop {
        let (part, behind) = quoted.split_once('"').ok_or(WeightsError::OpenQuote)?;
        name += part;
        let Some(more) = behind.strip_prefix('"') else {
            let behind = behind.trim_start().strip_prefix('=').ok_or_else(|| no_points(&name))?;
            return Ok((name, behind));
        };
        name.push('"');
        quoted = more;
    }
}

impl Weights {
    /// The points that give the criteria of `document` these overall weights. Those that are not named get 0, which a note
    /// on standard error says.
    pub fn points(&self, document: &Document, origin: &str) -> Result<Points, CliError> {
        let leaves = document.leaves();
        let mut points: BTreeMap<Id, f64> = BTreeMap::new();
        for (wanted, x) in &self.0 {
            let leaf = names::find(&leaves, |leaf| &leaf.name, wanted).ok_or_else(|| {
                let known = leaves.iter().map(|leaf| leaf.name.clone()).collect();
                CliError::UnknownCriterion { origin: origin.into(), wanted: wanted.clone(), known }
            })?;
            if points.insert(leaf.id, *x).is_some() {
                return Err(CliError::CriterionTwice { name: leaf.name.clone() });
            }
        }
        let unnamed: Vec<&str> =
            leaves.iter().filter(|leaf| !points.contains_key(&leaf.id)).map(|leaf| leaf.name.as_str()).collect();
        if !unnamed.is_empty() {
            output::note(Note::NotNamed { names: List::commas(unnamed) });
        }
        let sum: f64 = points.values().sum();
        let shares: Vec<f64> = leaves.iter().map(|leaf| points.get(&leaf.id).map_or(0.0, |x| x / sum)).collect();
        Ok(document.outline().points(&shares, &document.weights))
    }
}

#[cfg(test)]
mod tests {
    use super::{Weights, WeightsError};

    fn parse(text: &str) -> Result<Vec<(String, f64)>, WeightsError> {
        text.parse().map(|Weights(weights)| weights)
    }

    #[test]
    fn names_and_points() {
        let expected = vec![("Price".to_owned(), 3.0), ("Running costs".to_owned(), 0.5)];
        assert_eq!(parse("Price=3,Running costs=0.5").unwrap(), expected);
        assert_eq!(parse(" Price = 3 , Running costs = 5e-1 ").unwrap(), expected);
    }

    #[test]
    fn names_with_commas_equal_signs_and_quotes() {
        let expected = vec![("A, b".to_owned(), 3.0), ("x=y".to_owned(), 1.0), ("6\" nails".to_owned(), 2.0)];
        assert_eq!(parse("\"A, b\"=3,x=y=1,6\" nails=2").unwrap(), expected);
        assert_eq!(parse("\"A, b\" = 3, \"x=y\"=1, \"6\"\" nails\"=2").unwrap(), expected);
    }

    #[test]
    fn what_is_no_weights() {
        let bad_points = |points: &str| WeightsError::BadPoints { name: "Price".into(), points: points.into() };
        for points in ["", "-1", "NaN", "inf", "1e999", "three"] {
            assert_eq!(parse(&format!("Price={points}")).unwrap_err(), bad_points(points));
        }
        assert_eq!(parse("").unwrap_err(), WeightsError::NoPoints(String::new()));
        assert_eq!(parse("Price=1,").unwrap_err(), WeightsError::NoPoints(String::new()));
        assert_eq!(parse("Price").unwrap_err(), WeightsError::NoPoints("Price".into()));
        assert_eq!(parse("\"Price=1").unwrap_err(), WeightsError::OpenQuote);
        assert_eq!(parse("\"Price\"1").unwrap_err(), WeightsError::NoPoints("Price".into()));
        assert_eq!(parse("Price=0,Looks=0").unwrap_err(), WeightsError::AllZero);
        assert_eq!(parse("Price=1e308,Looks=1e308").unwrap_err(), WeightsError::TooLarge);
    }
}
