//! How far the winner rests on one weight.

use super::{Sentence, node, options, verb};
use crate::analysis::figures::{percent, percent_to};
use crate::analysis::sensitivity::Stability;
use crate::model::{Document, Outline};

/// The weights that keep the winners, in words.
///
/// The ends are rounded inwards, so that what is announced holds at both of them.
#[must_use]
pub fn stability(document: &Document, outline: &Outline, winners: &[usize], found: &Stability) -> Sentence {
    let name = node(document, outline, found.at);
    let (from, to) = (*found.keeps_winner.start(), *found.keeps_winner.end());
    let (low, high) = (*found.range.start(), *found.range.end());
    if winners.is_empty() {
        return "Nothing is scored yet, so nobody is first.".into();
    }
    if found.is_locked {
        return Sentence::default().plain("The weight of ").strong(name).plain(" is locked.");
    }
    if low >= high {
        return Sentence::default().plain("No other weight can make room for ").strong(name).plain(".");
    }
    let who = options(document, winners);
    if from <= low && high <= to {
        let far = if low > 0.0 || high < 1.0 { ", as far as the locks let it go" } else { "" };
        return Sentence::default()
            .plain(format!("{who} {} first whatever ", verb(winners, "stay")))
            .strong(name)
            .plain(format!(" weighs{far}."));
    }
    if winners.len() > 1 && from >= to {
        return Sentence::default()
            .plain(format!("{who} tie; the slightest move of "))
            .strong(name)
            .plain(" parts them.");
    }
    let (least, most) = inwards(from, to, found.weight);
    Sentence::default()
        .plain(format!("{who} {} first while ", verb(winners, "stay")))
        .strong(name)
        .plain(" weighs ")
        .strong(if least == most { least } else { format!("{least} to {most}") })
        .plain(format!(" (now {}).", percent(found.weight)))
}

/// Both ends with as many decimals as it takes to hold the weight between them.
fn inwards(from: f64, to: f64, now: f64) -> (String, String) {
    const MOST_DECIMALS: usize = 6;
    let decimals = (0..MOST_DECIMALS).find(|&decimals| {
        let unit = unit(decimals);
        (from / unit).ceil() * unit <= now && now <= (to / unit).floor() * unit
    });
    let decimals = decimals.unwrap_or(MOST_DECIMALS);
    let unit = unit(decimals);
    (percent_to((from / unit).ceil() * unit, decimals), percent_to((to / unit).floor() * unit, decimals))
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
