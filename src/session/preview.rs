//! What comes in from elsewhere, looked at before it does: questions like any other.

use std::sync::Arc;

use super::{MergePlan, MergeWay, Query};
use crate::analysis::Model;
use crate::files::Fault;
use crate::files::sheet::{Reading, Workbook};
use crate::model::{Document, Parts};
use crate::pace::{Pace, Work};

/// What a foreign table says, read in this way.
#[derive(Clone, Debug)]
pub struct Reads {
    pub workbook: Arc<Workbook>,
    pub reading: Reading,
}

/// What would become of the open document.
#[derive(Clone, Debug)]
pub struct Merges {
    pub decision: Arc<Document>,
    pub way: MergeWay,
}

impl PartialEq for Reads {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.workbook, &other.workbook) && self.reading == other.reading
    }
}

impl PartialEq for Merges {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.decision, &other.decision) && self.way == other.way
    }
}

impl Query for Reads {
    type Answer = Result<Arc<Document>, Fault>;
    const DEPENDS_ON: Parts = Parts::NONE;
    const WAITS_FOR_REST: bool = false;

    fn answer(self, _: Model, pace: Pace) -> Work<'static, Self::Answer> {
        Box::pin(async move { self.reading.sound_document_in_slices(&self.workbook, &pace).await.map(Arc::new) })
    }
}

impl Query for Merges {
    type Answer = MergePlan;
    const DEPENDS_ON: Parts = Parts::ALL;
    const WAITS_FOR_REST: bool = false;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, MergePlan> {
        Box::pin(async move { MergePlan::in_slices(snapshot.document(), &self.decision, self.way, &pace).await })
    }
}
