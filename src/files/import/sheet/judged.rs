//! Words that stand for scores and directions, in English and Ukrainian.

pub fn is_missing(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "" | "?"
            | "-"
            | "–"
            | "—"
            | "−"
            | "n/a"
            | "na"
            | "n.a."
            | "#n/a"
            | "nan"
            | "null"
            | "tbd"
            | "unknown"
            | "н/д"
            | "н.д."
            | "нд"
            | "немає даних"
            | "невідомо"
            | "…"
            | "..."
    )
}

pub fn answer(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "так" | "✓" | "✔" | "✅" | "☑" | "+" => Some(true),
        "no" | "n" | "false" | "ні" | "✗" | "✘" | "❌" | "☐" | "✕" | "-" | "−" => Some(false),
        _ => None,
    }
}

/// A direction as decision CSV writes it.
pub fn direction(text: &str) -> Option<&'static str> {
    let word = text.trim().to_lowercase();
    let word = word.trim_end_matches(['.', '!']);
    match word {
        "max"
        | "maximum"
        | "maximize"
        | "maximise"
        | "higher"
        | "more"
        | "high"
        | "higher is better"
        | "more is better"
        | "the more the better"
        | "benefit"
        | "↑"
        | "▲"
        | "макс"
        | "максимум"
        | "максимізація"
        | "більше"
        | "більше краще"
        | "чим більше, тим краще"
        | "вигода" => Some("max"),
        "min"
        | "minimum"
        | "minimize"
        | "minimise"
        | "lower"
        | "less"
        | "low"
        | "lower is better"
        | "less is better"
        | "the less the better"
        | "cost"
        | "↓"
        | "▼"
        | "мін"
        | "мінімум"
        | "мінімізація"
        | "менше"
        | "менше краще"
        | "чим менше, тим краще"
        | "витрати" => Some("min"),
        _ => None,
    }
}

/// Words that form a scale, the least first; and whether the last is the best whatever is judged.
const SCALES: &[(&[&str], bool)] = &[
    (
        &[
            "unacceptable",
            "very poor",
            "poor",
            "weak",
            "fair",
            "satisfactory",
            "average",
            "good",
            "very good",
            "excellent",
            "outstanding",
        ],
        true,
    ),
    (&["very bad", "bad", "so-so", "ok", "okay", "good", "very good", "great", "excellent"], true),
    (&["terrible", "bad", "neutral", "good", "excellent"], true),
    (&["дуже погано", "погано", "незадовільно", "задовільно", "середньо", "добре", "дуже добре", "відмінно"], true),
    (&["дуже погана", "погана", "незадовільна", "задовільна", "середня", "добра", "дуже добра", "відмінна"], true),
    (
        &["дуже поганий", "поганий", "незадовільний", "задовільний", "середній", "добрий", "дуже добрий", "відмінний"],
        true,
    ),
    (
        &[
            "none",
            "very low",
            "low",
            "rather low",
            "moderate",
            "medium",
            "average",
            "rather high",
            "high",
            "very high",
            "extreme",
        ],
        false,
    ),
    (&["very small", "small", "medium", "large", "very large"], false),
    (&["немає", "дуже низький", "низький", "помірний", "середній", "високий", "дуже високий"], false),
    (&["немає", "дуже низька", "низька", "помірна", "середня", "висока", "дуже висока"], false),
    (&["немає", "дуже низьке", "низьке", "помірне", "середнє", "високе", "дуже високе"], false),
    (&["дуже мало", "мало", "помірно", "багато", "дуже багато"], false),
];

/// The words in rising order, where they are of one known scale or are rows of plus and minus signs; and whether the last is
/// the best for sure.
pub fn scale(words: &[String]) -> Option<(Vec<String>, bool)> {
    let sorted = |place: &dyn Fn(&str) -> Option<i64>| {
        let places: Option<Vec<(i64, &String)>> =
            words.iter().map(|word| Some((place(&word.trim().to_lowercase())?, word))).collect();
        let mut places = places?;
        places.sort();
        Some(places.into_iter().map(|(_, word)| word.clone()).collect::<Vec<_>>())
    };
    let signs = |word: &str| {
        let step = |letter: char| match letter {
            '+' | '★' | '⭐' => Some(1),
            '-' | '−' | '–' => Some(-1),
            '0' | 'o' | '○' | '☆' => Some(0),
            _ => None,
        };
        word.chars().map(step).sum::<Option<i64>>()
    };
    if words.iter().any(|word| word.contains(['+', '★', '⭐']))
        && let Some(order) = sorted(&signs)
    {
        return Some((order, true));
    }
    SCALES.iter().find_map(|(known, is_good)| {
        let place = |word: &str| known.iter().position(|known| *known == word).and_then(|at| i64::try_from(at).ok());
        Some((sorted(&place)?, *is_good))
    })
}
