//! How far the winner rests on one weight.

use super::{node, options};
use crate::analysis::sensitivity::Stability;
use crate::model::{Document, Outline};
use crate::text::numbers::Numbers;
use crate::text::{Explain, Message, Percent, PercentTo};

/// The weights that keep the winners, in words.
///
/// The ends are rounded inwards, so that what is announced holds at both of them.
#[must_use]
pub fn stability(document: &Document, outline: &Outline, winners: &[usize], found: &Stability) -> Message {
    let criterion = node(document, outline, found.at);
    let (from, to) = (*found.keeps_winner.start(), *found.keeps_winner.end());
    let (low, high) = (*found.range.start(), *found.range.end());
    let who = options(document, winners);
    let said = if winners.is_empty() {
        Explain::NobodyFirst
    } else if found.is_locked {
        Explain::WeightLocked { criterion }
    } else if low >= high {
        Explain::NoOtherMakesRoom { criterion }
    } else if from <= low && high <= to {
        if low > 0.0 || high < 1.0 {
            Explain::FirstAsFarAsLocks { who, criterion }
        } else {
            Explain::FirstWhatever { who, criterion }
        }
    } else if winners.len() > 1 && from >= to {
        Explain::TieOfWeight { who, criterion }
    } else {
        let (least, most) = inwards(from, to, found.weight);
        let written = |PercentTo(share, decimals)| Numbers::ENGLISH.percent_to(share, decimals);
        let now = Percent(found.weight);
        if written(least) == written(most) {
            Explain::FirstWhileAt { who, criterion, figure: least, now }
        } else {
            Explain::FirstWhileWithin { who, criterion, least, most, now }
        }
    };
    said.into()
}

/// Both ends with as many decimals as it takes to hold the weight between them.
fn inwards(from: f64, to: f64, now: f64) -> (PercentTo, PercentTo) {
    const MOST_DECIMALS: usize = 6;
    let decimals = (0..MOST_DECIMALS).find(|&decimals| {
        let unit = unit(decimals);
        (from / unit).ceil() * unit <= now && now <= (to / unit).floor() * unit
    });
    let decimals = decimals.unwrap_or(MOST_DECIMALS);
    let unit = unit(decimals);
    (PercentTo((from / unit).ceil() * unit, decimals), PercentTo((to / unit).floor() * unit, decimals))
}

fn unit(decimals: usize) -> f64 {
    0.01 / [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6][decimals]
}

#[cfg(test)]
mod tests {
    use super::stability;
    use crate::analysis::Model;
    use crate::analysis::fixture::rated;
    use crate::analysis::sensitivity::exact;
    use crate::model::{Document, Id};

    fn spoken(document: Document) -> String {
        let model = Model::new(document);
        let found = exact(&model.problem().values, model.weights(), model.outline(), &model.document().locks);
        stability(model.document(), model.outline(), &found.winners, &found.nodes[0]).to_string()
    }

    const TWO: [(&str, f64); 2] = [("Price", 20.0), ("Comfort", 80.0)];

    #[test]
    fn an_interval_a_tie_and_a_winner_that_no_weight_dethrones() {
        // u(A) - u(B) = 0.9 - 1.9 t, zero at 47.37 %.
        let interval = rated(&TWO, &[("A", &[0.0, 90.0]), ("B", &[100.0, 0.0])]);
        assert_eq!(spoken(interval), "A stays first while Price weighs 0\u{202F}% to 47\u{202F}% (now 20\u{202F}%).");
        let tie = rated(&[("Price", 50.0), ("C", 50.0)], &[("A", &[60.0, 40.0]), ("B", &[40.0, 60.0])]);
        assert_eq!(spoken(tie), "A and B tie; the slightest move of Price parts them.");
        let firm = rated(&TWO, &[("A", &[60.0, 60.0]), ("B", &[40.0, 40.0])]);
        assert_eq!(spoken(firm.clone()), "A stays first whatever Price weighs.");
        let mut locked = firm;
        locked.locks.insert(Id::slug("Price"));
        assert_eq!(spoken(locked), "The weight of Price is locked.");
        assert_eq!(spoken(rated(&TWO, &[])), "Nothing is scored yet, so nobody is first.");
        assert_eq!(spoken(rated(&[("Price", 1.0)], &[("A", &[1.0])])), "No other weight can make room for Price.");
    }
}
