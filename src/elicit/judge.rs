//! A judgement about siblings becomes their weights, and an edit.

use std::ops::Range;

use super::pairwise::Comparisons;
use super::{
    ElicitError, allocation, best_worst, critic, entropy, pairwise, points, rank_order, standard_deviation, swing,
};
use crate::model::{Document, Edit, Id, Information, Judgement, Node, Pairwise, Points, Problem};

/// What follows from a judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// By sibling, in the document's order. They sum to 1.
    pub weights: Vec<(Id, f64)>,
    /// How far pairwise comparisons agree with each other.
    pub pairwise: Option<pairwise::Consistency>,
    /// How far the comparisons with the best and the worst agree.
    pub best_worst: Option<best_worst::Solution>,
}

/// The edit that keeps `judgement` about the children of `parent` (none: the top level) and gives them the points that
/// follow from it: the very points that were given, or else shares of 100.
///
/// # Errors
/// As for [`weigh`].
pub fn judge(document: &Document, parent: Option<Id>, judgement: Judgement) -> Result<Edit, ElicitError> {
    let weighed = weigh(document, parent, &judgement)?;
    let mut weights = document.weights.clone();
    match &judgement {
        Judgement::Points(points) | Judgement::Allocation(points) | Judgement::Swing(points) => weights.extend(points),
        _ => weights.extend(weighed.weights.iter().map(|(id, weight)| (*id, weight * 100.0))),
    }
    let mut judgements = document.judgements.clone();
    judgements.set(parent, Some(judgement));
    Ok(Edit::Batch(vec![Edit::SetJudgements(Box::new(judgements)), Edit::SetWeights(weights)]))
}

/// What follows from a judgement about the children of `parent`, or about the top level.
///
/// # Errors
/// Where there is no such group, somebody is left out, or the judgement gives no weights.
pub fn weigh(document: &Document, parent: Option<Id>, judgement: &Judgement) -> Result<Weighed, ElicitError> {
    let nodes = match parent {
        None => &document.criteria,
        Some(id) => {
            document.node(id).and_then(Node::as_group).map(|group| &group.children).ok_or(ElicitError::Unknown(id))?
        }
    };
    let siblings: Vec<(Id, String)> = nodes.iter().map(|node| (node.id(), node.name().to_owned())).collect();
    if siblings.is_empty() {
        return Err(ElicitError::Nothing);
    }
    let (mut pairwise, mut best_worst) = (None, None);
    let weights = match judgement {
        Judgement::Equal => points::weights(&vec![1.0; siblings.len()])?,
        Judgement::Points(points) => points::weights(&by_sibling(&siblings, points)?)?,
        Judgement::Allocation(points) => allocation::weights(&by_sibling(&siblings, points)?)?,
        Judgement::Swing(points) => swing::weights(&by_sibling(&siblings, points)?)?,
        Judgement::RankOrder { formula, order } => {
            let tier = |id: &Id| order.iter().position(|tier| tier.contains(id));
            let tiers = all(&siblings, tier)?;
            let sizes: Vec<usize> = order.iter().map(Vec::len).collect();
            let weights = rank_order::weights(&sizes, *formula)?;
            tiers.into_iter().map(|tier| weights[tier]).collect()
        }
        Judgement::Pairwise(ratios) => {
            let comparisons = comparisons(&siblings, ratios)?;
            pairwise = Some(pairwise::consistency(&comparisons)?);
            pairwise::weights(&comparisons, ratios.priorities)?
        }
        Judgement::BestWorst { best, worst, best_to_others, others_to_worst } => {
            let grades =
                |grades: &Points, own: &Id| all(&siblings, |id| grades.get(id).copied().or((id == own).then_some(1.0)));
            let place = |id: Id| place(&siblings, id);
            let solution = best_worst::solve(&best_worst::BestWorst {
                names: siblings.iter().map(|(_, name)| name.clone()).collect(),
                best: place(*best)?,
                worst: place(*worst)?,
                best_to_others: grades(best_to_others, best)?,
                others_to_worst: grades(others_to_worst, worst)?,
            })?;
            let weights = solution.weights.clone();
            best_worst = Some(solution);
            weights
        }
        Judgement::DataDriven(information) => data_driven(document, &siblings, *information)?,
    };
    Ok(Weighed { weights: siblings.into_iter().map(|(id, _)| id).zip(weights).collect(), pairwise, best_worst })
}

/// The matrix of comparisons among `items`.
pub(super) fn comparisons(items: &[(Id, String)], pairwise: &Pairwise) -> Result<Comparisons, ElicitError> {
    let mut comparisons = Comparisons::new(items.iter().map(|(_, name)| name.clone()).collect());
    for &(one, other, ratio) in &pairwise.ratios {
        comparisons.set(place(items, one)?, place(items, other)?, ratio)?;
    }
    Ok(comparisons)
}

fn place(items: &[(Id, String)], wanted: Id) -> Result<usize, ElicitError> {
    items.iter().position(|(id, _)| *id == wanted).ok_or(ElicitError::Unknown(wanted))
}

/// What `said` tells of each sibling, or an error that names those of whom it tells nothing.
fn all<T>(siblings: &[(Id, String)], said: impl Fn(&Id) -> Option<T>) -> Result<Vec<T>, ElicitError> {
    let names: Vec<String> =
        siblings.iter().filter(|(id, _)| said(id).is_none()).map(|(_, name)| name.clone()).collect();
    if names.is_empty() {
        Ok(siblings.iter().filter_map(|(id, _)| said(id)).collect())
    } else {
        Err(ElicitError::Unjudged { names })
    }
}

fn by_sibling(siblings: &[(Id, String)], points: &Points) -> Result<Vec<f64>, ElicitError> {
    all(siblings, |id| points.get(id).copied())
}

/// The criteria below the siblings are weighed against each other; a group weighs what its criteria do.
fn data_driven(
    document: &Document,
    siblings: &[(Id, String)],
    information: Information,
) -> Result<Vec<f64>, ElicitError> {
    let outline = document.outline();
    let leaves = |id: Id| outline.find(id).map_or(0..0, |at| outline.entries()[at].leaves.clone());
    let below: Vec<Range<usize>> = siblings.iter().map(|(id, _)| leaves(*id)).collect();
    let first = below.first().map_or(0, |range| range.start);
    let all = first..below.last().map_or(first, |range| range.end);
    let problem = Problem::of(document);
    let weights = match information {
        Information::Entropy => entropy::weights(&problem, all)?,
        Information::Critic => critic::weights(&problem, all)?,
        Information::StandardDeviation => standard_deviation::weights(&problem, all)?,
    };
    Ok(below.iter().map(|range| weights[range.start - first..range.end - first].iter().sum()).collect())
}
