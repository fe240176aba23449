//! An open document: its history, its file, and the results that follow from it.
//!
//! The window and the command line send it edits and read results; nothing here knows either.

mod action;
mod ask;
mod cells;
mod criteria;
mod drag;
mod glance;
mod history;
mod import;
mod journal;
pub mod lifecycle;
mod options;
mod perform;
pub mod preview;
pub mod questions;
mod recover;
mod restore;
mod storage;
mod tables;
mod track;
mod viewpoints;
mod weights;
mod words;
pub mod workers;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::{Model, checks, explain};
use crate::files::Stamp;
use crate::methods::Settings;
use crate::model::{Document, Edit, EditError, Id, Points, State};
use crate::text::Message;

pub use action::{Action, Outcome, Refusal};
pub use ask::{Query, Reply};
pub use cells::{Rectangle, cell_text, parse_cell};
pub use criteria::NodeKind;
pub use history::History;
pub use import::{MergePlan, MergeWay, Misfit, ScoreChange};
pub use journal::Keeper;
pub use recover::{Account, Kept, Left, Recovered};
pub use restore::Standing;
pub use storage::{Over, Saved, Saving};
pub use words::{Incoming, MergeLabel, NewName, RankingHead, StepLabel, StepName};

/// An open document.
///
/// ```
/// use counterpoise::files;
/// use counterpoise::session::{Action, Session};
///
/// let mut session = Session::new(files::open_source("security-guarantee")?);
/// let leader = session.model().winners();
/// let node = session.document().leaves()[0].id;
/// session.perform(Action::SetWeight { node, share: 0.9 })?;
/// assert_ne!(session.model().winners(), leader);
/// session.perform(Action::Undo)?;
/// assert_eq!(session.model().winners(), leader);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Session {
    document: Arc<Document>,
    history: History,
    saved: Option<State>,
    path: Option<PathBuf>,
    stamp: Option<Stamp>,
    /// What was opened, as the command line calls it: a path or a preset's id.
    origin: Option<PathBuf>,
    baseline: Arc<Baseline>,
    model: Model,
    questions: ask::Questions,
    drag: Option<drag::Drag>,
    settings: Settings,
}

/// How things stood when the file was opened, or when the user chose "Set baseline".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    pub weights: Points,
    /// Overall weight of each node.
    pub shares: BTreeMap<Id, f64>,
    /// Overall value of each option that has one, 0 to 1.
    pub values: BTreeMap<Id, f64>,
}

impl Session {
    /// Opens a document that has no file yet: a preset, an import. It counts as unsaved only once it is changed.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let (document, history) = (Arc::new(document), History::default());
        let mut session = Self {
            model: Model::new(Arc::clone(&document)),
            questions: ask::Questions::default(),
            saved: Some(history.state()),
            document,
            history,
            path: None,
            stamp: None,
            origin: None,
            baseline: Arc::default(),
            drag: None,
            settings: Settings::default(),
        };
        session.take_baseline();
        session
    }

    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The same, to be kept: what comes after leaves it as it is.
    #[must_use]
    pub fn shared_document(&self) -> Arc<Document> {
        Arc::clone(&self.document)
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What follows from the present state of the document.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The lead, in plain words.
    #[must_use]
    pub fn lead(&self) -> explain::LeadWords {
        explain::lead(&self.model)
    }

    /// The smallest move of one weight that would change the lead, as a sentence.
    #[must_use]
    pub fn tip(&self) -> Message {
        Message::clone(&self.answer(questions::Tip))
    }

    /// What the model checks have found, and what has been answered, however long it takes.
    #[must_use]
    pub fn checks(&self) -> Arc<checks::Checks> {
        self.answer(self.to_check())
    }

    /// What there is to ask the model checks.
    #[must_use]
    pub fn to_check(&self) -> questions::Checks {
        let (settings, weight_edits) = (self.settings.clone(), self.history.weight_edits());
        questions::Checks(checks::Circumstances { settings, weight_edits, ..checks::Circumstances::default() })
    }

    /// The ranking by which the checks judge whether a method fits; the value model where it is never set.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    #[must_use]
    pub fn baseline(&self) -> &Baseline {
        &self.baseline
    }

    /// Takes the present state as the one that ghosts and "Reset" refer to.
    fn take_baseline(&mut self) {
        let model = &self.model;
        let entries = model.outline().entries().iter().enumerate();
        let values = self.document.alternatives.iter().map(|a| a.id).zip(model.values().iter().copied());
        // No number is no number to go back to, and none that can be written down.
        let is_number = |(_, number): &(Id, f64)| number.is_finite();
        self.baseline = Arc::new(Baseline {
            weights: self.document.weights.clone(),
            shares: entries.map(|(at, entry)| (entry.id, model.share(at))).filter(is_number).collect(),
            values: values.filter(is_number).collect(),
        });
    }

    /// Makes a step of its own.
    fn make(&mut self, label: String, edit: Edit) -> Result<(), EditError> {
        self.change(|history, document| history.make(document, label, edit))
    }

    /// Goes on with the drag of a weight. False where nothing has moved.
    fn go_on(&mut self, node: Id, step: Option<(String, Edit)>) -> Result<bool, EditError> {
        if self.history.drags_to(step.as_ref()) {
            return Ok(false);
        }
        self.change(|history, document| history.drag(document, node, step))?;
        Ok(true)
    }

    /// Ends a drag: the hand is off, or about to do something else. The document stays as it is.
    pub fn rest(&mut self) {
        self.history.seal();
        self.drag = None;
    }

    fn take_back(&mut self) -> Outcome {
        let moved = self.change(History::undo);
        if moved { Outcome::Done } else { Outcome::Unchanged }
    }

    fn make_again(&mut self) -> Outcome {
        let moved = self.change(History::redo);
        if moved { Outcome::Done } else { Outcome::Unchanged }
    }

    /// Changes the document, and lets the model and all answers follow.
    fn change<T>(&mut self, change: impl FnOnce(&mut History, &mut Document) -> T) -> T {
        // The model and whoever holds a snapshot keep the state of before; what is not written to is shared.
        let changed = change(&mut self.history, Arc::make_mut(&mut self.document));
        let parts = self.model.follow(Arc::clone(&self.document));
        self.questions.outdate(parts);
        changed
    }
}
