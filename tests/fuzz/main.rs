//! Every public entry point below the window, on arbitrary documents: never a panic, a number wherever one is promised, and
//! shapes as documented. `PROPTEST_CASES=20000` makes a long run of the few cases that run every time.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/documents.rs"]
mod documents;
#[path = "../common/rows.rs"]
mod rows;

mod analyses;
mod judgements;
mod methods;
mod texts;

use counterpoise::model::{Alternatives, Cell, Document, Id, Judgements, Node, Row, Score, violations};
use proptest::prelude::*;
use proptest::sample::Index;
use rows::change;

/// So many cases, or as many as the environment asks for.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(usual), failure_persistence: None, ..ProptestConfig::default() }
}

/// What is done to a document that is odd enough already.
#[derive(Clone, Copy, Debug)]
enum Twist {
    None,
    NothingScored,
    NoOptions,
    OneOption,
    /// All options are the first one again.
    AllEqual,
    /// The first option is there twice.
    Twin,
    /// Plain scores of one magnitude, as a power of ten.
    Magnitude(i32),
    /// Plain scores of all magnitudes, none of them negative.
    Magnitudes,
    /// All weight on one node, the others at zero.
    OneWeight,
}

fn document() -> impl Strategy<Value = Document> {
    let twist = prop_oneof![
        4 => Just(Twist::None),
        1 => Just(Twist::NothingScored),
        1 => Just(Twist::NoOptions),
        1 => Just(Twist::OneOption),
        1 => Just(Twist::AllEqual),
        1 => Just(Twist::Twin),
        2 => (-300..=300).prop_map(Twist::Magnitude),
        2 => Just(Twist::Magnitudes),
        1 => Just(Twist::OneWeight),
    ];
    (documents::document(), twist, prop::collection::vec(any::<Index>(), 64))
        .prop_map(|(document, twist, seed)| twisted(document, twist, &seed))
}

fn twisted(mut document: Document, twist: Twist, seed: &[Index]) -> Document {
    let mut seed = seed.iter().cycle();
    let mut next = |below: i32| {
        let places = usize::try_from(below).unwrap();
        seed.next().map_or(0, |seed| i32::try_from(seed.index(places)).unwrap())
    };
    let options = &mut document.alternatives;
    match twist {
        Twist::None => {}
        Twist::NothingScored => change(options, |option| option.scores.clear()),
        Twist::NoOptions => options.clear(),
        Twist::OneOption => *options = options.take(0, options.len().min(1)),
        Twist::AllEqual => {
            let scores = options.rows().next().map(|first| first.scores).unwrap_or_default();
            change(options, |option| option.scores.clone_from(&scores));
        }
        Twist::Twin => {
            let first = options.rows().next();
            if let Some(first) = first {
                let id = Id::fresh("twin", |id| options.iter().any(|option| option.id == id));
                options.push(Row { id, name: format!("{} twin", first.name), ..first });
            }
        }
        Twist::Magnitude(exponent) => {
            rescore(options, |_| f64::from(next(10)) * 10_f64.powi(exponent));
        }
        Twist::Magnitudes => rescore(options, |_| f64::from(next(10)) * 10_f64.powi(next(600) - 300)),
        Twist::OneWeight => {
            let heaviest = document.criteria.first().map(Node::id);
            document.weights.iter_mut().for_each(|(id, points)| *points = f64::from(u8::from(Some(*id) == heaviest)));
        }
    }
    // Nobody may speak of an option that is gone.
    if !violations(&document).is_empty() {
        document.people.clear();
        document.baseline = None;
        document.judgements = Judgements::default();
    }
    assert!(violations(&document).is_empty(), "{:?}", violations(&document));
    document
}

/// Gives cells with a number another one.
fn rescore(options: &mut Alternatives, mut number: impl FnMut(f64) -> f64) {
    change(options, |option| {
        for cell in option.scores.values_mut() {
            if let Cell { score: Some(Score::Exact(x) | Score::Range(x, _) | Score::Triangle(x, ..)), .. } = *cell {
                cell.score = Some(Score::Exact(number(x)));
            }
        }
    });
}
