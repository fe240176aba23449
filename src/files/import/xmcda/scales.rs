//! Scales and value functions: as the file has them, and what they become here.

use foldhash::{HashSet, HashSetExt as _};

use super::pull::{Pull, Tag};
use super::value::{Value, extremes, labelled, points_below, value};
use super::words::{XmcdaFlaw, XmcdaName, XmcdaRemark};
use crate::files::import::csv::fresh;
use crate::files::xmcda::{LEVELS, MEASURE, RATING, TARGET, VALUE, YES_NO};
use crate::files::{Fault, notation};
use crate::model::{self, Answer, Direction, Ends, Id, Level, Measure, Score, ValueFunction};
use crate::text::{Message, Nth};

#[derive(Clone, Default)]
pub struct Scale {
    unit: String,
    concept: String,
    direction: Option<Direction>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    /// None for a scale of numbers.
    labels: Option<Vec<Label>>,
}

/// A label, its value in whatever unit, and the id of that.
#[derive(Clone)]
struct Label {
    name: String,
    value: Option<f64>,
    id: String,
}

pub struct Function {
    concept: String,
    points: Vec<(f64, f64)>,
    /// False for what is no function of straight lines.
    is_piecewise: bool,
}

impl Scale {
    pub fn read(xml: &mut Pull, tag: &Tag) -> Result<Self, Fault> {
        let [unit, concept] = ["name", "mcdaConcept"].map(|name| tag.attribute(name));
        let mut scale = Self { unit, concept, ..Self::default() };
        xml.children(|xml, tag| {
            if matches!(tag.name(), "nominal" | "qualitative") {
                scale.labels.get_or_insert_default();
            }
            xml.children(|xml, tag| scale.part(xml, tag))
        })?;
        Ok(scale)
    }

    /// The scale of what is scored with these labels, and has none in the file.
    pub fn of_labels<'a>(labels: impl Iterator<Item = &'a str>) -> Self {
        let mut seen = HashSet::new();
        let label = |name: &str| Label { name: name.into(), value: None, id: String::new() };
        let labels = labels.filter(|name| seen.insert(*name)).map(label);
        Self { labels: Some(labels.collect()), ..Self::default() }
    }

    /// The scale of what is scored with yes and no.
    pub fn of_answers() -> Self {
        let label = |id: Id, name: &str, value| Label { name: name.into(), value: Some(value), id: id.to_string() };
        let labels = vec![label(Id::yes(), "Yes", 100.0), label(Id::no(), "No", 0.0)];
        Self { concept: YES_NO.into(), labels: Some(labels), ..Self::default() }
    }

    /// The number of its labels.
    pub fn labels(&self) -> usize {
        self.labels.as_ref().map_or(0, Vec::len)
    }

    fn part(&mut self, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        match tag.name() {
            "preferenceDirection" => match xml.content()?.trim() {
                "max" => self.direction = Some(Direction::Max),
                "min" => self.direction = Some(Direction::Min),
                other => return Err(xml.fault(XmcdaFlaw::NoDirection { text: other.to_owned() })),
            },
            "minimum" => self.minimum = value(xml)?.number(),
            "maximum" => self.maximum = value(xml)?.number(),
            "valuedLabels" | "labels" => xml.children(|xml, tag| self.part(xml, tag))?,
            "valuedLabel" | "rankedLabel" => {
                let (found, id) = labelled(xml)?;
                let name = found.label().unwrap_or_default().to_owned();
                self.labels.get_or_insert_default().push(Label { name, value: found.number(), id });
            }
            "label" => {
                let label = Label { name: xml.content()?, value: None, id: String::new() };
                self.labels.get_or_insert_default().push(label);
            }
            _ => xml.skip()?,
        }
        Ok(())
    }

    /// The ends, the lesser first.
    fn span(&self) -> Option<(f64, f64)> {
        let (minimum, maximum) = self.minimum.zip(self.maximum)?;
        (minimum < maximum || maximum < minimum).then(|| (minimum.min(maximum), minimum.max(maximum)))
    }

    /// The scale as it is here. `remark` is told what the file does not say, or what has no place here.
    pub fn build(&self, function: Option<&Function>, remark: &mut dyn FnMut(XmcdaRemark)) -> model::Scale {
        if let Some(labels) = &self.labels {
            if function.is_some() {
                remark(XmcdaRemark::FunctionBesideLabels);
            }
            return self.levels(labels, remark);
        }
        let target = notation::parse_direction(&self.concept, false).ok();
        let direction = target.or(self.direction).unwrap_or_default();
        let span = self.span();
        let ends = span.map(|(low, high)| match direction {
            Direction::Min => Ends { worst: high, best: low },
            Direction::Max | Direction::Target(_) => Ends { worst: low, best: high },
        });
        match ends {
            Some(Ends { worst, best }) if self.concept == RATING => return model::Scale::Rating { worst, best },
            None if self.minimum.or(self.maximum).is_some() => {
                remark(XmcdaRemark::OneEnd);
            }
            _ => {}
        }
        let is_ours = self.concept == MEASURE || target.is_some();
        model::Scale::Measure(Measure {
            // In other programs' files the name of a scale is anything.
            unit: if is_ours { self.unit.clone() } else { String::new() },
            direction,
            range: ends,
            value: function.map(|function| function.build(remark)).unwrap_or_default(),
        })
    }

    fn levels(&self, labels: &[Label], remark: &mut dyn FnMut(XmcdaRemark)) -> model::Scale {
        let is = |label: &Label, id: Id| label.id == id.as_str();
        if self.concept == YES_NO
            && let [yes, no] = labels
            && is(yes, Id::yes())
            && is(no, Id::no())
        {
            let best = if yes.value > Some(0.0) { Answer::Yes } else { Answer::No };
            return model::Scale::YesNo { best };
        }
        if labels.iter().any(|label| label.value.is_none()) {
            remark(XmcdaRemark::EvenSteps);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of labels")]
        let value = |at: usize| labels[at].value.unwrap_or(at as f64);
        let (low, high) = extremes((0..labels.len()).map(value));
        let is_cost = self.direction == Some(Direction::Min);
        // Those of other programs' files are stretched to 0 to 100.
        let worth = |at: usize| match value(at) {
            value if self.concept == LEVELS => value,
            value if is_cost => 100.0 - stretch(value, low, high),
            value => stretch(value, low, high),
        };
        let mut ids = HashSet::new();
        let level = |(at, label): (usize, &Label)| {
            let unnamed = || XmcdaName::Level { number: Nth(at + 1) }.to_string();
            let name = if label.name.trim().is_empty() { unnamed() } else { label.name.clone() };
            let id = exact(&label.id).filter(|id| ids.insert(*id));
            let id = id.unwrap_or_else(|| fresh(&name, "level", at + 1, &mut ids));
            Level { id, name, value: worth(at) }
        };
        model::Scale::Levels(labels.iter().enumerate().map(level).collect())
    }

    /// A value of the file as a score on `scale`, which was built from this.
    ///
    /// # Errors
    /// What is wrong with it, and the remedy.
    pub fn score(&self, value: &Value, scale: &model::Scale) -> Result<Option<Score>, Message> {
        let score = match (value, &self.labels) {
            (Value::Missing, _) => return Ok(None),
            (Value::Boolean(answer), Some(labels)) => {
                let id = if *answer { Id::yes() } else { Id::no() };
                match (scale.level(id), if *answer { "true" } else { "false" }) {
                    (Some(level), _) => Score::Level(level.id),
                    (None, word) => level_called(word, labels, scale)?,
                }
            }
            (Value::Boolean(answer), None) => Score::Exact(f64::from(u8::from(*answer))),
            (value, Some(labels)) => match (value.label(), value.number()) {
                (Some(label), _) => level_called(label, labels, scale)?,
                (None, Some(number)) => {
                    let at = labels.iter().position(|label| label.value == Some(number));
                    let at = at.ok_or(XmcdaFlaw::NoLabelOf { number })?;
                    Score::Level(scale.levels()[at].id)
                }
                (None, None) => {
                    return Err(XmcdaFlaw::NoLabel.into());
                }
            },
            (Value::Interval(low, high), None) => {
                // An open end goes as far as the scale.
                let (least, greatest) = self.span().unwrap_or((*low, *high));
                let end = |end: f64, of_scale: f64| if end.is_finite() { end } else { of_scale };
                Score::Range(end(*low, least), end(*high, greatest))
            }
            (Value::Fuzzy(low, likely, high), None) => Score::Triangle(*low, *likely, *high),
            (value, None) => {
                let text = || value.label().unwrap_or_default().to_owned();
                let number = value.number().ok_or_else(|| XmcdaFlaw::NotANumber { text: text() })?;
                Score::Exact(number)
            }
        };
        match score.fault(scale) {
            Some(fault) => Err(fault),
            None => Ok(Some(score)),
        }
    }
}

