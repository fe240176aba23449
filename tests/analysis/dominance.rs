use counterpoise::analysis::checks;
use counterpoise::analysis::dominance::{pairs, undominated};
use proptest::prelude::*;

use crate::common::documents;
use crate::small;
use counterpoise::analysis::Model;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pairs_are_those_of_the_definition((values, _) in small(0.2)) {
        let found = pairs(&values);
        for a in 0..values.rows() {
            for b in 0..values.rows() {
                let common: Vec<(f64, f64)> = values
                    .iter()
                    .map(|column| (column[a], column[b]))
                    .filter(|(x, y)| !x.is_nan() && !y.is_nan())
                    .collect();
                let dominates = common.iter().all(|(x, y)| x >= y) && common.iter().any(|(x, y)| x > y);
                prop_assert_eq!(found.contains(&(a, b)), dominates);
            }
            let is_free = !found.iter().any(|(_, dominated)| *dominated == a);
            prop_assert_eq!(undominated(values.rows(), &found).contains(&a), is_free);
        }
    }

    /// The check that names dominated options names only such as are found here.
    #[test]
    fn the_check_says_the_same(document in documents()) {
        let whole = Model::new(document);
        let subject = &whole;
        let found = pairs(&whole.problem().values);
        let name = |row: usize| &whole.problem().alternatives[row];
        let said = checks::run(subject, &checks::Circumstances::default()).open;
        for check in said.iter().filter(|check| check.id == "dominated-option" && check.message.to_string().contains("nowhere")) {
            let is_meant =
                |(by, row): &&(usize, usize)| check.message.to_string().starts_with(&format!("{} is nowhere better than {},", name(*row), name(*by)));
            prop_assert!(found.iter().any(|pair| is_meant(&pair)), "{}", check.message);
        }
    }
}
