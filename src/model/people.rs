//! The people who take part, each with a view of their own.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Document, Id, Points, Score, unique};

/// Somebody whose judgement counts beside the model's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: Id,
    pub name: String,
    /// Points as in [`Document::weights`]; empty where the person goes along with those.
    #[serde(default, deserialize_with = "unique::map", skip_serializing_if = "Points::is_empty")]
    pub weights: Points,
    /// By option and criterion, where the person scores otherwise than the model.
    #[serde(default, deserialize_with = "unique::table", skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<Id, BTreeMap<Id, Score>>,
}

impl Document {
    /// The decision as one person sees it: with their weights and scores where they have given any.
    #[must_use]
    pub fn seen_by(&self, person: &Person) -> Self {
        let mut document = Self { people: Vec::new(), ..self.clone() };
        if !person.weights.is_empty() {
            document.weights.clone_from(&person.weights);
        }
        for (&option, scores) in &person.scores {
            let Some(row) = document.alternatives.place(option) else { continue };
            for (&criterion, &score) in scores {
                document.alternatives.set_score(row, criterion, Some(score));
            }
        }
        document
    }

    /// Drops what people have said of criteria and groups that are no more.
    pub(super) fn forget_opinions_of(&mut self, gone: &BTreeSet<Id>) {
        for person in &mut self.people {
            person.weights.retain(|id, _| !gone.contains(id));
            person.scores.values_mut().for_each(|scores| scores.retain(|id, _| !gone.contains(id)));
            person.scores.retain(|_, scores| !scores.is_empty());
        }
    }
}
