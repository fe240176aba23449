//! `splitting-bias`: a branch holds three times the criteria of another, and their weights follow the number of criteria.
//!
//! People tend to give more weight in all to what is split into more parts (Weber, Eisenführ & von Winterfeldt 1988).

use super::{Check, Model, Severity};
use crate::model::Place;
use crate::text::{Percent, Remark};

const FOLD: usize = 3;

/// The ratio of weights may differ so much, as a share, from that of the numbers of criteria.
const FOLLOWS: f64 = 0.1;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let outline = model.outline();
    let parents = std::iter::once(None).chain((0..outline.entries().len()).map(Some));
    parents.filter_map(|parent| among(model, parent)).collect()
}

/// The first pair of siblings of which it holds.
fn among(model: &Model, parent: Option<usize>) -> Option<Check> {
    let (outline, problem) = (model.outline(), model.problem());
    let siblings: Vec<usize> = outline.children(parent).collect();
    let leaves = |at: usize| outline.entries()[at].leaves.len();
    let pairs = siblings.iter().flat_map(|&large| siblings.iter().map(move |&small| (large, small)));
    let (large, small) = pairs
        .filter(|&(large, small)| leaves(small) > 0 && leaves(large) >= FOLD * leaves(small))
        .find(|&(large, small)| {
            let weight = |at: usize| outline.share(at, &problem.weights);
            #[expect(clippy::cast_precision_loss, reason = "counts of criteria")]
            let by_count = leaves(large) as f64 / leaves(small) as f64;
            (weight(large) / weight(small) / by_count - 1.0).abs() <= FOLLOWS
        })?;
    let node = |at: usize| model.document().node(outline.entries()[at].id);
    let name = |at: usize| node(at).map_or_else(String::new, |node| node.name().to_owned());
    let weight = |at: usize| Percent(outline.share(at, &problem.weights));
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
