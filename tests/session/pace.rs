//! What gives way: however large a document is, no piece of work on a question grows out of proportion to a pass over its
//! scores.
//!
//! A piece of work is what is done between two slices. What counts is the processor's time that this thread had for it, which
//! is the same whatever else the machine does; it is compared with what a change of a score costs in the same run, which cannot
//! be cut: the model made anew.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use counterpoise::analysis::Model;
use counterpoise::analysis::robustness;
use counterpoise::methods::Normalization;
use counterpoise::model::{Cell, Document, Id, Node, Person, Row, Scale, Score, Viewpoint};
use counterpoise::pace::{self, Pace};
use counterpoise::session::preview::Merges;
use counterpoise::session::questions::{Agreement, Flips, Robustness, Tip};
use counterpoise::session::{MergeWay, Query, Session};
use rustix::time::{ClockId, clock_gettime};

use crate::{criterion, group};

/// What is in a document beside plain scores.
#[derive(Clone, Copy, PartialEq)]
enum With {
    Nothing,
    /// One score of each option but the first is missing, and the first beats all others.
    Gaps,
    /// All options are the same.
    Ties,
    /// Locks and viewpoints too.
    Groups,
    People,
    Ranges,
}

fn document(rows: usize, columns: usize, with: With) -> Document {
    let mut state = 1_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from((state >> 40) % below).unwrap())
    };
    let mut leaves: Vec<Node> =
        (1..=columns).map(|number| criterion(&format!("c{number}"), Scale::default())).collect();
    let ids: Vec<Id> = leaves.iter().map(Node::id).collect();
    let mut document = Document::default();
    while with == With::Groups && !leaves.is_empty() {
        let children = leaves.split_off(leaves.len().saturating_sub(3));
        document.criteria.push(group(&format!("g{}", leaves.len()), children));
    }
    document.criteria.append(&mut leaves);
    let option = |row: usize| {
        let missing = if with == With::Gaps && row > 0 { row % columns } else { columns };
        let score = |(at, &id): (usize, &Id)| {
            let x = match row {
                _ if with == With::Ties => 50.0,
                0 if with == With::Gaps => 100.0,
                _ => next(100),
            };
            let score = if with == With::Ranges && x > 10.0 { Score::Range(x - 10.0, x) } else { Score::Exact(x) };
            (at != missing).then_some((id, Cell::of(score)))
        };
        let scores: BTreeMap<Id, Cell> = ids.iter().enumerate().filter_map(score).collect();
        Row { id: Id::slug(&format!("o{row}")), name: format!("o{row}"), description: String::new(), scores }
    };
    document.alternatives = (0..rows).map(option).collect();
    document.complete_weights();
    if with == With::Groups {
        document.locks = ids.iter().step_by(4).copied().collect();
        let saved = |number: usize| Viewpoint {
            id: Id::slug(&format!("v{number}")),
            name: format!("v{number}"),
            weights: document.weights.clone(),
        };
        document.viewpoints = (0..3).map(saved).collect();
    }
    if with == With::People {
        let given = |option: Id| (option, ids.iter().map(|id| (*id, Score::Exact(f64::from(60_u8)))).collect());
        let person = |number: usize| Person {
            id: Id::slug(&format!("p{number}")),
            name: format!("p{number}"),
            weights: document.weights.clone(),
            scores: document.alternatives.iter().take(rows / 2).map(|option| given(option.id)).collect(),
        };
        document.people = (0..3).map(person).collect();
    }
    document
}

/// What this thread has had of the processor so far.
struct Processor(Duration);

impl Processor {
    fn now() -> Self {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        Self(Duration::new(u64::try_from(now.tv_sec).unwrap(), u32::try_from(now.tv_nsec).unwrap()))
    }

    fn elapsed(&self) -> Duration {
        Self::now().0.saturating_sub(self.0)
    }
}

/// What each piece of work on a question takes, up to `most` pieces; the quickest of a few runs.
fn pieces<Q: Query>(query: &Q, model: &Model, most: usize) -> Vec<Duration> {
    let run = || {
        let mut work = query.clone().answer(model.clone(), Pace::default());
        let mut pieces = Vec::new();
        while pieces.len() < most {
            let start = Processor::now();
            let answer = pace::go_on(work.as_mut());
            pieces.push(start.elapsed());
            if answer.is_some() {
                break;
            }
        }
        pieces
    };
    let again = [run()];
    let mut least = run();
    for run in &again {
        assert_eq!(run.len(), least.len(), "it is cut at the same places each time");
        least.iter_mut().zip(run).for_each(|(least, piece)| *least = (*least).min(*piece));
    }
    least
}

/// As many times a pass over the scores takes a piece of work at most. It is a generous figure: what is not cut where it
/// should be takes hundreds of passes.
const PASSES: u32 = 25;

fn gives_way<Q: Query>(name: &str, query: &Q, model: &Model, most: usize) {
    let document = model.shared_document();
    let pass = || {
        let start = Processor::now();
        drop(Model::new(Arc::clone(&document)));
        start.elapsed()
    };
    let pass = (0..5).map(|_| pass()).min().unwrap_or_default();
    // A slice of its own accord: what a drag of a small document cannot feel.
    let slice = slice();
    let (at, longest) = pieces(query, model, most).into_iter().enumerate().max_by_key(|(_, piece)| *piece).unwrap();
    let (rows, columns) = (model.problem().alternatives.len(), model.problem().criteria.len());
    assert!(
        longest <= PASSES * pass.max(slice),
        "{name} of {rows} x {columns}: piece {at} takes {longest:?}, a pass {pass:?}, a slice {slice:?}"
    );
}

/// What so many steps take that are as simple as can be.
fn slice() -> Duration {
    let numbers: Vec<f64> = (0..pace::SLICE).map(|x| f64::from(u32::try_from(x % 7).unwrap())).collect();
    let add_up = || {
        let start = Processor::now();
        assert!(std::hint::black_box(&numbers).iter().fold(0.0, |sum, x| sum + x * x) > 0.0);
        start.elapsed()
    };
    (0..5).map(|_| add_up()).min().unwrap_or_default()
}

/// Asks everything that can be asked.
fn all_give_way(document: &Document, most: usize) {
    let model = Model::new(document.clone());
    gives_way("tip", &Tip, &model, most);
    gives_way("checks", &Session::new(document.clone()).to_check(), &model, most);
    gives_way("agreement", &Agreement(None), &model, most);
    let settings = robustness::Settings { samples: 2000, ..robustness::Settings::default() };
    gives_way("robustness", &Robustness(settings), &model, most);
    for normalization in [Normalization::Value, Normalization::Max] {
        gives_way("flips", &Flips(normalization), &model, most);
    }
    for way in MergeWay::ALL {
        let few = Document { alternatives: document.alternatives.clone().take(0, 1), ..document.clone() };
        gives_way("merge", &Merges { decision: Arc::new(few), way }, &model, most);
        let decision = Arc::new(document.clone());
        gives_way("merge", &Merges { decision, way }, &Model::new(Document::default()), most);
    }
}

#[test]
fn no_piece_of_work_grows_out_of_proportion() {
    for with in [With::Nothing, With::Gaps, With::Ties, With::Groups, With::People, With::Ranges] {
        for (rows, columns) in [(400, 10), (30, 40)] {
            all_give_way(&document(rows, columns, with), 150);
        }
    }
}
