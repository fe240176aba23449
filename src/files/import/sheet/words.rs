//! What tables call things, in English and Ukrainian.

use super::flaw::AttributeName;
pub use super::judged::{answer, direction, is_missing, scale};

/// What a row or column says about the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribute {
    Weight,
    Direction,
    Unit,
    /// Both ends of the scale in one cell, such as `0-10`.
    Range,
    /// The worst end of the scale, the best, the lower, the upper.
    Worst,
    Best,
    Low,
    High,
    Group,
    /// The value function, named levels, and what outranking needs, as decision CSV writes them.
    Value,
    Levels,
    Preference,
    Q,
    P,
    S,
    Veto,
}

impl Attribute {
    pub const ALL: [Self; 16] = [
        Self::Weight,
        Self::Direction,
        Self::Unit,
        Self::Range,
        Self::Worst,
        Self::Best,
        Self::Low,
        Self::High,
        Self::Group,
        Self::Value,
        Self::Levels,
        Self::Preference,
        Self::Q,
        Self::P,
        Self::S,
        Self::Veto,
    ];

    /// What the user calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weight => AttributeName::Weight.text(),
            Self::Direction => AttributeName::Direction.text(),
            Self::Unit => AttributeName::Unit.text(),
            Self::Range => AttributeName::Range.text(),
            Self::Worst => AttributeName::Worst.text(),
            Self::Best => AttributeName::Best.text(),
            Self::Low => AttributeName::Low.text(),
            Self::High => AttributeName::High.text(),
            Self::Group => AttributeName::Group.text(),
            Self::Value => AttributeName::Value.text(),
            Self::Levels => AttributeName::Levels.text(),
            Self::Preference => AttributeName::Preference.text(),
            Self::Q => AttributeName::Q.text(),
            Self::P => AttributeName::P.text(),
            Self::S => AttributeName::S.text(),
            Self::Veto => AttributeName::Veto.text(),
        }
    }

    /// Words that head such a row or column, in lower case. The first is the directive of decision CSV, without its sign.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Weight => &[
                "weight",
                "weights",
                "weighting",
                "importance",
                "points",
                "вага",
                "ваги",
                "вага критерію",
                "ваги критеріїв",
                "важливість",
                "вагомість",
                "вагові коефіцієнти",
                "ваговий коефіцієнт",
            ],
            Self::Direction => &[
                "direction",
                "goal",
                "objective",
                "optimum",
                "optimize",
                "optimise",
                "max/min",
                "min/max",
                "better",
                "cost/benefit",
                "benefit/cost",
                "напрям",
                "напрямок",
                "ціль",
                "краще",
                "макс/мін",
                "мін/макс",
            ],
            Self::Unit => &[
                "unit",
                "units",
                "unit of measure",
                "одиниця",
                "одиниці",
                "одиниця виміру",
                "одиниці виміру",
                "од. виміру",
                "од.",
            ],
            Self::Range => &["range", "scale", "шкала", "діапазон", "межі"],
            Self::Worst => &["worst", "worst value", "worst end", "найгірше", "найгірший", "найгірше значення"],
            Self::Best => &["best", "best value", "best end", "найкраще", "найкращий", "найкраще значення"],
            Self::Low => &["low", "min", "minimum", "lower", "scale min", "мін", "мінімум", "від"],
            Self::High => &["high", "max", "maximum", "upper", "scale max", "макс", "максимум", "до"],
            Self::Group => &["group", "groups", "category", "branch", "група", "групи", "категорія", "розділ"],
            Self::Value => &["value"],
            Self::Levels => &["levels", "рівні"],
            Self::Preference => &["preference"],
            Self::Q => &["q"],
            Self::P => &["p"],
            Self::S => &["s"],
            Self::Veto => &["veto"],
        }
    }

    /// The directive of decision CSV that says it; the four ends of scales go into `#range`.
    #[must_use]
    pub fn directive(self) -> String {
        match self {
            Self::Worst | Self::Best | Self::Low | Self::High => "#range".into(),
            other => format!("#{}", other.words()[0]),
        }
    }

    /// The attribute that a cell at the head of a row or column names. Words that could as well be something else (`value`,
    /// `q`) count only as directives.
    #[must_use]
    pub fn find(cell: &str) -> Option<Self> {
        let word = bare(cell);
        if let Some(directive) = word.strip_prefix('#') {
            let directives =
                Self::ALL.into_iter().filter(|at| !matches!(at, Self::Worst | Self::Best | Self::Low | Self::High));
            return directives.into_iter().find(|attribute| attribute.words()[0] == directive);
        }
        let only_directives = |attribute: Self| {
            matches!(attribute, Self::Value | Self::Preference | Self::Q | Self::P | Self::S | Self::Veto)
        };
        Self::ALL
            .into_iter()
            .find(|&attribute| !only_directives(attribute) && attribute.words().contains(&word.as_str()))
    }
}

