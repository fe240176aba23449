//! What stands where: sheets, and rows and columns counted from 0. `FORMAT.md` tells importers what can be typed.

pub const DECISION: &str = "Decision";
pub const MATRIX: &str = "Matrix";
pub const WEIGHTS: &str = "Weights";
pub const SCALES: &str = "Scales";
pub const VALUES: &str = "Values";
pub const RESULT: &str = "Result";
pub const SENSITIVITY: &str = "Sensitivity";
pub const ROBUSTNESS: &str = "Robustness";
pub const CHECKS: &str = "Checks";
pub const PEOPLE: &str = "People";
/// The whole document, for programs.
pub const DOCUMENT: &str = "counterpoise";

/// On every sheet: ids, hidden.
pub const ID: usize = 0;
/// On every sheet: names.
pub const NAME: usize = 1;
/// The first column of criteria on `Matrix` and `Values`.
pub const CRITERIA: usize = 2;

pub mod matrix {
    pub const IDS: usize = 2;
    pub const TOP: usize = 3;
    pub const PATH: usize = 4;
    pub const NAMES: usize = 5;
    pub const WEIGHT: usize = 6;
    pub const UNIT: usize = 7;
    pub const BETTER: usize = 8;
    pub const WORST: usize = 9;
    pub const BEST: usize = 10;
    pub const FIRST: usize = 11;
}

pub mod weights {
    pub const CHOOSER: (usize, usize) = (2, 2);
    /// Which of the columns of points is chosen, from 1.
    pub const CHOSEN: (usize, usize) = (2, 6);
    pub const IDS: usize = 4;
    pub const HEAD: usize = 5;
    pub const FIRST: usize = 6;
    pub const LOCK: usize = 2;
    pub const USED: usize = 3;
    pub const SHARE: usize = 4;
    pub const OVERALL: usize = 5;
    /// Hidden: the number of the parent, 0 at the top, -1 where there is no criterion below.
    pub const PARENT: usize = 6;
    /// Hidden: the number of the innermost locked group around, or 0.
    pub const FRAME: usize = 7;
    pub const POINTS: usize = 8;
}

pub mod scales {
    pub const HEAD: usize = 4;
    pub const FIRST: usize = 5;
    pub const UNIT: usize = 2;
    pub const BETTER: usize = 3;
    pub const TARGET: usize = 4;
    pub const WORST: usize = 5;
    pub const BEST: usize = 6;
    pub const ENDS: usize = 7;
    pub const SHAPE: usize = 8;
    pub const RHO: usize = 9;
    /// Hidden: what is worth nothing and what is worth all, as quantities or, with a target, distances from it.
    pub const FROM: usize = 10;
    pub const TO: usize = 11;
    /// Hidden: how many scores do not exceed the target.
    pub const BELOW: usize = 12;
    /// The first column of points and levels.
    pub const ANCHORS: usize = 3;
    /// Stands above the table of points and levels.
    pub const ANCHORS_HEADING: &str = "Points and levels";
}

pub mod values {
    pub const TOP: usize = 3;
    pub const NAMES: usize = 4;
    pub const WEIGHT: usize = 5;
    pub const FIRST: usize = 6;
    /// Rows between two blocks: one empty, one of a heading.
    pub const BETWEEN: usize = 2;
}

pub mod result {
    pub const HEAD: usize = 4;
    pub const FIRST: usize = 5;
    pub const RANK: usize = 1;
    pub const OPTION: usize = 2;
    pub const OVERALL: usize = 3;
    pub const COVERAGE: usize = 4;
    pub const PARTS: usize = 5;
}

pub mod sensitivity {
    pub const CHOOSER: (usize, usize) = (2, 2);
    /// Hidden: the number of the chosen criterion, from 1.
    pub const CHOSEN: (usize, usize) = (2, 0);
    pub const NOW: (usize, usize) = (3, 2);
    pub const LOW: (usize, usize) = (4, 2);
    pub const HIGH: (usize, usize) = (5, 2);
    pub const CHART: usize = 7;
    /// Hidden: names as the chart has room for them.
    pub const LABELS: usize = 28;
    pub const HEAD: usize = 29;
    pub const FIRST: usize = 30;
    pub const STEPS: usize = 20;
    pub const NAMES: usize = 54;
    pub const WEIGHT: usize = 55;
    pub const FRAME: usize = 56;
    pub const LOCKED: usize = 57;
    pub const ROOM: usize = 58;
    pub const PART: usize = 59;
    /// Two rows: the ends of the mark where the weight is now.
    pub const MARK: usize = 60;
    pub const WEIGHTS_HEAD: usize = 64;
    pub const WEIGHTS_FIRST: usize = 65;
}

pub mod people {
    pub const IDS: usize = 3;
    /// Hidden: numbers of the parents, as on `Weights`.
    pub const PARENTS: usize = 4;
    pub const HEAD: usize = 5;
    pub const FIRST: usize = 6;
    pub const NODES: usize = 2;
}
