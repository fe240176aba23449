//! Where a score may lie on its scale.

use super::ChartMessage;
use crate::model::{Direction, Ends, Measure, Scale, Score, ValueFunction};
use crate::text::{Fixed, Message};

/// What a score may be worth, 0 to 100, with `low <= likely <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub low: f64,
    /// None where everything between low and high is as likely.
    pub likely: Option<f64>,
    pub high: f64,
}

impl Spread {
    /// The values that `score` may have on `scale` between `ends` (see [`Scale::value`]). None for a level that the
    /// scale does not have.
    ///
    /// Low and high are the least and the greatest value, whichever way the scale runs: for a cost the lowest value
    /// comes from the highest score, and around a target the greatest one from between the ends of the score.
    #[must_use]
    pub fn of(score: Score, scale: &Scale, ends: Ends) -> Option<Self> {
        let (from, to) = score.bounds(scale)?;
        let value = |x: f64| scale.value(x, ends) * 100.0;
        let turns = turns(scale).into_iter().filter(|x| (from..=to).contains(x));
        let values: Vec<f64> = [from, to].into_iter().chain(turns).map(value).collect();
        let likely = match score {
            Score::Range(..) => None,
            Score::Exact(_) | Score::Triangle(..) | Score::Level(_) => score.point(scale).map(value),
        };
        Some(Self {
            low: values.iter().copied().fold(f64::INFINITY, f64::min),
            likely,
            high: values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        })
    }

    /// True where only one value is possible.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.high - self.low < 1e-9
    }

    /// In words, for example "45 to 95, most likely 85".
    #[must_use]
    pub fn describe(self) -> Message {
        let (low, high) = (Fixed(self.low, 0), Fixed(self.high, 0));
        let said = match self.likely {
            _ if self.is_exact() => ChartMessage::Exact { value: high },
            Some(likely) => ChartMessage::Spread { low, high, likely: Fixed(likely, 0) },
            None => ChartMessage::Range { low, high },
        };
        said.into()
    }
}

/// Scores at which the value may turn from rising to falling.
fn turns(scale: &Scale) -> Vec<f64> {
    match scale {
        Scale::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
            points.iter().map(|point| point.0).collect()
        }
        Scale::Measure(Measure { direction: Direction::Target(target), .. }) => vec![*target],
        Scale::Rating { .. } | Scale::Measure(_) | Scale::Levels(_) | Scale::YesNo { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;
    use crate::model::{Direction, Ends, Id, Measure, Scale, Score};

    const ENDS: Ends = Ends { worst: 0.0, best: 10.0 };

    #[test]
    fn a_cost_turns_low_and_high_round() {
        let ends = Ends { worst: 10.0, best: 0.0 };
        let price = Scale::Measure(Measure { direction: Direction::Min, range: Some(ends), ..Measure::default() });
        let spread = Spread::of(Score::Triangle(1.0, 2.0, 6.0), &price, ends).unwrap();
        assert_eq!(spread, Spread { low: 40.0, likely: Some(80.0), high: 90.0 });
        assert_eq!(spread.describe(), "40 to 90, most likely 80");
    }

    #[test]
    fn a_target_within_a_range_is_its_greatest_value() {
        let scale =
            Scale::Measure(Measure { direction: Direction::Target(5.0), range: Some(ENDS), ..Measure::default() });
        let spread = Spread::of(Score::Range(4.0, 7.5), &scale, ENDS).unwrap();
        assert_eq!(spread, Spread { low: 50.0, likely: None, high: 100.0 });
        assert_eq!(spread.describe(), "50 to 100");
    }

    #[test]
    fn an_exact_score_is_one_figure_and_an_unknown_level_none() {
        let rating = Scale::Rating { worst: 0.0, best: 10.0 };
        assert_eq!(Spread::of(Score::Exact(7.0), &rating, ENDS).unwrap().describe(), "70");
        assert_eq!(Spread::of(Score::Level(Id::yes()), &rating, ENDS), None);
    }
}
