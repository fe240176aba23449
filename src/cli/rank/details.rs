//! Intermediate figures of a method for programs: options and criteria by name.

use serde::{Serialize, Serializer};

use crate::methods::{Detail, DetailValue};
use crate::model::Problem;

/// Figures by name, in the method's order.
pub struct Details<'a> {
    pub problem: &'a Problem,
    pub details: &'a [Detail],
}

/// One figure, its places written as names.
struct Named<'a> {
    problem: &'a Problem,
    value: &'a DetailValue,
}

/// A map from the name of each option to its entry.
struct ByOption<'a, T> {
    alternatives: &'a [String],
    entries: &'a [T],
}

impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.details.iter().map(|detail| (detail.name, Named { problem: self.problem, value: &detail.value })),
        )
    }
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let alternatives = &self.problem.alternatives;
        let name = |&place: &usize| alternatives[place].as_str();
        match self.value {
            DetailValue::ByAlternative(entries) => ByOption { alternatives, entries }.serialize(serializer),
            DetailValue::ByCriterion(numbers) => {
                serializer.collect_map(self.problem.criteria.iter().map(|criterion| &criterion.name).zip(numbers))
            }
            DetailValue::Matrix(rows) => {
                let rows = rows.iter().map(|entries| ByOption { alternatives, entries });
                serializer.collect_map(alternatives.iter().zip(rows))
            }
            DetailValue::Flag(flag) => serializer.serialize_bool(*flag),
            DetailValue::Number(number) => serializer.serialize_f64(*number),
            DetailValue::Alternatives(None) => serializer.serialize_none(),
            DetailValue::Alternatives(Some(places)) => serializer.collect_seq(places.iter().map(name)),
            DetailValue::Pairs(pairs) => serializer.collect_seq(pairs.iter().map(|(a, b)| [name(a), name(b)])),
        }
    }
}

impl<T: Serialize> Serialize for ByOption<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.alternatives.iter().zip(self.entries))
    }
}
