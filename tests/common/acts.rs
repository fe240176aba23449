//! Actions under short names, for tests that make many of them.

#![allow(dead_code, reason = "each test program uses some of them")]

use counterpoise::model::{About, Cell, Criterion, Id, Scope, Score};
use counterpoise::session::{Action, MergePlan, NodeKind, Outcome, Rectangle, Refusal, Session};

type Done = Result<(), Refusal>;

/// What a test does to a session, each by one action.
pub trait Acts {
    fn act(&mut self, action: Action) -> Done;
    fn added(&mut self, action: Action) -> Result<Id, Refusal>;
    fn baseline_weights(&self) -> counterpoise::model::Points;
    fn paste(&mut self, area: &Rectangle, text: &str) -> Result<Rectangle, Refusal>;
    fn undo(&mut self) -> bool;
    fn redo(&mut self) -> bool;

    fn set_about(&mut self, about: About) -> Done {
        self.act(Action::SetAbout(Box::new(about)))
    }

    fn set_score(&mut self, option: Id, criterion: Id, score: Option<Score>) -> Done {
        self.act(Action::SetScore { option, criterion, score })
    }

    fn set_cell(&mut self, option: Id, criterion: Id, cell: Cell) -> Done {
        self.act(Action::SetCell { option, criterion, cell: Box::new(cell) })
    }

    fn clear(&mut self, area: &Rectangle) -> Done {
        self.act(Action::Clear(area.clone()))
    }

    fn add_option(&mut self, at: usize) -> Result<Id, Refusal> {
        self.added(Action::AddOption { at })
    }

    fn duplicate_option(&mut self, option: Id) -> Result<Id, Refusal> {
        self.added(Action::DuplicateOption(option))
    }

    fn delete_option(&mut self, option: Id) -> Done {
        self.act(Action::DeleteOption(option))
    }

    fn shift_option(&mut self, option: Id, by: isize) -> Done {
        self.act(Action::ShiftOption { option, by })
    }

    fn describe_option(&mut self, option: Id, name: &str, description: &str) -> Done {
        self.act(Action::DescribeOption { option, name: name.into(), description: description.into() })
    }

    fn set_baseline_option(&mut self, option: Option<Id>) -> Done {
        self.act(Action::CompareWith(option))
    }

    fn add_node(&mut self, kind: NodeKind, parent: Option<Id>, at: usize) -> Result<Id, Refusal> {
        self.added(Action::AddNode { kind, parent, at })
    }

    fn duplicate_node(&mut self, node: Id) -> Result<Id, Refusal> {
        self.added(Action::DuplicateNode(node))
    }

    fn delete_node(&mut self, node: Id) -> Done {
        self.act(Action::DeleteNode(node))
    }

    fn move_node(&mut self, node: Id, parent: Option<Id>, to: usize) -> Done {
        self.act(Action::MoveNode { node, parent, to })
    }

    fn describe_group(&mut self, group: Id, name: &str, description: &str) -> Done {
        self.act(Action::DescribeGroup { group, name: name.into(), description: description.into() })
    }

    fn set_criterion(&mut self, criterion: Criterion) -> Done {
        self.act(Action::SetCriterion(Box::new(criterion)))
    }

    /// A part of a drag.
    fn move_weight(&mut self, node: Id, share: f64, scope: Scope) -> Done {
        self.act(Action::DragWeight { node, share, scope })
    }

    fn set_lock(&mut self, node: Id, locked: bool) -> Done {
        self.act(Action::SetLock { node, locked })
    }

    fn unlock_all(&mut self) -> Done {
        self.act(Action::UnlockAll)
    }

    fn even_out(&mut self) -> Done {
        self.act(Action::EvenOut)
    }

    fn reset_weights(&mut self) -> Done {
        self.act(Action::ResetWeights(self.baseline_weights()))
    }

    fn set_baseline(&mut self) {
        drop(self.act(Action::SetBaseline));
    }

    fn choose_viewpoint(&mut self, viewpoint: Id) -> Done {
        self.act(Action::ChooseViewpoint(viewpoint))
    }

    fn save_viewpoint(&mut self, name: &str) -> Done {
        self.act(Action::SaveViewpoint(name.into()))
    }

    fn rename_viewpoint(&mut self, viewpoint: Id, name: &str) -> Done {
        self.act(Action::RenameViewpoint { viewpoint, name: name.into() })
    }

    fn delete_viewpoint(&mut self, viewpoint: Id) -> Done {
        self.act(Action::DeleteViewpoint(viewpoint))
    }

    fn merge(&mut self, plan: &MergePlan) -> Done {
        self.act(plan.action()?)
    }
}

impl Acts for Session {
    #[track_caller]
    fn act(&mut self, action: Action) -> Done {
        self.perform(action).map(drop)
    }

    fn added(&mut self, action: Action) -> Result<Id, Refusal> {
        match self.perform(action)? {
            Outcome::Added(id) => Ok(id),
            other => panic!("nothing was added but {other:?}"),
        }
    }

    fn baseline_weights(&self) -> counterpoise::model::Points {
        self.baseline().weights.clone()
    }

    fn paste(&mut self, area: &Rectangle, text: &str) -> Result<Rectangle, Refusal> {
        match self.perform(Action::Paste { area: area.clone(), text: text.into() })? {
            Outcome::Written(area) => Ok(area),
            other => panic!("nothing was pasted but {other:?}"),
        }
    }

    fn undo(&mut self) -> bool {
        self.perform(Action::Undo) == Ok(Outcome::Done)
    }

    fn redo(&mut self) -> bool {
        self.perform(Action::Redo) == Ok(Outcome::Done)
    }
}
