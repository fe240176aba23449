//! Weights and values become a ranking: one method a file.
//!
//! A method is a pure function on a [`Problem`], and a [`Method`] that says what it is called and what it needs;
//! [`evaluate`] checks what it was asked for, calls it and ranks. A further method is a file and a line in [`ALL`].

pub mod aras;
pub mod borda;
pub mod cocoso;
pub mod codas;
pub mod copeland;
pub mod copras;
pub mod edas;
pub mod electre;
mod error;
pub mod lexicographic;
mod lines;
pub mod mabac;
pub mod marcos;
pub mod maximin;
mod method;
pub mod moora;
pub mod multimoora;
mod normalization;
pub mod promethee;
pub mod pugh;
mod ranking;
mod sort;
pub mod spotis;
mod threshold;
pub mod topsis;
pub mod vikor;
pub mod voting;
pub mod waspas;
pub mod weighted_product;
pub mod weighted_sum;
mod words;

use crate::text::List;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub use error::MethodError;
pub use lines::Lines;
use method::Compute;
pub use method::{Method, Need, Parameter};
pub use normalization::Normalization;
pub use ranking::{Better, Ranking, TIE};
pub use weighted_sum::Coverage;
pub use words::{MethodLabel, ParameterLabel};

use crate::model::{Columns, Problem};
use crate::pace::{self, Pace};

/// Every method, the value model first.
pub static ALL: [&Method; 24] = [
    &weighted_sum::METHOD,
    &weighted_product::METHOD,
    &topsis::METHOD,
    &vikor::METHOD,
    &copras::METHOD,
    &moora::METHOD,
    &multimoora::METHOD,
    &waspas::METHOD,
    &aras::METHOD,
    &edas::METHOD,
    &cocoso::METHOD,
    &mabac::METHOD,
    &codas::METHOD,
    &marcos::METHOD,
    &spotis::METHOD,
    &promethee::ii::METHOD,
    &promethee::i::METHOD,
    &electre::i::METHOD,
    &electre::iii::METHOD,
    &borda::METHOD,
    &copeland::METHOD,
    &lexicographic::METHOD,
    &maximin::METHOD,
    &pugh::METHOD,
];

/// The method called `id`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Method> {
    ALL.into_iter().find(|method| method.id == id)
}

/// What to compute. The default is the weighted sum of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub method: &'static Method,
    /// None: [`Method::default_normalization`].
    pub normalization: Option<Normalization>,
    /// By name; what is left out takes the method's default.
    pub parameters: BTreeMap<String, f64>,
}

impl Settings {
    /// `method` with its usual normalisation and parameters.
    #[must_use]
    pub fn of(method: &'static Method) -> Self {
        Self { method, normalization: None, parameters: BTreeMap::new() }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(&weighted_sum::METHOD)
    }
}

/// What a method computes on.
#[derive(Debug)]
pub struct Input<'a> {
    pub problem: &'a Problem,
    /// One of the method's own.
    pub normalization: Normalization,
    method: &'static Method,
    parameters: &'a BTreeMap<String, f64>,
    pace: &'a Pace,
}

impl<'a> Input<'a> {
    /// The scores of the problem after the normalisation; NaN where missing.
    ///
    /// # Errors
    /// As of [`Normalization::normalize`].
    pub fn normalized(&self) -> Result<Cow<'a, Columns>, MethodError> {
        self.normalization.normalize(self.problem)
    }

    /// The parameter `name`, within its range: as given, or the method's default.
    ///
    /// # Panics
    /// When the method does not declare it.
    #[must_use]
    pub fn parameter(&self, name: &str) -> f64 {
        self.parameters.get(name).copied().unwrap_or_else(|| {
            let declared = self.method.parameters.iter().find(|parameter| parameter.name == name);
            declared.expect("a method asks for parameters that it declares").default
        })
    }
}

/// What a method answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// By alternative; NaN where nothing is scored.
    pub scores: Vec<f64>,
    /// The default says that nothing is missing.
    pub coverage: Coverage,
    pub details: Vec<Detail>,
}

/// What a method says of a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub method: &'static Method,
    /// The one used, asked for or by default.
    pub normalization: Normalization,
    /// All that the method takes, as given or by default.
    pub parameters: BTreeMap<&'static str, f64>,
    /// By alternative; NaN where nothing is scored.
    pub scores: Vec<f64>,
    pub coverage: Coverage,
    pub ranking: Ranking,
    /// Intermediate figures, in the order in which the method's authors compute them.
    pub details: Vec<Detail>,
}

