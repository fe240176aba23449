//! Every writer on any document, and every reader on what was written and on what became of it.

use counterpoise::files::judgements::{parse_best_worst, parse_pairwise};
use counterpoise::files::{Format, Task, parse, to_bytes};
use counterpoise::model::violations;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{cases, document};

/// Bytes are taken out, put in and doubled.
fn damaged(mut bytes: Vec<u8>, damage: &[(Index, u8)]) -> Vec<u8> {
    for &(place, kind) in damage {
        if bytes.is_empty() {
            break;
        }
        let at = place.index(bytes.len());
        match kind % 4 {
            0 => drop(bytes.remove(at)),
            1 => bytes.insert(at, kind),
            2 => bytes.truncate(at),
            _ => {
                let end = (at + usize::from(kind)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

fn damage() -> impl Strategy<Value = Vec<(Index, u8)>> {
    prop::collection::vec((any::<Index>(), any::<u8>()), 1..6)
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_is_written_is_read(document in document(), damage in damage()) {
        for format in Format::ALL.into_iter().filter(|format| format.can_write()) {
            let bytes = to_bytes(&Task::of(&document), format).unwrap();
            // Without criteria decision CSV has no columns, and is none.
            if !format.can_read() || (document.leaves().is_empty() && !format.keeps_everything()) {
                continue;
            }
            let read = parse(&bytes, format).unwrap_or_else(|error| panic!("{}: {error}", format.name()));
            if format.keeps_everything() {
                prop_assert_eq!(&read, &document);
            }
            match parse(damaged(bytes, &damage), format) {
                Ok(read) => prop_assert!(violations(&read).is_empty()),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in Format::ALL {
            if let Ok(read) = parse(&bytes, format) {
                prop_assert!(violations(&read).is_empty());
            }
        }
    }

    #[test]
    fn comparisons_in_any_state(damage in damage()) {
        const PAIRS: &str = "x,Price,Looks,Comfort\nPrice,1,3,5\nLooks,1/3,1,\nComfort,,1/2,1\n";
        const ROWS: &str = "x,Price,Looks,Comfort\nbest,Price\nworst,Looks\nbest-to-others,1,8,2\nothers-to-worst,8,1,4\n";
        for text in [PAIRS, ROWS] {
            let text = String::from_utf8_lossy(&damaged(text.as_bytes().to_vec(), &damage)).into_owned();
            if let Ok(found) = parse_pairwise(&text) {
                let _ = counterpoise::elicit::pairwise::weights(&found, counterpoise::model::Priorities::Eigenvector);
                let _ = counterpoise::elicit::pairwise::consistency(&found);
            }
            if let Ok(found) = parse_best_worst(&text) {
                let _ = counterpoise::elicit::best_worst::solve(&found);
            }
        }
    }
}
