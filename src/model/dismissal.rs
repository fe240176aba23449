//! Remarks of the model checks that somebody has looked at and answered.

use serde::{Deserialize, Serialize};

use super::Place;

/// Why a remark of a model check need not be shown again. It is kept, and printed in reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// The id of the check, for example `dominated-option`.
    pub check: String,
    /// What the remark is about.
    #[serde(default, skip_serializing_if = "Place::is_decision")]
    pub place: Place,
    pub reason: String,
}
