//! The sentences about a ranking. All wording is here, so that another language needs another one of this file.

use std::fmt;

use super::crossover::{Nearest, Turn};
use super::figures::{percent, percent_to, points};
use super::{NARROW, Subject};

/// From this lead on, 0 to 1, a winner is called clear.
const CLEAR: f64 = 0.05;

/// Names that are written out before the rest is counted.
const NAMED: usize = 3;

/// A text, parts of which matter more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub spans: Vec<Span>,
}

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    /// A name or figure to be set off, for example in bold.
    pub strong: bool,
}

impl Sentence {
    pub(super) fn plain(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span { text: text.into(), strong: false });
        self
    }

    pub(super) fn strong(mut self, text: impl Into<String>) -> Self {
        self.spans.push(Span { text: text.into(), strong: true });
        self
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spans.iter().try_for_each(|span| f.write_str(&span.text))
    }
}

/// The lead in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadWords {
    /// For example "leads by 17"; None where nobody can lead.
    pub chip: Option<String>,
    /// For example "clear under these weights".
    pub caption: String,
}

/// How far the first is ahead. Below [`NARROW`] the lead is narrow, from 5 points of 100 on it is clear.
#[must_use]
pub fn lead(subject: &Subject<'_>) -> LeadWords {
    let without = |caption: &str| LeadWords { chip: None, caption: caption.into() };
    let Some(lead) = subject.lead() else {
        return without(match (subject.problem.alternatives.len(), subject.ranked().count()) {
            (0, _) => "no options yet",
            (_, 0) => "nothing scored yet",
            (1, _) => "the only option",
            _ => "the only option scored",
        });
    };
    let winners = subject.winners();
    if winners.len() > 1 {
        let all = winners.len() == subject.ranked().count() && winners.len() > 2;
        let who = if all { "all options".to_owned() } else { names(subject, &winners) };
        return LeadWords { chip: Some("tied".into()), caption: format!("{who} tie") };
    }
    let caption = match lead.by {
        by if by < NARROW => "a narrow lead",
        by if by < CLEAR => "ahead under these weights",
        _ => "clear under these weights",
    };
    LeadWords { chip: Some(format!("leads by {}", points(lead.by))), caption: caption.into() }
}

/// Which weight would change the winner soonest, and at what figure.
///
/// The figure is rounded away from the present weight, so that what it announces has happened there, and has as many
/// decimals as it takes to do so before the lead changes hands again.
#[must_use]
pub fn crossover(subject: &Subject<'_>, nearest: &Nearest) -> Sentence {
    match nearest {
        Nearest::NoContest => "A winner can change once two options are scored.".into(),
        Nearest::Tied => Sentence::default()
            .plain(names(subject, &subject.winners()))
            .plain(" tie; the slightest move of a weight can part them."),
        Nearest::Locked if subject.problem.criteria.len() < 2 => {
            "With a single criterion there is no weight to move.".into()
        }
        Nearest::Locked => "All weights are locked; unlock one to see where the winner changes.".into(),
        Nearest::Never => "No single weight, moved alone, changes the winner.".into(),
        Nearest::Turn(turn) => announce(subject, turn),
    }
}

fn announce(subject: &Subject<'_>, turn: &Turn) -> Sentence {
    let (from, to) = (&turn.crossover.from, &turn.crossover.to);
    let criterion = subject.outline.entries()[turn.at].leaves.start;
    let rising = turn.until > turn.now;
    let (figure, now) = figures(turn);
    Sentence::default()
        .plain(format!("{} {} first until ", names(subject, from), verb(from, "stay")))
        .strong(&subject.problem.criteria[criterion].name)
        .plain(if rising { " weighs " } else { " falls to " })
        .strong(figure)
        .plain(format!(" (now {now}); then {} {}.", names(subject, to), verb(to, "lead")))
}

/// The weight at which the lead has changed, and the present one, as they are written.
pub(super) fn figures(turn: &Turn) -> (String, String) {
    /// As a share: so far beyond the crossover the new lead is more than a tie, and by much less than it is rounded.
    const BEYOND: f64 = 1e-7;
    const MOST_DECIMALS: usize = 6;
    let weight = turn.crossover.weight;
    let sign = if turn.until > turn.now { 1.0 } else { -1.0 };
    let mut written = (String::new(), String::new());
    for decimals in 0..=MOST_DECIMALS {
        let unit = 0.01 / [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6][decimals];
        let figure = sign * (sign * (weight + sign * BEYOND) / unit).ceil() * unit;
        let now = if decimals == 0 { percent(turn.now) } else { percent_to(turn.now, decimals) };
        written = (percent_to(figure, decimals), now);
        if sign * (turn.until - figure) > BEYOND && written.0 != written.1 {
            break;
        }
    }
    written
}

