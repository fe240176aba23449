//! What a score on a criterion may be, and how good it is.

use serde::{Deserialize, Serialize};

use super::Id;
use super::unsound::Unsound;
use crate::text::Message;

/// The scale of a criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Scale {
    /// A direct judgement between two fixed ends. `worst` may lie above `best`.
    Rating { worst: f64, best: f64 },
    /// A quantity in the world.
    Measure(Measure),
    /// Named levels, each with its value of 0 to 100.
    Levels(Vec<Level>),
    /// Yes or no; scored as the levels [`Id::yes`] and [`Id::no`].
    YesNo {
        /// The better answer.
        best: Answer,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    Yes,
    No,
}

/// A measured quantity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Measure {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    pub direction: Direction,
    /// The fixed ends of the scale. None: the scale is local, from the worst to the best of the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Ends>,
    #[serde(skip_serializing_if = "ValueFunction::is_linear")]
    pub value: ValueFunction,
}

/// Which way a quantity is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Direction {
    #[default]
    Max,
    Min,
    /// The nearer to this quantity the better.
    Target(f64),
}

impl Direction {
    /// True where less is better: of the quantity, or of its distance from the target.
    #[must_use]
    pub fn is_cost(self) -> bool {
        self != Self::Max
    }
}

/// The two ends of a scale, in the criterion's own unit. For a target, the two ends of what can happen, in any order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    pub worst: f64,
    pub best: f64,
}

/// How a quantity becomes a value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ValueFunction {
    /// In proportion between the ends of the scale.
    #[default]
    Linear,
    /// Straight lines between points (quantity, value of 0 to 100), quantities rising. Beyond the first and the last
    /// point the value stays. The points are the scale: a range beside them has no effect.
    Piecewise(Vec<(f64, f64)>),
    /// Curved, by one parameter other than 0, in shares of the scale: at `t` of the way from worst to best the value is
    /// (1 - exp(-t / rho)) / (1 - exp(-1 / rho)). Above 0 the first steps are worth most, below 0 the last; from about 10
    /// away from 0 it is as good as a straight line. Kirkwood 1997, *Strategic decision making*, section 4.
    Exponential { rho: f64 },
}

impl ValueFunction {
    #[must_use]
    pub fn is_linear(&self) -> bool {
        matches!(self, Self::Linear)
    }
}

/// A named level and its value of 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub id: Id,
    pub name: String,
    pub value: f64,
}

impl Default for Scale {
    fn default() -> Self {
        Self::Rating { worst: 0.0, best: 100.0 }
    }
}

impl Scale {
    #[must_use]
    pub fn unit(&self) -> &str {
        match self {
            Self::Measure(measure) => &measure.unit,
            Self::Rating { .. } | Self::Levels(_) | Self::YesNo { .. } => "",
        }
    }

    #[must_use]
    pub fn direction(&self) -> Direction {
        match self {
            Self::Rating { worst, best } if worst > best => Direction::Min,
            Self::Measure(measure) => measure.direction,
            Self::Rating { .. } | Self::Levels(_) | Self::YesNo { .. } => Direction::Max,
        }
    }

    /// The fixed ends, worst and best; None for a local scale. Levels run over their values, 0 to 100.
    #[must_use]
    pub fn ends(&self) -> Option<Ends> {
        match self {
            Self::Rating { worst, best } => Some(Ends { worst: *worst, best: *best }),
            Self::Levels(_) | Self::YesNo { .. } => Some(Ends { worst: 0.0, best: 100.0 }),
            Self::Measure(Measure { value: ValueFunction::Piecewise(points), direction, .. }) => {
                let (first, last) = (points.first()?.0, points.last()?.0);
                Some(match direction {
                    Direction::Min => Ends { worst: last, best: first },
                    Direction::Max | Direction::Target(_) => Ends { worst: first, best: last },
                })
            }
            Self::Measure(measure) => measure.range,
        }
    }

