//! The one way to change an open document.
#![expect(clippy::unnecessary_wraps, reason = "the shape that a plan has")]

use super::{Action, Outcome, Refusal, Session, StepName};
use crate::model::{Dismissal, Edit, Id, Place};

/// What an action comes to: a step that is still to be made, and what follows from it.
#[derive(Debug)]
pub(super) struct Plan {
    /// Its name and what it changes; none where all is as it should be already.
    pub step: Option<(StepName, Edit)>,
    pub outcome: Outcome,
}

pub(super) type Planned = Result<Plan, Refusal>;

/// A step under the name that menu and history show.
pub(super) fn step(name: StepName, edit: Edit) -> Planned {
    Ok(Plan { step: Some((name, edit)), outcome: Outcome::Done })
}

/// A step that adds what has this id.
pub(super) fn adding(id: Id, name: StepName, edit: Edit) -> Planned {
    Ok(Plan { step: Some((name, edit)), outcome: Outcome::Added(id) })
}

/// All is as it should be.
pub(super) fn nothing() -> Planned {
    Ok(Plan { step: None, outcome: Outcome::Unchanged })
}

impl Session {
    /// Does what a person asks for, as one step that can be undone. Whatever is not the next part of a drag ends it.
    ///
    /// # Errors
    /// Where the action does not fit the document; nothing has changed then.
    pub fn perform(&mut self, action: Action) -> Result<Outcome, Refusal> {
        if !matches!(action, Action::DragWeight { .. }) {
            self.rest();
        }
        let plan = match action {
            Action::SetAbout(about) if *about == self.document.about => nothing(),
            Action::SetAbout(about) => step(StepName::DescribeDecision, Edit::SetAbout(about)),
            Action::SetScore { option, criterion, score } => self.plan_set_score(option, criterion, score),
            Action::SetCell { option, criterion, cell } => self.plan_set_cell(option, criterion, *cell),
            Action::Clear(area) => self.plan_clear(&area),
            Action::Paste { area, text } => self.plan_paste(&area, &text),
            Action::AddOption { at } => self.plan_add_option(at),
            Action::DuplicateOption(option) => self.plan_duplicate_option(option),
            Action::DeleteOption(option) => self.plan_delete_option(option),
            Action::ShiftOption { option, by } => self.plan_shift_option(option, by),
            Action::DescribeOption { option, name, description } => {
                self.plan_describe_option(option, name, description)
            }
            Action::CompareWith(option) => self.plan_compare_with(option),
            Action::AddNode { kind, parent, at } => self.plan_add_node(kind, parent, at),
            Action::DuplicateNode(node) => self.plan_duplicate_node(node),
            Action::DeleteNode(node) => self.plan_delete_node(node),
            Action::ShiftNode { node, by } => self.plan_shift_node(node, by),
            Action::MoveNode { node, parent, to } => self.plan_move_node(node, parent, to),
            Action::MoveOut(node) => self.plan_move_out(node),
            Action::DescribeGroup { group, name, description } => self.plan_describe_group(group, name, description),
            Action::SetCriterion(criterion) => self.plan_set_criterion(*criterion),
            Action::DragWeight { node, share, scope } => return self.drag_weight(node, share, scope),
            Action::SetWeight { node, share } => self.plan_set_weight(node, share),
            Action::SetWeights(points) => self.plan_set_weights(points),
            Action::SetLock { node, locked } => self.plan_set_lock(node, locked),
            Action::UnlockAll => self.plan_unlock_all(),
            Action::EvenOut => self.plan_even_out(),
            Action::ResetWeights(points) => self.plan_reset_weights(&points),
            Action::Judge { parent, judgement } => self.plan_judge(parent, *judgement),
            Action::ChooseViewpoint(viewpoint) => self.plan_choose_viewpoint(viewpoint),
            Action::SaveViewpoint(name) => self.plan_save_viewpoint(&name),
            Action::RenameViewpoint { viewpoint, name } => self.plan_rename_viewpoint(viewpoint, &name),
            Action::DeleteViewpoint(viewpoint) => self.plan_delete_viewpoint(viewpoint),
            Action::Dismiss { check, place, reason } => {
                self.plan_answer(StepName::Dismiss { check: check.clone() }, check, place, Some(reason))
            }
            Action::Reopen { check, place } => {
                self.plan_answer(StepName::BringBack { check: check.clone() }, check, place, None)
            }
            Action::Merge { edits, .. } if edits.is_empty() => nothing(),
            Action::Merge { summary, edits } => step(StepName::Import { summary }, Edit::Batch(edits)),
            Action::SetBaseline => {
                self.take_baseline();
                return Ok(Outcome::Done);
            }
            Action::Undo => return Ok(self.take_back()),
            Action::Redo => return Ok(self.make_again()),
        }?;
        if let Some((name, edit)) = plan.step {
            self.make(name.to_string(), edit)?;
        }
        Ok(plan.outcome)
    }

    /// Answers a remark of the checks, or takes the answer back.
    fn plan_answer(&self, name: StepName, check: String, place: Place, reason: Option<String>) -> Planned {
        let mut dismissals = self.document.dismissals.clone();
        dismissals.retain(|other| other.check != check || other.place != place);
        dismissals.extend(reason.map(|reason| Dismissal { check, place, reason }));
        if dismissals == self.document.dismissals {
            return nothing();
        }
        step(name, Edit::SetDismissals(dismissals))
    }
}