/// `A`, `A and B`, `A, B and C`, `A, B, C and 4 others`.
fn names(subject: &Subject<'_>, rows: &[usize]) -> String {
    let name = |row: &usize| subject.problem.alternatives[*row].as_str();
    let (listed, last) = match rows {
        [] => return String::new(),
        [only] => return name(only).to_owned(),
        [listed @ .., last] if rows.len() <= NAMED + 1 => (listed, name(last).to_owned()),
        _ => (&rows[..NAMED], format!("{} others", rows.len() - NAMED)),
    };
    format!("{} and {last}", listed.iter().map(name).collect::<Vec<_>>().join(", "))
}

fn verb(rows: &[usize], plural: &str) -> String {
    if rows.len() == 1 { format!("{plural}s") } else { plural.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::crossover::nearest;
    use super::super::fixture::{Fixture, rated};
    use super::{Sentence, crossover, lead};
    use crate::model::{Document, Id};

    fn words(document: Document) -> (Option<String>, String, Sentence) {
        let fixture = Fixture::new(document);
        let subject = fixture.subject();
        let lead = lead(&subject);
        (lead.chip, lead.caption, crossover(&subject, &nearest(&subject)))
    }

    fn sentence(document: Document) -> String {
        words(document).2.to_string()
    }

    const TWO: [(&str, f64); 2] = [("Price", 20.0), ("Comfort", 80.0)];

    #[test]
    fn without_a_contest_there_is_no_lead() {
        let none: (&str, &[f64]) = ("B", &[f64::NAN, f64::NAN]);
        for (options, caption) in [
            (&[][..], "no options yet"),
            (&[none], "nothing scored yet"),
            (&[("A", &[1.0, 2.0][..])], "the only option"),
            (&[("A", &[1.0, 2.0][..]), none], "the only option scored"),
        ] {
            let (chip, written, sentence) = words(rated(&TWO, options));
            assert_eq!((chip, written.as_str()), (None, caption));
            assert_eq!(sentence.to_string(), "A winner can change once two options are scored.");
        }
        assert_eq!(words(Document::default()).1, "no options yet");
        assert_eq!(words(rated(&[], &[("A", &[]), ("B", &[])])).1, "nothing scored yet");
    }

    #[test]
    fn a_lead_is_narrow_or_clear() {
        let captions = [(51.0, "leads by 1", "a narrow lead"), (53.0, "leads by 3", "ahead under these weights")];
        for (score, chip, caption) in captions.into_iter().chain([(67.0, "leads by 17", "clear under these weights")]) {
            let found = words(rated(&TWO, &[("A", &[score, score]), ("B", &[50.0, 50.0])]));
            assert_eq!((found.0.as_deref(), found.1.as_str()), (Some(chip), caption));
        }
    }

    #[test]
    fn those_who_tie_are_named() {
        let tie = |count: usize| {
            let names = ["A", "B", "C", "D", "E", "F"];
            let rest: (&str, &[f64]) = ("Z", &[0.0, 0.0]);
            let options = names[..count].iter().map(|name| (*name, &[50.0, 50.0][..])).chain([rest]);
            words(rated(&TWO, &options.collect::<Vec<_>>()))
        };
        assert_eq!(tie(2).0.as_deref(), Some("tied"));
        assert_eq!(tie(2).1, "A and B tie");
        assert_eq!(tie(4).1, "A, B, C and D tie");
        assert_eq!(tie(6).1, "A, B, C and 3 others tie");
        let all = rated(&TWO, &[("A", &[5.0, 5.0]), ("B", &[5.0, 5.0]), ("C", &[5.0, 5.0])]);
        assert_eq!(words(all).1, "all options tie");
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
        let spoken = words(rising).2;
        assert_eq!(spoken.to_string(), "A stays first until Price weighs 48\u{202F}% (now 20\u{202F}%); then B leads.");
        let strong: Vec<_> = spoken.spans.iter().filter(|span| span.strong).map(|span| span.text.as_str()).collect();
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
        assert_eq!(sentence(locked), "All weights are locked; unlock one to see where the winner changes.");
        let single = rated(&[("Price", 1.0)], &[("A", &[1.0]), ("B", &[2.0])]);
        assert_eq!(sentence(single), "With a single criterion there is no weight to move.");
    }
}