/// An intermediate figure of a method, under the name that its results have in files.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    pub name: &'static str,
    pub value: DetailValue,
}

impl Detail {
    /// A number for each alternative.
    #[must_use]
    pub fn by_alternative(name: &'static str, numbers: Vec<f64>) -> Self {
        Self { name, value: DetailValue::ByAlternative(numbers) }
    }
}

/// The shapes that intermediate figures come in. Alternatives and criteria are named by their places.
#[derive(Clone, Debug, PartialEq)]
pub enum DetailValue {
    /// A number for each alternative.
    ByAlternative(Vec<f64>),
    /// A number for each criterion.
    ByCriterion(Vec<f64>),
    /// A number for each alternative against each, row by row.
    Matrix(Vec<Vec<f64>>),
    Flag(bool),
    Number(f64),
    /// A set of alternatives; None where there is none.
    Alternatives(Option<Vec<usize>>),
    /// Ordered pairs of alternatives.
    Pairs(Vec<(usize, usize)>),
}

/// Computes `settings` on `problem`.
///
/// ```
/// use counterpoise::methods::{self, Settings};
/// use counterpoise::{files, model::Problem};
///
/// let problem = Problem::of(&files::open_source("security-guarantee")?);
/// let by_values = methods::evaluate(&problem, &Settings::default())?;
/// let first = by_values.ranking.order()[0] as usize;
/// assert_eq!(problem.alternatives[first], "Military modernization");
/// assert_eq!(by_values.coverage[first], 1.0);
///
/// let topsis = methods::find("topsis").expect("a method");
/// let closeness = methods::evaluate(&problem, &Settings::of(topsis))?.scores;
/// assert!(closeness.iter().all(|closeness| (0.0..=1.0).contains(closeness)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When a parameter is unknown or out of range, the normalisation does not go with the method, or the problem lacks what
/// either of them needs.
pub fn evaluate(problem: &Problem, settings: &Settings) -> Result<Evaluation, MethodError> {
    pace::finish(evaluate_in_slices(problem, settings, &Pace::default()))
}

/// The same in slices. Methods that look at every pair of options give way in between; others take a few passes over the
/// scores.
///
/// # Errors
/// As of [`evaluate`].
pub async fn evaluate_in_slices(
    problem: &Problem,
    settings: &Settings,
    pace: &Pace,
) -> Result<Evaluation, MethodError> {
    let method = settings.method;
    check_parameters(method, &settings.parameters)?;
    let normalization = settings.normalization.unwrap_or(method.default_normalization());
    if !method.normalizations.contains(&normalization) {
        let fit = List::commas(method.normalizations.iter().copied());
        return Err(MethodError::UnfitNormalization { method, normalization, fit });
    }
    method.needs.iter().try_for_each(|need| need.check(method.id, problem))?;
    let input = Input { problem, normalization, method, parameters: &settings.parameters, pace };
    let is_empty = problem.alternatives.is_empty() || problem.criteria.is_empty();
    pace.spend(problem.alternatives.len() * problem.criteria.len()).await;
    let Outcome { scores, coverage, details } = match method.compute {
        _ if is_empty => nothing(problem),
        Compute::AtOnce(compute) => compute(&input)?,
        Compute::InSlices(compute) => compute(&input).await?,
    };
    let ranking = Ranking::of(&scores, method.better);
    let parameters = method.parameters.iter().map(|parameter| (parameter.name, input.parameter(parameter.name)));
    Ok(Evaluation { method, normalization, parameters: parameters.collect(), scores, coverage, ranking, details })
}

/// What there is to say of an empty matrix, so that no method meets one.
fn nothing(problem: &Problem) -> Outcome {
    let coverage = Coverage::of(&problem.scores, &problem.weights);
    Outcome { scores: vec![f64::NAN; problem.alternatives.len()], coverage, details: Vec::new() }
}

fn check_parameters(method: &'static Method, given: &BTreeMap<String, f64>) -> Result<(), MethodError> {
    for (name, &number) in given {
        let Some(parameter) = method.parameters.iter().find(|parameter| parameter.name == name) else {
            let known = List::commas(method.parameters.iter().map(|parameter| parameter.name));
            return Err(MethodError::UnknownParameter { method, name: name.clone(), known });
        };
        if !parameter.range.contains(&number) {
            let (name, range) = (parameter.name, parameter.range.clone());
            return Err(MethodError::ParameterOutOfRange { method, name, number, range });
        }
    }
    Ok(())
}
