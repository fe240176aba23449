//! `direction-looks-wrong`: a name says cost, price, risk, time, noise or emission and more is better, or the reverse.
//!
//! Goes by whole words in English and Ukrainian. A word that turns the meaning round, such as "low" in "Low risk" or
//! "saving" in "Time saving", silences the check: a false alarm costs more trust than a missed one.

use super::{Check, Model, Severity};
use crate::model::{Answer, Criterion, Direction, Place, Scale};
use crate::text::Remark;

/// What one wants little of.
const BURDENS: &str = "cost costs price prices expense expenses fee fees risk risks hazard hazards time delay delays \
    duration noise emission emissions pollution \
    ціна ціни вартість вартості витрати витрат видатки ризик ризики ризику час часу затримка затримки тривалість \
    шум шуму викиди викидів забруднення";

/// What one wants much of.
const BOONS: &str = "benefit benefits quality comfort safety reliability profit revenue performance durability \
    satisfaction readiness flexibility efficiency effectiveness \
    вигода вигоди якість якості комфорт безпека безпеки надійність прибуток дохід продуктивність задоволеність \
    готовність гнучкість ефективність";

/// Words that turn a burden into a boon, or make it a different thing ("free time", "time with family").
const TURNS: &str = "low lower lowest less least little few small short no not non zero without cut saving savings saved \
    ease easy easier safe free real on own";

/// Beginnings of more such words.
const TURNING: &str = "minim limit reduc avoid control manag mitigat toler resist protect against effective efficien \
    perform quality value adjusted cancel insulat absorb leisure holiday vacation family personal advantage competitive \
    afford attractive accept good better recover resilien \
    низьк нижч менш мал коротк без зниж зменш скороч економ захист стійк вільн контрол управл якіст ефективн";

pub(super) fn check(model: &Model) -> Vec<Check> {
    model.document().leaves().into_iter().filter_map(look).collect()
}

fn look(criterion: &Criterion) -> Option<Check> {
    let more_is_better = match &criterion.scale {
        // Levels carry their values themselves.
        Scale::Levels(_) => return None,
        Scale::YesNo { best } => *best == Answer::Yes,
        scale @ (Scale::Rating { .. } | Scale::Measure(_)) => match scale.direction() {
            Direction::Max => true,
            Direction::Min => false,
            Direction::Target(_) => return None,
        },
    };
    let name = criterion.name.to_lowercase();
    let words = || name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let turned =
        words().any(|word| is_in(TURNS, word) || TURNING.split_whitespace().any(|turn| word.starts_with(turn)));
    let burden = words().find(|word| is_in(BURDENS, word));
    let boon = words().find(|word| is_in(BOONS, word));
    let named = criterion.name.clone();
    let remark = match (burden, boon) {
        (Some(word), None) if more_is_better && !turned => {
            Remark::WouldWantLess { criterion: named, word: word.into() }
        }
        (None, Some(word)) if !more_is_better => Remark::WouldWantMore { criterion: named, word: word.into() },
        _ => return None,
    };
    Some(Check::new("direction-looks-wrong", Severity::Warning, Place::Node(criterion.id), remark))
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Answer, Direction, Measure, Scale};

    fn fires(name: &str, scale: &Scale) -> bool {
        let document = with_scale(rated(&[(name, 50.0), ("Looks", 50.0)], &[]), name, scale);
        !said("direction-looks-wrong", document).is_empty()
    }

    fn measured(direction: Direction) -> Scale {
        Scale::Measure(Measure { direction, ..Measure::default() })
    }

    #[test]
    fn fires_for_burdens_to_maximise_and_boons_to_minimise() {
        for name in
            ["Price", "Running costs", "Risk of delay", "Noise", "CO₂ emissions", "Ціна", "Час у дорозі", "Викиди CO₂"]
        {
            assert!(fires(name, &measured(Direction::Max)), "{name}");
            assert!(fires(name, &Scale::default()), "{name}");
            assert!(!fires(name, &measured(Direction::Min)), "{name}");
            assert!(!fires(name, &measured(Direction::Target(5.0))), "{name}");
        }
        for name in ["Quality", "Safety of staff", "Якість"] {
            assert!(fires(name, &measured(Direction::Min)), "{name}");
            assert!(!fires(name, &measured(Direction::Max)), "{name}");
        }
        assert!(fires("Noise at night", &Scale::YesNo { best: Answer::Yes }));
        assert!(!fires("Noise at night", &Scale::YesNo { best: Answer::No }));
        assert!(!fires("Risk", &Scale::Levels(Vec::new())));
    }

    #[test]
    fn is_silent_where_a_word_turns_the_meaning() {
        for name in [
            "Low risk of wider war",
            "Ease of enactment",
            "Time saving",
            "Free time",
            "Noise reduction",
            "Cost efficiency",
            "Value for the price",
            "On-time delivery",
            "Battery lifetime",
            "Low noise",
            "Quality at a price",
            "Низький ризик",
            "Вільний час",
            "Зниження викидів",
            "Speed",
            "Affordable price",
            "Timetable",
        ] {
            assert!(!fires(name, &Scale::default()), "{name}");
        }
        assert!(!fires("Cost of quality", &measured(Direction::Min)));
    }
}
