//! What an open document can be asked.

use crate::analysis::checks::{self, Circumstances};
use crate::analysis::robustness::{RobustnessError, Settings, Simulation};
use crate::analysis::{Model, agreement, crossover, explain, flips, robustness};
use crate::methods::{MethodError, Normalization};
use crate::model::Parts;
use crate::pace::{Pace, Work};
use crate::session::Query;
use crate::text::Message;

/// Steps of a score that is compiled for a simulation, about.
const COMPILED: usize = 4;

/// What the ranking is made of.
const RANKING: Parts = Parts::WEIGHTS.and(Parts::SCORES).and(Parts::STRUCTURE);

/// The smallest move of one weight that would change the lead, as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip;

/// What the model checks find.
#[derive(Clone, Debug, PartialEq)]
pub struct Checks(pub Circumstances);

/// What would change the answer, after a normalisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flips(pub Normalization);

/// How far the ranking holds when weights and scores are only known roughly.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness(pub Settings);

/// What all methods say; with a normalisation where they take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement(pub Option<Normalization>);

impl Query for Tip {
    type Answer = Message;
    const DEPENDS_ON: Parts = RANKING.and(Parts::LOCKS);
    const WAITS_FOR_REST: bool = false;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Message> {
        Box::pin(async move {
            pace.spend(snapshot.problem().alternatives.len()).await;
            explain::crossover(&snapshot, &crossover::nearest_in_slices(&snapshot, &pace).await)
        })
    }
}

impl Query for Checks {
    type Answer = checks::Checks;
    const DEPENDS_ON: Parts = Parts::ALL;
    /// Nobody reads remarks while a hand is on a slider.
    const WAITS_FOR_REST: bool = true;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, checks::Checks> {
        Box::pin(async move { checks::run_in_slices(&snapshot, &self.0, &pace).await })
    }
}

impl Query for Flips {
    type Answer = Result<flips::Flips, MethodError>;
    const DEPENDS_ON: Parts = RANKING.and(Parts::LOCKS);
    const WAITS_FOR_REST: bool = true;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Self::Answer> {
        Box::pin(async move {
            let (document, outline, problem) = (snapshot.document(), snapshot.outline(), snapshot.problem());
            flips::flips_in_slices(document, outline, problem, self.0, &pace).await
        })
    }
}

impl Query for Robustness {
    type Answer = Result<robustness::Robustness, RobustnessError>;
    const DEPENDS_ON: Parts = RANKING;
    const WAITS_FOR_REST: bool = true;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Self::Answer> {
        Box::pin(async move {
            pace.spend(COMPILED * snapshot.problem().alternatives.len() * snapshot.problem().criteria.len()).await;
            let mut simulation = Simulation::new(snapshot.document(), snapshot.problem(), self.0)?;
            loop {
                let progress = simulation.run_in_slices(&pace).await;
                if progress.is_finished() {
                    return Ok(simulation.result_in_slices(&pace).await);
                }
                let count = |samples: u64| usize::try_from(samples).unwrap_or(usize::MAX);
                pace.tell(count(progress.done), count(progress.of));
            }
        })
    }
}

impl Query for Agreement {
    type Answer = agreement::Agreement;
    const DEPENDS_ON: Parts = RANKING;
    const WAITS_FOR_REST: bool = true;

    fn answer(self, snapshot: Model, pace: Pace) -> Work<'static, Self::Answer> {
        Box::pin(async move { agreement::Agreement::in_slices(snapshot.problem(), self.0, &pace).await })
    }
}