fn level_called(name: &str, labels: &[Label], scale: &model::Scale) -> Result<Score, Message> {
    let at = labels.iter().position(|label| label.name == name).or_else(|| {
        let wanted = name.trim().to_lowercase();
        labels.iter().position(|label| label.name.trim().to_lowercase() == wanted)
    });
    match at.and_then(|at| scale.levels().into_iter().nth(at)) {
        Some(level) => Ok(Score::Level(level.id)),
        None => Err(XmcdaFlaw::NoLabelCalled { name: name.to_owned() }.into()),
    }
}

impl Function {
    pub fn read(xml: &mut Pull, tag: &Tag) -> Result<Self, Fault> {
        let mut function = Self { concept: tag.attribute("mcdaConcept"), points: Vec::new(), is_piecewise: false };
        xml.children(|xml, tag| match tag.name() {
            "piecewiseLinear" => {
                function.is_piecewise = true;
                points_below(xml, &mut function.points)
            }
            _ => xml.skip(),
        })?;
        Ok(function)
    }

    fn build(&self, remark: &mut dyn FnMut(XmcdaRemark)) -> ValueFunction {
        match notation::parse_value_function(&self.concept, false) {
            Ok(curved @ ValueFunction::Exponential { .. }) => return curved,
            _ if self.concept == TARGET => return ValueFunction::Linear,
            _ => {}
        }
        let mut points = self.points.clone();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points.dedup_by(|next, first| next.0 <= first.0);
        if !self.is_piecewise || points.len() < 2 {
            remark(XmcdaRemark::NotOfLines);
            return ValueFunction::Linear;
        }
        if self.concept != VALUE {
            let (low, high) = extremes(points.iter().map(|point| point.1));
            for point in &mut points {
                point.1 = stretch(point.1, low, high);
            }
        }
        ValueFunction::Piecewise(points)
    }
}

/// Where a number lies between two others, 0 to 100; in the middle where they are alike.
fn stretch(x: f64, low: f64, high: f64) -> f64 {
    if low < high { (100.0 * ((x - low) / (high - low))).clamp(0.0, 100.0) } else { 50.0 }
}

/// The id that `text` is to the letter; None where it is too long for one.
pub fn exact(text: &str) -> Option<Id> {
    use serde::Deserialize as _;
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, StrDeserializer};
    let text: StrDeserializer<'_, Error> = text.into_deserializer();
    Id::deserialize(text).ok()
}
