//! Whatever a document holds, there is an answer or a reason why not.

use counterpoise::analysis::robustness::{Information, Robustness, RobustnessError, Settings, Simulation};
use counterpoise::model::{Document, Problem, Score};
use proptest::prelude::*;

use crate::documents::document;
use crate::{decision, exact, settings, simulate};

fn check(result: &Robustness) {
    let rows = result.standings.len();
    for standing in &result.standings {
        let all = || standing.acceptability.iter().chain(&standing.standard_errors).chain(&standing.confidence);
        assert!(all().all(|x| (0.0..=1.0).contains(x)), "{standing:?}");
        assert!((standing.acceptability.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let last = f64::from(u32::try_from(rows).unwrap());
        assert!((1.0 - 1e-9..=last + 1e-9).contains(&standing.expected_rank));
        if let Some(weights) = &standing.central_weights {
            assert!(
                (weights.iter().sum::<f64>() - 1.0).abs() < 1e-9 && weights.iter().all(|w| *w >= 0.0),
                "{weights:?}"
            );
        }
    }
    for rank in 0..rows {
        let sum: f64 = result.standings.iter().map(|standing| standing.acceptability[rank]).sum();
        assert!((sum - 1.0).abs() < 1e-12);
    }
    for (a, b) in (0..rows).flat_map(|a| (0..rows).map(move |b| (a, b))) {
        assert!((0.0..=1.0).contains(&result.winning(a, b)));
        assert!((result.winning(a, b) + result.winning(b, a) - 1.0).abs() < 1e-12);
    }
}

fn attempt(document: &Document, settings: Settings) -> Result<Robustness, RobustnessError> {
    Simulation::new(document, &Problem::of(document), settings).map(Simulation::finish)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_document_has_an_answer(document in document(), seed: u64, kind in 0..4_usize, samples in 1_u32..200) {
        let information = [Information::Free, Information::Ranked, Information::Within(0.1), Information::Within(1e-9)];
        let settings = Settings { samples, seed, information: information[kind].clone() };
        match attempt(&document, settings) {
            Ok(result) => {
                prop_assert_eq!(result.samples, u64::from(samples));
                check(&result);
            }
            Err(RobustnessError::NoCriteria | RobustnessError::NoOptions) => {
                prop_assert!(document.alternatives.is_empty() || document.leaves().is_empty());
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

#[test]
fn one_option_and_nothing_known() {
    let one = simulate(&exact(&[1.0, 2.0], &[&[0.3, 0.4]]), 100, Information::Free);
    check(&one);
    assert_eq!((one.standings[0].first(), one.standard_error), (1.0, 0.0));
    let none = simulate(&decision(&[1.0], &[vec![None], vec![None]]), 100, Information::Free);
    check(&none);
    assert_eq!((none.standings[0].first(), &none.standings[0].central_weights), (0.5, &None));
    let empty = attempt(&Document::default(), settings(1, Information::Free)).unwrap_err();
    assert_eq!(empty, RobustnessError::NoCriteria);
    let empty = attempt(&exact(&[1.0], &[]), settings(1, Information::Free)).unwrap_err();
    assert_eq!(empty, RobustnessError::NoOptions);
}

#[test]
fn too_many_options_are_refused() {
    let rows: Vec<&[f64]> = vec![&[0.5]; 1001];
    let error = attempt(&exact(&[1.0], &rows), settings(1, Information::Free)).unwrap_err();
    assert_eq!(error, RobustnessError::TooMany { options: 1001, most: 1000 });
}

#[test]
fn huge_ranges_are_no_trouble() {
    let row = |low: f64, high: f64| vec![Some(Score::Range(low, high)), Some(Score::Exact(0.5))];
    let options = [row(-1e300, 1e300), row(0.0, 1e-300), row(f64::MIN, f64::MAX), row(0.4, 0.6)];
    let result = simulate(&decision(&[1.0, 1.0], &options), 2000, Information::Free);
    check(&result);
    // Half of such a range lies above the scale, half below.
    assert!((result.winning(0, 3) - 0.5).abs() < 0.05, "{}", result.winning(0, 3));
    assert!((result.winning(2, 3) - 0.5).abs() < 0.05, "{}", result.winning(2, 3));
}