    /// True where a score is a level's id, false where it is a number.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        matches!(self, Self::Levels(_) | Self::YesNo { .. })
    }

    /// The levels that can be chosen, in the order given: empty for a scale of numbers.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        match self {
            Self::Levels(levels) => levels.clone(),
            Self::YesNo { best } => {
                let (yes, no) = match best {
                    Answer::Yes => (100.0, 0.0),
                    Answer::No => (0.0, 100.0),
                };
                vec![
                    Level { id: Id::yes(), name: "Yes".into(), value: yes },
                    Level { id: Id::no(), name: "No".into(), value: no },
                ]
            }
            Self::Rating { .. } | Self::Measure(_) => Vec::new(),
        }
    }

    /// The level `id` of this scale.
    #[must_use]
    pub fn level(&self, id: Id) -> Option<Level> {
        self.levels().into_iter().find(|level| level.id == id)
    }

    /// The value, 0 to 1, of a score `x` in the criterion's own unit, where the scale runs over `ends` (see
    /// [`Scale::ends`]; for a local scale the caller passes the worst and best of the options). Clipped at the ends.
    /// A scale whose ends coincide gives 0.
    #[must_use]
    pub fn value(&self, x: f64, ends: Ends) -> f64 {
        self.unclipped(x, ends).clamp(0.0, 1.0)
    }

    /// Like [`Scale::value`], with the straight lines of a linear value function going on beyond the ends.
    #[must_use]
    pub fn unclipped(&self, x: f64, ends: Ends) -> f64 {
        let (distance, far, near) = match self {
            Self::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
                return piecewise(points, x) / 100.0;
            }
            Self::Measure(Measure { direction: Direction::Target(target), range, .. }) => {
                let off = |x: f64| (x - target).abs();
                // On a fixed range the target itself is worth 1; on a local scale the nearest option is.
                let near = if range.is_some() { 0.0 } else { off(ends.best) };
                (off(x), off(ends.worst).max(off(ends.best)), near)
            }
            _ => (x, ends.worst, ends.best),
        };
        if (near - far).abs() == 0.0 {
            return 0.0;
        }
        let way = (distance - far) / (near - far);
        match self {
            Self::Measure(Measure { value: ValueFunction::Exponential { rho }, .. }) => exponential(way, *rho),
            _ => way,
        }
    }

    /// The quantities at which [`Scale::value`] may bend; for a local scale [`Scale::unclipped`]. Between two of them it
    /// is a straight line, or so near to one as is needed to follow an exponential function within a fiftieth.
    #[must_use]
    pub fn bends(&self, ends: Ends) -> Vec<f64> {
        let mut bends = match self {
            Self::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
                points.iter().map(|point| point.0).collect()
            }
            Self::Measure(Measure { direction: Direction::Target(target), range, .. }) => {
                let far = (ends.worst - target).abs().max((ends.best - target).abs());
                if range.is_some() { vec![target - far, *target, target + far] } else { vec![*target] }
            }
            Self::Measure(Measure { range: None, .. }) => Vec::new(),
            _ => vec![ends.worst, ends.best],
        };
        if let Self::Measure(Measure { value: ValueFunction::Exponential { rho }, .. }) = self {
            let ways = exponential_bends(*rho);
            let side = |worst: f64, best: f64| ways.iter().map(move |way| worst * (1.0 - way) + best * way);
            match self.direction() {
                Direction::Max | Direction::Min => bends.extend(side(ends.worst, ends.best)),
                Direction::Target(target) => {
                    let far = (ends.worst - target).abs().max((ends.best - target).abs());
                    bends.extend(side(target - far, target).chain(side(target + far, target)));
                }
            }
        }
        bends
    }

    /// The ends of a local scale over the options' scores; None where there are none.
    #[must_use]
    pub fn local_ends(&self, scores: impl IntoIterator<Item = f64>) -> Option<Ends> {
        let direction = self.direction();
        let worth = |x: f64| match direction {
            Direction::Max => x,
            Direction::Min => -x,
            Direction::Target(target) => -(x - target).abs(),
        };
        scores.into_iter().filter(|x| x.is_finite()).fold(None, |ends: Option<Ends>, x| {
            let mut ends = ends.unwrap_or(Ends { worst: x, best: x });
            if worth(x) < worth(ends.worst) {
                ends.worst = x;
            }
            if worth(x) > worth(ends.best) {
                ends.best = x;
            }
            Some(ends)
        })
    }

    /// Why this scale cannot be used, with the remedy; None where it can.
    #[must_use]
    pub fn fault(&self) -> Option<Message> {
        match self {
            Self::Rating { worst, best } => ends_fault(*worst, *best),
            Self::Measure(measure) => measure.fault(),
            Self::Levels(levels) if levels.is_empty() => Some(Unsound::NoLevels.into()),
            Self::Levels(levels) => {
                if let Some(level) = levels.iter().find(|level| !(0.0..=100.0).contains(&level.value)) {
                    return Some(Unsound::LevelValue { name: level.name.clone(), number: level.value }.into());
                }
                let twice = levels.iter().enumerate().find(|(i, level)| {
                    levels[..*i].iter().any(|other| other.id == level.id || other.name == level.name)
                });
                if let Some((_, level)) = twice {
                    return Some(Unsound::TwoLevelsCalled { name: level.name.clone() }.into());
                }
                if levels.iter().any(|level| level.name.trim().is_empty()) {
                    return Some(Unsound::LevelWithoutName.into());
                }
                None
            }
            Self::YesNo { .. } => None,
        }
    }
}

