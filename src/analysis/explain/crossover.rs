//! Which weight would change the winner.

use super::names;
use crate::analysis::Model;
use crate::analysis::crossover::{Nearest, Turn};
use crate::text::numbers::{Numbers, percent_decimals};
use crate::text::{Explain, Message, PercentTo};

/// Which weight would change the winner soonest, and at what figure.
///
/// The figure is rounded away from the present weight, so that what it announces has happened there, and has as many
/// decimals as it takes to do so before the lead changes hands again.
#[must_use]
pub fn crossover(model: &Model, nearest: &Nearest) -> Message {
    let said = match nearest {
        Nearest::NoContest => Explain::NoContest,
        Nearest::Tied => Explain::Tied { who: names(model, &model.winners()) },
        Nearest::Locked if model.problem().criteria.len() < 2 => Explain::SingleCriterion,
        Nearest::Locked => Explain::LocksLeaveNoRoom,
        Nearest::Never => Explain::NoWeightChanges,
        Nearest::Turn(turn) => announce(model, turn),
    };
    said.into()
}

fn announce(model: &Model, turn: &Turn) -> Explain {
    let criterion = model.outline().entries()[turn.at].leaves.start;
    let criterion = model.problem().criteria[criterion].name.clone();
    let (who, then) = (names(model, &turn.crossover.from), names(model, &turn.crossover.to));
    let (figure, now) = figures(turn);
    if turn.until > turn.now {
        Explain::FirstUntilRises { who, criterion, figure, now, then }
    } else {
        Explain::FirstUntilFalls { who, criterion, figure, now, then }
    }
}

/// The weight at which the lead has changed, and the present one, as they are written.
pub(in crate::analysis) fn figures(turn: &Turn) -> (PercentTo, PercentTo) {
    /// As a share: so far beyond the crossover the new lead is more than a tie, and by much less than it is rounded.
    const BEYOND: f64 = 1e-7;
    const MOST_DECIMALS: usize = 6;
    let weight = turn.crossover.weight;
    let sign = if turn.until > turn.now { 1.0 } else { -1.0 };
    let written = |PercentTo(share, decimals)| Numbers::ENGLISH.percent_to(share, decimals);
    let at = |decimals: usize| {
        let unit = 0.01 / [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6][decimals];
        let figure = sign * (sign * (weight + sign * BEYOND) / unit).ceil() * unit;
        let now = if decimals == 0 { percent_decimals(turn.now) } else { decimals };
        (PercentTo(figure, decimals), PercentTo(turn.now, now))
    };
    let is_told = |&(figure, now): &(PercentTo, PercentTo)| {
        sign * (turn.until - figure.0) > BEYOND && written(figure) != written(now)
    };
    (0..MOST_DECIMALS).map(at).find(is_told).unwrap_or_else(|| at(MOST_DECIMALS))
}

#[cfg(test)]
mod tests {
    use super::crossover;
    use crate::analysis::Model;
    use crate::analysis::crossover::nearest;
    use crate::analysis::fixture::rated;
    use crate::model::{Document, Id};
    use crate::text::Message;

    fn spoken(document: Document) -> Message {
        let model = Model::new(document);
        crossover(&model, &nearest(&model))
    }

    fn sentence(document: Document) -> String {
        spoken(document).to_string()
    }

    const TWO: [(&str, f64); 2] = [("Price", 20.0), ("Comfort", 80.0)];

    #[test]
    fn without_a_contest_nothing_changes() {
        let none: (&str, &[f64]) = ("B", &[f64::NAN, f64::NAN]);
        for options in [&[][..], &[none], &[("A", &[1.0, 2.0][..])], &[("A", &[1.0, 2.0][..]), none]] {
            assert_eq!(sentence(rated(&TWO, options)), "A winner can change once two options are scored.");
        }
    }

    #[test]
    fn a_tie_that_a_weight_parts_is_said_and_one_that_none_parts_is_treated_as_one_winner() {
        let crossing = rated(&[("P", 50.0), ("C", 50.0)], &[("A", &[60.0, 40.0]), ("B", &[40.0, 60.0])]);
        assert_eq!(sentence(crossing), "A and B tie; the slightest move of a weight can part them.");
        let same = rated(&TWO, &[("A", &[0.0, 100.0]), ("B", &[0.0, 100.0]), ("C", &[100.0, 0.0])]);
        assert_eq!(
            sentence(same),
            "A and B stay first until Price weighs 51\u{202F}% (now 20\u{202F}%); then C leads."
        );
    }

    #[test]
    fn the_figure_is_rounded_away_from_now() {
        // u(A) - u(B) = 0.9 - 1.9 t for the weight t of Price, zero at 47.37 %.
        let rising = rated(&TWO, &[("A", &[0.0, 90.0]), ("B", &[100.0, 0.0])]);
        let spoken = spoken(rising);
        assert_eq!(spoken.to_string(), "A stays first until Price weighs 48\u{202F}% (now 20\u{202F}%); then B leads.");
        let strong: Vec<_> =
            spoken.sentence().spans.into_iter().filter(|span| span.strong).map(|span| span.text).collect();
        assert_eq!(strong, ["Price", "48\u{202F}%"]);
        let falling = rated(&[("Price", 80.0), ("Comfort", 20.0)], &[("A", &[90.0, 0.0]), ("B", &[0.0, 100.0])]);
        assert_eq!(
            sentence(falling),
            "A stays first until Price falls to 52\u{202F}% (now 80\u{202F}%); then B leads."
        );
    }

    #[test]
    fn a_near_crossover_gets_the_decimals_it_needs() {
        // Even weights tie; a third of a point of weight is what A has more.
        let near = rated(&[("Price", 49.9), ("Comfort", 50.1)], &[("A", &[0.0, 100.0]), ("B", &[100.0, 0.0])]);
        assert_eq!(sentence(near), "A stays first until Price weighs 51\u{202F}% (now 50\u{202F}%); then B leads.");
        let nearer = rated(&[("Price", 50.6), ("Comfort", 49.4)], &[("A", &[0.0, 100.0]), ("B", &[97.0, 0.0])]);
        assert_eq!(
            sentence(nearer),
            "A stays first until Price weighs 50.8\u{202F}% (now 50.6\u{202F}%); then B leads."
        );
    }

    #[test]
    fn the_figure_stays_within_the_range() {
        // B leads only above 99.5 %.
        let late = rated(&TWO, &[("A", &[99.5, 99.5]), ("B", &[100.0, 0.0])]);
        assert_eq!(sentence(late), "A stays first until Price weighs 99.6\u{202F}% (now 20\u{202F}%); then B leads.");
    }

    #[test]
    fn what_cannot_change_is_said() {
        let dominated = rated(&TWO, &[("A", &[60.0, 60.0]), ("B", &[40.0, 40.0])]);
        assert_eq!(sentence(dominated.clone()), "No single weight, moved alone, changes the winner.");
        let mut locked = dominated;
        locked.locks = TWO.iter().map(|(name, _)| Id::slug(name)).collect();
        assert_eq!(
            sentence(locked),
            "The locks leave no weight room to move; unlock one to see where the winner changes."
        );
        let single = rated(&[("Price", 1.0)], &[("A", &[1.0]), ("B", &[2.0])]);
        assert_eq!(sentence(single), "With a single criterion there is no weight to move.");
    }
}
