//! Why one option is ahead of another, and what stands out about one.

use super::{NAMED, Sentence, listed, node, signed};
use crate::analysis::difference::{Difference, Profile, Step};
use crate::analysis::figures::points;
use crate::methods::TIE;
use crate::model::{Document, Outline};

/// Why the first of two options is ahead of the second, or the other way round.
#[must_use]
pub fn difference(
    document: &Document,
    outline: &Outline,
    first: usize,
    second: usize,
    found: Option<&Difference>,
) -> Sentence {
    let name = |row: usize| document.alternatives[row].name.as_str();
    let Some(found) = found else {
        return format!("{} and {} cannot be compared: one of them is not scored.", name(first), name(second))
            .as_str()
            .into();
    };
    let (ahead, behind, sign) = if found.total < -TIE { (second, first, -1.0) } else { (first, second, 1.0) };
    let part = |direction: f64| {
        let steps = found.criteria.iter().filter(|step| step.by * sign * direction > TIE);
        let parts: Vec<String> = steps.map(|step| with_points(document, outline, *step, sign)).collect();
        listed(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (for_it, against) = (part(1.0), part(-1.0));
    let sentence = Sentence::default().strong(name(ahead));
    let sentence = if found.total.abs() <= TIE {
        sentence.plain(format!(" and {} tie", name(behind)))
    } else {
        sentence.plain(format!(" is ahead of {} by ", name(behind))).strong(points(found.total.abs()))
    };
    match (for_it.is_empty(), against.is_empty()) {
        (true, true) => sentence.plain(", level on every criterion that weighs."),
        (false, true) => sentence.plain(format!(": {for_it}; nothing speaks for {}.", name(behind))),
        (true, false) => sentence.plain(format!(": {against}.")),
        (false, false) => sentence.plain(format!(": {for_it}, against {against}.")),
    }
}

/// What stands out about an option.
#[must_use]
pub fn profile(document: &Document, outline: &Outline, row: usize, found: &Profile) -> Sentence {
    let list = |steps: &[Step]| {
        let parts: Vec<String> =
            steps.iter().take(NAMED).map(|step| with_points(document, outline, *step, 1.0)).collect();
        listed(&parts.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let name = document.alternatives[row].name.as_str();
    let sentence = Sentence::default().strong(name);
    match (&found.strengths[..], &found.weaknesses[..]) {
        ([], []) => Sentence::default().plain("Nothing stands out about ").strong(name).plain("."),
        (good, []) => sentence.plain(format!(" stands out on {}.", list(good))),
        ([], bad) => sentence.plain(format!(" falls behind on {}.", list(bad))),
        (good, bad) => sentence.plain(format!(" stands out on {}; it falls behind on {}.", list(good), list(bad))),
    }
}

fn with_points(document: &Document, outline: &Outline, step: Step, sign: f64) -> String {
    format!("{} ({})", node(document, outline, step.at), signed(step.by * sign))
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
