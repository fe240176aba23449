//! `splitting-bias`: a branch holds three times the criteria of another, and their weights follow the number of criteria.
//!
//! People tend to give more weight in all to what is split into more parts (Weber, Eisenführ & von Winterfeldt 1988).

use std::collections::BTreeMap;

use super::{Check, Model, Severity, Subject};
use crate::model::Place;
use crate::pace::Pace;
use crate::text::{Percent, Remark};

const FOLD: usize = 3;

/// The ratio of weights may differ so much, as a share, from that of the numbers of criteria.
const FOLLOWS: f64 = 0.1;

pub(super) async fn check(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let entries = model.outline().entries();
    let mut siblings: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        siblings.entry(entry.parent).or_default().push(at);
    }
    let mut checks = Vec::new();
    for siblings in siblings.values() {
        checks.extend(among(model, siblings, pace).await);
    }
    checks
}

/// The first pair of siblings of which it holds.
async fn among(model: &Model, siblings: &[usize], pace: &Pace) -> Option<Check> {
    let (outline, problem) = (model.outline(), model.problem());
    let leaves = |at: usize| outline.entries()[at].leaves.len();
    let weight = |at: usize| outline.share(at, &problem.weights);
    let is_biased = |large: usize, small: usize| {
        #[expect(clippy::cast_precision_loss, reason = "counts of criteria")]
        let by_count = leaves(large) as f64 / leaves(small) as f64;
        (weight(large) / weight(small) / by_count - 1.0).abs() <= FOLLOWS
    };
    let mut found = None;
    for &large in siblings.iter().filter(|&&large| leaves(large) >= FOLD) {
        pace.spend(siblings.len() * leaves(large)).await;
        let smaller = siblings.iter().filter(|&&small| leaves(small) > 0 && leaves(large) >= FOLD * leaves(small));
        found = smaller.copied().find(|&small| is_biased(large, small)).map(|small| (large, small));
        if found.is_some() {
            break;
        }
    }
    let (large, small) = found?;
    let node = |at: usize| model.document().node(outline.entries()[at].id);
    let name = |at: usize| node(at).map_or_else(String::new, |node| node.name().to_owned());
    let weight = |at: usize| Percent(weight(at));
    let remark = Remark::SplittingBias {
        large: name(large),
        large_count: leaves(large),
        large_weight: weight(large),
        small: name(small),
        small_count: leaves(small),
        small_weight: weight(small),
    };
    Some(Check::new("splitting-bias", Severity::Note, Place::Node(outline.entries()[large].id), remark))
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::model::{Criterion, Document, Group, Id, Node};

    /// A group of six criteria beside one of two.
    fn document(points: [f64; 2]) -> Document {
        let group = |name: &str, count: usize| {
            let child = |i: usize| {
                let name = format!("{name} {i}");
                Node::Criterion(Criterion::new(Id::slug(&name), name.clone()))
            };
            let children = (0..count).map(child).collect();
            Node::Group(Group { id: Id::slug(name), name: name.into(), description: String::new(), children })
        };
        let mut document = Document { criteria: vec![group("Large", 6), group("Small", 2)], ..Document::default() };
        document.weights = [(Id::slug("Large"), points[0]), (Id::slug("Small"), points[1])].into();
        document.complete_weights();
        document
    }

    #[test]
    fn fires_where_weights_follow_the_count() {
        let checks = said("splitting-bias", document([74.0, 26.0]));
        assert_eq!(checks.len(), 1);
        assert_eq!(
            checks[0].message,
            "Large (6 criteria, 74\u{202F}%) weighs as much more than Small (2 criteria, 26\u{202F}%) as it has more criteria."
        );
    }

    #[test]
    fn is_silent_where_they_do_not() {
        assert!(said("splitting-bias", document([50.0, 50.0])).is_empty());
    }
}
