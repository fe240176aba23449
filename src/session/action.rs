//! Everything that a person can do to a decision, as a value.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Incoming, NodeKind, Rectangle};
use crate::elicit::ElicitError;
use crate::model::{About, Cell, Criterion, Edit, EditError, Id, Judgement, Place, Points, Scope, Score};
use crate::text::Message;

/// One action, for [`Session::perform`](super::Session::perform). Whoever wants to change a decision sends one: a view, a
/// command, a test.
///
/// What an action does follows from it and from the document alone, ids and names of what is new included, so that the same
/// actions lead to the same document wherever they are repeated. Places beyond the end are the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// What the decision is about.
    SetAbout(Box<About>),

    /// Replaces the score of a cell and keeps what it rests on.
    SetScore {
        option: Id,
        criterion: Id,
        score: Option<Score>,
    },
    /// Replaces a cell: score, rationale and evidence.
    SetCell {
        option: Id,
        criterion: Id,
        cell: Box<Cell>,
    },
    /// Takes the scores out of a rectangle; rationale and evidence stay.
    Clear(Rectangle),
    /// Writes tab-separated text with its upper left corner at a cell. What would fall outside the matrix is left out. A
    /// single value fills the whole of `area`. The outcome is the rectangle that was written.
    Paste {
        area: Rectangle,
        text: String,
    },

    /// Adds an option with a new name before the place `at`.
    AddOption {
        at: usize,
    },
    /// Adds a copy of an option, with all its scores, below it.
    DuplicateOption(Id),
    DeleteOption(Id),
    /// Moves an option up (-1) or down (+1) in the matrix, as far as there is room.
    ShiftOption {
        option: Id,
        by: isize,
    },
    DescribeOption {
        option: Id,
        name: String,
        description: String,
    },
    /// Marks an option as the one that the others are compared with, or none.
    CompareWith(Option<Id>),

    /// Adds a criterion or a group below `parent` (the top level for none) at the place `at`. It weighs as much as its
    /// siblings on average.
    AddNode {
        kind: NodeKind,
        parent: Option<Id>,
        at: usize,
    },
    /// Adds a copy of a criterion or group, with all below it and all scores, behind it.
    DuplicateNode(Id),
    /// Deletes a criterion or group with all below it.
    DeleteNode(Id),
    /// Moves a node one place left (-1) or right (+1) among its siblings, as far as there is room.
    ShiftNode {
        node: Id,
        by: isize,
    },
    /// Moves a node below another group (or to the top level), at the place `to`. Overall weights stay.
    MoveNode {
        node: Id,
        parent: Option<Id>,
        to: usize,
    },
    /// Moves a node out of its group, to the place behind it. Overall weights stay.
    MoveOut(Id),
    DescribeGroup {
        group: Id,
        name: String,
        description: String,
    },
    /// Replaces the criterion of the same id. Where the scale changes its kind, scores are carried over: a number becomes
    /// the level whose value is nearest to its own, a level the number that has its value.
    SetCriterion(Box<Criterion>),

    /// Moves a node's overall weight to `share` (0 to 1), as far as locks leave room; a locked one stays. Actions for the
    /// same node and scope that follow each other are one step, which begins where the first one began, until another
    /// action or [`Session::rest`](super::Session::rest).
    DragWeight {
        node: Id,
        share: f64,
        scope: Scope,
    },
    /// The same as a step of its own, such as a typed percentage. All others make room.
    SetWeight {
        node: Id,
        share: f64,
    },
    /// Replaces all points; a node that is not named counts as zero. They are those of no viewpoint then.
    SetWeights(Points),
    /// Locks a node's weight where it is, or frees it.
    SetLock {
        node: Id,
        locked: bool,
    },
    UnlockAll,
    /// Gives every unlocked criterion the same overall weight; locked ones, and the totals of locked groups, stay.
    EvenOut,
    /// Returns to the weights of a baseline. A criterion that came later keeps its part of what its siblings weigh together.
    ResetWeights(Points),
    /// Keeps a judgement about the children of `parent` (none: the top level) and gives them the points that follow from it.
    Judge {
        parent: Option<Id>,
        judgement: Box<Judgement>,
    },

    /// Takes over the weights of a saved viewpoint.
    ChooseViewpoint(Id),
    /// Saves the present weights under a name and chooses them; a viewpoint of that name is replaced.
    SaveViewpoint(String),
    RenameViewpoint {
        viewpoint: Id,
        name: String,
    },
    /// Deletes a viewpoint; the weights stay as they are.
    DeleteViewpoint(Id),

    /// Answers a remark of the checks, so that it is not shown again; the reason is kept.
    Dismiss {
        check: String,
        place: Place,
        reason: String,
    },
    /// Takes an answer back, so that the remark is shown again.
    Reopen {
        check: String,
        place: Place,
    },

    /// Makes the edits of a [`MergePlan`](super::MergePlan), which says in `summary` what they do.
    Merge {
        summary: String,
        edits: Vec<Edit>,
    },

    /// Takes the present state as the one that ghosts and "Reset" refer to. The document stays as it is.
    SetBaseline,
    /// Takes the last step back.
    Undo,
    /// Makes the last undone step again.
    Redo,
}

/// What an action has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: all is as it should be already.
    Unchanged,
    Done,
    /// Something is new and has this id.
    Added(Id),
    /// This rectangle of the matrix holds what was pasted.
    Written(Rectangle),
}

/// Why an action is refused. The document is then as it was.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Refusal {
    #[error(transparent)]
    Edit(#[from] EditError),
    #[error(transparent)]
    Judgement(#[from] ElicitError),
    /// Which cell of a text cannot be read, and why.
    #[error("{}", nothing_pasted(.0))]
    Paste(String),
}

impl Refusal {
    /// What is said about it; its wording says what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Edit(error) => error.message(),
            Self::Judgement(error) => error.message(),
            Self::Paste(why) => nothing_pasted(why).into(),
        }
    }
}

fn nothing_pasted(why: &str) -> Incoming {
    Incoming::NothingPasted { why: why.to_owned() }
}
