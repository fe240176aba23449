//! Options compared in pairs on one criterion: priorities become scores.
//!
//! Saaty 1980, *The analytic hierarchy process*. His two ways: in the distributive mode the priorities themselves are the
//! values, so that a newcomer takes from all; in the ideal mode the best option has the full value, whoever else is there.

use super::judge::comparisons;
use super::{ElicitError, pairwise};
use crate::model::{Cell, Document, Edit, Id, Pairwise, Scale, Score};

/// What an option's priority is a share of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The priority of the best, which is worth the whole scale.
    #[default]
    Ideal,
    /// All priorities, which sum to 1.
    Distributive,
}

/// How far comparisons of the options agree with each other.
///
/// # Errors
/// As for [`pairwise::consistency`].
pub fn consistency(document: &Document, pairwise: &Pairwise) -> Result<pairwise::Consistency, ElicitError> {
    pairwise::consistency(&comparisons(&named(document), pairwise)?)
}

fn named(document: &Document) -> Vec<(Id, String)> {
    document.alternatives.iter().map(|option| (option.id, option.name.clone())).collect()
}

/// The edit that keeps the comparisons and scores all options on `criterion`, which must have a rating scale: from its worst
/// end, as far towards its best as the option's share says. What else stands in the cells stays.
///
/// # Errors
/// As for [`pairwise::weights`], and where `criterion` has no rating scale.
pub fn score(document: &Document, criterion: Id, pairwise: Pairwise, mode: Mode) -> Result<Edit, ElicitError> {
    let leaf = document.criterion(criterion).ok_or(ElicitError::Unknown(criterion))?;
    let Scale::Rating { worst, best } = leaf.scale else {
        return Err(ElicitError::NotARating { criterion: leaf.name.clone() });
    };
    let priorities = pairwise::weights(&comparisons(&named(document), &pairwise)?, pairwise.priorities)?;
    let whole = match mode {
        Mode::Ideal => priorities.iter().copied().fold(0.0, f64::max),
        Mode::Distributive => 1.0,
    };
    let mut judgements = document.judgements.clone();
    judgements.options.insert(criterion, pairwise);
    let mut edits = vec![Edit::SetJudgements(Box::new(judgements))];
    edits.extend(document.alternatives.iter().zip(priorities).enumerate().map(|(row, (option, priority))| {
        let share = priority / whole;
        let score = Score::Exact(worst * (1.0 - share) + best * share);
        let cell =
            Cell { score: Some(score), ..document.alternatives.cell(row, criterion).unwrap_or_default().to_cell() };
        Edit::SetCell { alternative: option.id, criterion, cell }
    }));
    Ok(Edit::Batch(edits))
}