impl Measure {
    fn fault(&self) -> Option<Message> {
        if let Direction::Target(target) = self.direction
            && !target.is_finite()
        {
            return Some(Unsound::TargetNotFinite.into());
        }
        if let Some(ends) = self.range {
            if let Some(fault) = ends_fault(ends.worst, ends.best) {
                return Some(fault);
            }
            let against = match self.direction {
                Direction::Max => ends.worst > ends.best,
                Direction::Min => ends.worst < ends.best,
                Direction::Target(_) => false,
            };
            if against {
                return Some(Unsound::AgainstDirection { worst: ends.worst, best: ends.best }.into());
            }
        }
        let points = match &self.value {
            ValueFunction::Piecewise(points) => points,
            ValueFunction::Exponential { rho } if !rho.is_finite() || *rho == 0.0 => {
                return Some(Unsound::Curvature { rho: *rho }.into());
            }
            ValueFunction::Linear | ValueFunction::Exponential { .. } => return None,
        };
        if points.len() < 2 {
            return Some(Unsound::FewPoints.into());
        }
        if points.iter().any(|(x, value)| !x.is_finite() || !(0.0..=100.0).contains(value)) {
            return Some(Unsound::BadPoint.into());
        }
        if points.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
            return Some(Unsound::PointsOutOfOrder.into());
        }
        None
    }
}

fn ends_fault(worst: f64, best: f64) -> Option<Message> {
    if !worst.is_finite() || !best.is_finite() {
        return Some(Unsound::EndNotFinite.into());
    }
    #[expect(clippy::float_cmp, reason = "only ends that are the very same number leave no scale")]
    if worst == best {
        return Some(Unsound::EndsTheSame { number: worst }.into());
    }
    None
}

fn piecewise(points: &[(f64, f64)], x: f64) -> f64 {
    let after = points.partition_point(|point| point.0 <= x);
    match (after.checked_sub(1).and_then(|i| points.get(i)), points.get(after)) {
        (Some(&(x0, v0)), Some(&(x1, v1))) => v0 + (v1 - v0) * (x - x0) / (x1 - x0),
        (Some(&(_, value)), None) | (None, Some(&(_, value))) => value,
        (None, None) => 0.0,
    }
}

/// See [`ValueFunction::Exponential`]; written so that no power overflows.
fn exponential(way: f64, rho: f64) -> f64 {
    let way = way.clamp(0.0, 1.0);
    let size = rho.abs();
    let rising = (-way / size).exp_m1() / (-1.0 / size).exp_m1();
    if rho > 0.0 { rising } else { ((way - 1.0) / size).exp() * rising }
}

/// Shares of the way at which straight lines meet that follow [`exponential`]: evenly spaced in quantity, and in value.
fn exponential_bends(rho: f64) -> Vec<f64> {
    let steps = (0..=32).map(|step| f64::from(step) / 32.0);
    let rising = |value: f64| -rho.abs() * (value * (-1.0 / rho.abs()).exp_m1()).ln_1p();
    let even = |value: f64| if rho > 0.0 { rising(value) } else { 1.0 - rising(1.0 - value) };
    steps.flat_map(|step| [step, even(step)]).filter(|way| (0.0..=1.0).contains(way)).collect()
}