/// A text in lower case without what stands around its words: spaces, a colon, brackets behind it.
fn bare(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let without = match text.find(['(', '[']) {
        Some(bracket) if bracket > 0 => text[..bracket].trim(),
        _ => &text,
    };
    without.trim_end_matches([':', '*', ',']).trim().to_owned()
}

fn among(text: &str, words: &[&str]) -> bool {
    words.contains(&bare(text).as_str())
}

/// The head of a column that lists options.
pub fn means_options(text: &str) -> bool {
    among(
        text,
        &[
            "option",
            "options",
            "alternative",
            "alternatives",
            "candidate",
            "candidates",
            "name",
            "model",
            "product",
            "supplier",
            "vendor",
            "варіант",
            "варіанти",
            "альтернатива",
            "альтернативи",
            "кандидат",
            "кандидати",
            "назва",
            "модель",
            "постачальник",
        ],
    )
}

/// The head of a column that lists criteria.
pub fn means_criteria(text: &str) -> bool {
    among(
        text,
        &[
            "criterion",
            "criteria",
            "attribute",
            "attributes",
            "factor",
            "factors",
            "feature",
            "features",
            "indicator",
            "критерій",
            "критерії",
            "показник",
            "показники",
            "фактор",
            "фактори",
            "чинник",
            "характеристика",
            "характеристики",
        ],
    )
}

/// The head of a row or column of results, which follow from the rest.
pub fn means_result(text: &str) -> bool {
    let word = bare(text);
    let exact = [
        "total",
        "totals",
        "sum",
        "average",
        "avg",
        "mean",
        "median",
        "rank",
        "ranking",
        "weighted total",
        "weighted sum",
        "weighted score",
        "total score",
        "overall",
        "overall score",
        "result",
        "count",
        "разом",
        "всього",
        "усього",
        "сума",
        "підсумок",
        "середнє",
        "середнє значення",
        "ранг",
        "місце",
        "рейтинг",
        "результат",
        "загалом",
        "загальна оцінка",
        "зважена сума",
        "загальний бал",
    ];
    exact.contains(&word.as_str()) || ["grand total", "total ", "разом "].iter().any(|start| word.starts_with(start))
}

/// The head of a column that counts the rows.
pub fn means_counter(text: &str) -> bool {
    among(text, &["no", "no.", "nr", "nr.", "№", "n", "#", "id", "№ з/п", "№ п/п", "п/п", "номер", "number"])
}

/// The head of a column of remarks, which are no scores.
pub fn means_note(text: &str) -> bool {
    among(
        text,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "description",
            "source",
            "sources",
            "link",
            "url",
            "rationale",
            "примітка",
            "примітки",
            "коментар",
            "коментарі",
            "опис",
            "джерело",
            "джерела",
            "посилання",
            "зауваження",
            "обґрунтування",
        ],
    )
}

/// The first words of a remark below a table.
pub fn begins_note(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    word.starts_with('*')
        || ["source", "note", "notes", "remark", "джерел", "приміт", "зауваж"]
            .iter()
            .any(|start| word.starts_with(start))
}

/// True where a text is a unit, so that it may stand behind a comma in a header: `Ціна, грн`.
pub fn is_unit(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    let known = [
        "eur",
        "usd",
        "gbp",
        "uah",
        "pln",
        "chf",
        "€",
        "$",
        "£",
        "₴",
        "zł",
        "грн",
        "тис. грн",
        "млн грн",
        "%",
        "kg",
        "g",
        "t",
        "km",
        "m",
        "cm",
        "mm",
        "m²",
        "m2",
        "km²",
        "ha",
        "l",
        "h",
        "hours",
        "min",
        "minutes",
        "s",
        "days",
        "weeks",
        "months",
        "years",
        "w",
        "kw",
        "kwh",
        "mw",
        "gb",
        "tb",
        "mb",
        "points",
        "pcs",
        "км/год",
        "км",
        "м",
        "см",
        "мм",
        "м²",
        "м2",
        "га",
        "кг",
        "г",
        "т",
        "л",
        "год",
        "хв",
        "с",
        "днів",
        "дні",
        "тижнів",
        "місяців",
        "років",
        "роки",
        "вт",
        "квт",
        "балів",
        "бали",
        "шт",
        "шт.",
        "км²",
        "l/100 km",
        "л/100 км",
        "km/h",
        "mpg",
    ];
    known.contains(&word.as_str())
}
