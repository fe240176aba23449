//! The distillation of ELECTRE III: an order of classes out of credibilities.

use super::SLACK;
use crate::pace::Pace;

/// With which end of the order it begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Best,
    Worst,
}

/// The place of each option, from 1 for the best; options of a class share theirs. NaN where an option is not among
/// `options`.
///
/// One class after the other is taken out. From the highest credibility down to a cut, a is preferred to b where its
/// credibility is above the cut and above that of (b, a) by more than s = 0.3 - 0.15 l. Those that are preferred to most
/// and have fewest preferred to them remain (from the worst end: the other way round), the cut falls to the next level
/// that is lower by more than s, and so on, until one is left or no level is.
pub(super) async fn distil(credibility: &[Vec<f64>], options: &[usize], from: From, pace: &Pace) -> Vec<f64> {
    let mut places = vec![f64::NAN; credibility.len()];
    let (mut left, mut classes) = (options.to_vec(), 0.0);
    while !left.is_empty() {
        classes += 1.0;
        for option in class(credibility, left.clone(), from, pace).await {
            places[option] = classes;
        }
        left.retain(|&option| places[option].is_nan());
    }
    if from == From::Worst {
        for place in &mut places {
            *place = classes + 1.0 - *place;
        }
    }
    places
}

/// What is best, or worst, of `left`.
async fn class(credibility: &[Vec<f64>], mut left: Vec<usize>, from: From, pace: &Pace) -> Vec<usize> {
    let mut level = highest_below(credibility, &left, f64::INFINITY, pace).await;
    loop {
        let cut = highest_below(credibility, &left, level - discrimination(level), pace).await;
        let preferred = |a: usize, b: usize| {
            let (one, other) = (credibility[a][b], credibility[b][a]);
            one > cut + SLACK && one > other + discrimination(one) + SLACK
        };
        let mut qualifications = vec![0_i64; left.len()];
        for (at, &a) in left.iter().enumerate() {
            pace.spend(at).await;
            for (before, &b) in left[..at].iter().enumerate() {
                let lead = i64::from(preferred(a, b)) - i64::from(preferred(b, a));
                qualifications[at] += lead;
                qualifications[before] -= lead;
            }
        }
        if from == From::Worst {
            for qualification in &mut qualifications {
                *qualification = -*qualification;
            }
        }
        let most = qualifications.iter().copied().max();
        let mut each = qualifications.into_iter();
        left.retain(|_| each.next() == most);
        if left.len() == 1 || cut <= SLACK {
            return left;
        }
        level = cut;
    }
}

/// The greatest credibility among `options` below `bound`, 0 where there is none.
async fn highest_below(credibility: &[Vec<f64>], options: &[usize], bound: f64, pace: &Pace) -> f64 {
    let mut highest = 0.0;
    for &a in options {
        pace.spend(options.len()).await;
        let others = options.iter().filter(|&&b| a != b).map(|&b| credibility[a][b]);
        highest = others.filter(|&x| x < bound - SLACK).fold(highest, f64::max);
    }
    highest
}

/// s(l): a credibility must be lower by more than this to be lower.
fn discrimination(level: f64) -> f64 {
    0.3 - 0.15 * level
}
