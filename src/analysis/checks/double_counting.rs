//! `double-counting`: two criteria correlate above 0.9 over five or more options, or a criterion bears the name of a group
//! that it stands in, so that the whole is scored beside its parts.

use super::{Check, Model, Severity, Subject};
use crate::model::{Node, Place};
use crate::text::{Fixed, Remark};

/// Pearson's correlation of values from which two criteria say the same.
const HIGH: f64 = 0.9;

/// Below so many options a correlation says nothing.
const FEWEST: usize = 5;

/// Of more options than this an even sample is looked at.
const MOST: usize = 1000;

/// How often a correlation goes through both columns.
const PASSES: usize = 3;

pub(super) async fn check(subject: &Subject<'_>) -> Vec<Check> {
    let mut checks = whole_beside_parts(subject.model);
    checks.extend(alike(subject).await);
    super::abridge(checks, |check| check, super::same_for_pairs)
}

async fn alike(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let problem = model.problem();
    let ids = super::leaf_ids(model);
    let stride = problem.alternatives.len().div_ceil(MOST).max(1);
    let columns: Vec<(usize, Vec<f64>)> = problem
        .values
        .iter()
        .enumerate()
        .filter(|(at, _)| problem.weights[*at] > 0.0)
        .map(|(at, column)| (at, column.iter().copied().step_by(stride).collect()))
        .collect();
    let mut checks = Vec::new();
    for (place, (one, left)) in columns.iter().enumerate() {
        for (other, right) in &columns[place + 1..] {
            pace.spend(PASSES * left.len()).await;
            let Some(r) = correlation(left, right).filter(|&r| r > HIGH) else { continue };
            let name = |at: usize| problem.criteria[at].name.clone();
            let remark = Remark::GoHandInHand { one: name(*one), other: name(*other), correlation: Fixed(r, 2) };
            checks.push(Check::new("double-counting", Severity::Warning, Place::Node(ids[*other]), remark));
        }
    }
    checks
}

/// Pearson's correlation over the options scored on both; None with too few of them, or where one does not vary.
fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let both = || left.iter().zip(right).filter(|(x, y)| !x.is_nan() && !y.is_nan());
    let count = both().count();
    if count < FEWEST {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of options")]
    let n = count as f64;
    let (mean_x, mean_y) = both().fold((0.0, 0.0), |(sum_x, sum_y), (x, y)| (sum_x + x / n, sum_y + y / n));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in both() {
        let (dx, dy) = (x - mean_x, y - mean_y);
        (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
    }
    // What rounding leaves of a constant column is no variation.
    (xx > 1e-24 * n && yy > 1e-24 * n).then(|| xy / (xx * yy).sqrt())
}

fn whole_beside_parts(model: &Model) -> Vec<Check> {
    let mut checks = Vec::new();
    for node in &model.document().criteria {
        node.visit(&mut |node| {
            let Node::Group(group) = node else { return };
            let own = group.children.iter().filter_map(Node::as_criterion).find(|child| {
                group.children.len() > 1 && child.name.trim().to_lowercase() == group.name.trim().to_lowercase()
            });
            checks.extend(own.map(|child| {
                let remark = Remark::WholeBesideParts { criterion: child.name.clone(), group: group.name.clone() };
                Check::new("double-counting", Severity::Warning, Place::Node(child.id), remark)
            }));
        });
    }
    checks
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Criterion, Document, Group, Id, Node};

    fn five(second: [f64; 5]) -> Document {
        let first = [10.0, 20.0, 30.0, 45.0, 90.0];
        let rows: Vec<[f64; 2]> = first.into_iter().zip(second).map(|(x, y)| [x, y]).collect();
        let names = ["A", "B", "C", "D", "E"];
        let options: Vec<(&str, &[f64])> = names.iter().zip(&rows).map(|(name, row)| (*name, &row[..])).collect();
        rated(&[("P", 50.0), ("Q", 50.0)], &options)
    }

    #[test]
    fn fires_where_two_criteria_say_the_same() {
        let checks = said("double-counting", five([12.0, 19.0, 33.0, 44.0, 91.0]));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "P and Q go hand in hand: correlation 1.00.");
    }

    #[test]
    fn is_silent_where_they_differ_oppose_each_other_or_are_few() {
        for second in [[50.0, 10.0, 70.0, 20.0, 40.0], [90.0, 80.0, 70.0, 55.0, 10.0], [5.0; 5]] {
            assert!(said("double-counting", five(second)).is_empty());
        }
        let mut four = five([12.0, 19.0, 33.0, 44.0, 91.0]);
        four.alternatives.remove(four.alternatives.len() - 1);
        assert!(said("double-counting", four).is_empty());
    }

    #[test]
    fn fires_where_the_whole_is_scored_beside_its_parts() {
        let criterion = |name: &str| Node::Criterion(Criterion::new(Id::slug(name), name));
        let group = |children| {
            Node::Group(Group { id: Id::slug("group"), name: "Cost".into(), description: String::new(), children })
        };
        let mut document =
            Document { criteria: vec![group(vec![criterion("cost"), criterion("Fuel")])], ..Document::default() };
        assert_eq!(said("double-counting", document.clone()).len(), 1);
        document.criteria = vec![group(vec![criterion("Price"), criterion("Fuel")])];
        assert!(said("double-counting", document).is_empty());
    }
}
