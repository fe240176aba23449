//! Why one option is ahead of another, and what stands out about one.

use super::node;
use crate::analysis::difference::{Difference, Profile, Step};
use crate::methods::TIE;
use crate::model::{Document, Outline};
use crate::text::{Explain, List, Message, Points, SignedPoints};

/// Why the first of two options is ahead of the second, or the other way round.
#[must_use]
pub fn difference(
    document: &Document,
    outline: &Outline,
    first: usize,
    second: usize,
    found: Option<&Difference>,
) -> Message {
    let name = |row: usize| document.alternatives[row].name.clone();
    let Some(found) = found else {
        return Explain::NotComparable { first: name(first), second: name(second) }.into();
    };
    let (ahead, behind, sign) = if found.total < -TIE { (second, first, -1.0) } else { (first, second, 1.0) };
    let part = |direction: f64| {
        let steps = found.criteria.iter().filter(|step| step.by * sign * direction > TIE);
        List::names(steps.map(|step| with_points(document, outline, *step, sign)))
    };
    let (reasons, against) = (part(1.0), part(-1.0));
    let (ahead, behind, by) = (name(ahead), name(behind), Points(found.total.abs()));
    let is_tie = found.total.abs() <= TIE;
    let said = match (reasons.items.is_empty(), against.items.is_empty()) {
        // With reasons on one side alone what is left of them is rounding.
        (true, _) | (_, true) if is_tie => Explain::TieLevel { first: ahead, second: behind },
        (false, false) if is_tie => Explain::Tie { first: ahead, second: behind, reasons, against },
        (true, _) => Explain::AheadThoughLevel { ahead, behind, by },
        (false, true) => Explain::AheadUnopposed { ahead, behind, by, reasons },
        (false, false) => Explain::Ahead { ahead, behind, by, reasons, against },
    };
    said.into()
}

/// What stands out about an option.
#[must_use]
pub fn profile(document: &Document, outline: &Outline, row: usize, found: &Profile) -> Message {
    let list = |steps: &[Step]| {
        List::all(steps.iter().take(List::NAMED).map(|step| with_points(document, outline, *step, 1.0)))
    };
    let option = document.alternatives[row].name.clone();
    let (strengths, weaknesses) = (list(&found.strengths), list(&found.weaknesses));
    let said = match (strengths.items.is_empty(), weaknesses.items.is_empty()) {
        (true, true) => Explain::NothingStandsOut { option },
        (false, true) => Explain::StandsOut { option, strengths },
        (true, false) => Explain::FallsBehind { option, weaknesses },
        (false, false) => Explain::StandsOutAndFallsBehind { option, strengths, weaknesses },
    };
    said.into()
}

fn with_points(document: &Document, outline: &Outline, step: Step, sign: f64) -> Explain {
    Explain::Step { criterion: node(document, outline, step.at), by: SignedPoints(step.by * sign) }
}

#[cfg(test)]
mod tests {
    use super::{difference, profile};
    use crate::analysis::Model;
    use crate::analysis::difference as find;
    use crate::analysis::fixture::rated;

    type Options<'a> = [(&'a str, &'a [f64])];
    const THREE: [(&str, f64); 3] = [("P", 50.0), ("Q", 30.0), ("R", 20.0)];

    fn spoken(options: &Options) -> String {
        let model = Model::new(rated(&THREE, options));
        let found = find::difference(&model, 0, 1);
        difference(model.document(), model.outline(), 0, 1, found.as_ref()).to_string()
    }

    #[test]
    fn who_is_ahead_and_why() {
        let ahead: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[60.0, 90.0, 50.0])];
        assert_eq!(spoken(ahead), "B is ahead of A by 5: Q (+15), against P (−10).");
        let everywhere: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[60.0, 40.0, 50.0])];
        assert_eq!(spoken(everywhere), "A is ahead of B by 10: P (+10); nothing speaks for B.");
        let tie: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[80.0, 60.0, 20.0])];
        assert_eq!(spoken(tie), "A and B tie: R (+6), against Q (−6).");
        let same: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[80.0, 40.0, 50.0])];
        assert_eq!(spoken(same), "A and B tie, level on every criterion that weighs.");
        let none: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[f64::NAN, f64::NAN, f64::NAN])];
        assert_eq!(spoken(none), "A and B cannot be compared: one of them is not scored.");
    }

    #[test]
    fn what_stands_out() {
        let options: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[60.0, 90.0, 50.0])];
        let model = Model::new(rated(&THREE, options));
        let said = |row| profile(model.document(), model.outline(), row, &find::profile(&model, row)).to_string();
        assert_eq!(said(0), "A stands out on P (+10); it falls behind on Q (−15).");
        let model = Model::new(rated(&THREE, &options[..1]));
        let found = find::profile(&model, 0);
        assert_eq!(profile(model.document(), model.outline(), 0, &found).to_string(), "Nothing stands out about A.");
    }
}
