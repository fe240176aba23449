//! What reader and writer of XMCDA agree on: the words of the attribute `mcdaConcept`, which the standard leaves to
//! programs. Those that other programs use are theirs; the rest says what the standard has no element for.

/// The namespace of the version that is written.
pub const NAMESPACE: &str = "http://www.decision-deck.org/2021/XMCDA-4.0.0";

/// A criterion that stands for a group of the hierarchy.
pub const GROUP: &str = "group";
/// The alternative that the others are compared with.
pub const BASELINE: &str = "baseline";
/// The performance table of a decision: its name is the title.
pub const DECISION: &str = "decision";

/// A quantitative scale of judgements.
pub const RATING: &str = "rating";
/// A quantitative scale in a unit, which is its name. One with a target has that for its concept: `target=5`.
pub const MEASURE: &str = "measure";
/// A qualitative scale whose labels are worth 0 to 100.
pub const LEVELS: &str = "levels";
pub const YES_NO: &str = "yes-no";

/// A function from scores to values of 0 to 100. A curved one has its formula for its concept: `exponential=0.5`.
pub const VALUE: &str = "value";
/// The same, where it follows from scale and target.
pub const TARGET: &str = "target";

pub const INDIFFERENCE: &str = "indifference";
pub const PREFERENCE: &str = "preference";
pub const VETO: &str = "veto";
pub const GAUSSIAN: &str = "gaussian";

/// Overall weights of the criteria that options are scored on; they sum to 1.
pub const WEIGHTS: &str = "weights";
/// Points of groups and criteria, relative to their siblings.
pub const POINTS: &str = "points";
/// The same, of a saved viewpoint.
pub const VIEWPOINT: &str = "viewpoint";
pub const PREFERENCE_FUNCTION: &str = "preference-function";
pub const MUST_HAVE: &str = "must-have";

/// Results.
pub const OVERALL_VALUE: &str = "overallValue";
pub const RANK: &str = "rank";
