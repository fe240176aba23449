//! Values of XMCDA: numbers, intervals, fuzzy numbers, labels.

use super::pull::Pull;
use super::words::XmcdaFlaw;
use crate::files::Fault;
use crate::files::notation::parse_number;

/// A value as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Missing,
    Number(f64),
    /// An end that is open is infinite.
    Interval(f64, f64),
    /// Low, likely and high.
    Fuzzy(f64, f64, f64),
    Boolean(bool),
    Label(Box<str>),
    /// A label that says its number.
    Labelled(Box<(String, f64)>),
}

impl Value {
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(x) => Some(*x),
            Self::Labelled(labelled) => Some(labelled.1),
            _ => None,
        }
    }

    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Label(label) => Some(label),
            Self::Labelled(labelled) => Some(&labelled.0),
            _ => None,
        }
    }
}

/// The first value within the element that was entered last, which may be that of a value, of several, or of what has one.
/// Missing where there is none.
pub fn value(xml: &mut Pull) -> Result<Value, Fault> {
    let mut found = None;
    xml.children(|xml, tag| {
        if found.is_some() {
            return xml.skip();
        }
        found = typed(tag.name(), xml)?;
        Ok(())
    })?;
    Ok(found.unwrap_or(Value::Missing))
}

/// The value that the element called `name` is; None where it is something else.
pub fn typed(name: &str, xml: &mut Pull) -> Result<Option<Value>, Fault> {
    Ok(Some(match name {
        "value" | "values" => value(xml)?,
        "real" | "integer" => match xml.content()?.trim() {
            "NaN" => Value::Missing,
            text => Value::Number(finite(text, xml)?),
        },
        "rational" => {
            let [mut numerator, mut denominator] = [None, None];
            xml.children(|xml, tag| {
                let place = if tag.name() == "numerator" { &mut numerator } else { &mut denominator };
                let text = xml.content()?;
                *place = Some(finite(text.trim(), xml)?);
                Ok(())
            })?;
            match (numerator, denominator) {
                (Some(numerator), Some(denominator)) if denominator != 0.0 => Value::Number(numerator / denominator),
                _ => return Err(xml.fault(XmcdaFlaw::NoFraction)),
            }
        }
        "interval" => interval(xml)?,
        "fuzzyNumber" => fuzzy(xml)?,
        "boolean" => match xml.content()?.trim() {
            "true" | "1" => Value::Boolean(true),
            "false" | "0" => Value::Boolean(false),
            other => return Err(xml.fault(XmcdaFlaw::NoTruth { text: other.to_owned() })),
        },
        "label" => Value::Label(xml.content()?.into()),
        "valuedLabel" | "rankedLabel" => labelled(xml)?.0,
        "NA" => {
            xml.skip()?;
            Value::Missing
        }
        _ => {
            xml.skip()?;
            return Ok(None);
        }
    }))
}

/// A label with its number, where it has one, and the id of that.
pub fn labelled(xml: &mut Pull) -> Result<(Value, String), Fault> {
    let (mut label, mut number, mut id) = (String::new(), Value::Missing, String::new());
    xml.children(|xml, tag| {
        match tag.name() {
            "label" => label = xml.content()?,
            "value" => {
                id = tag.attribute("id");
                number = value(xml)?;
            }
            "rank" => {
                let text = xml.content()?;
                number = Value::Number(finite(text.trim(), xml)?);
            }
            _ => xml.skip()?,
        }
        Ok(())
    })?;
    Ok(match number {
        Value::Number(x) => (Value::Labelled(Box::new((label, x))), id),
        _ => (Value::Label(label.into()), id),
    })
}

fn interval(xml: &mut Pull) -> Result<Value, Fault> {
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    xml.children(|xml, tag| {
        match tag.name() {
            "lowerBound" => low = value(xml)?.number().unwrap_or(low),
            "upperBound" => high = value(xml)?.number().unwrap_or(high),
            _ => xml.skip()?,
        }
        Ok(())
    })?;
    Ok(Value::Interval(low, high))
}

/// The triangle of a fuzzy number: its ends, and the middle of where its membership is greatest.
fn fuzzy(xml: &mut Pull) -> Result<Value, Fault> {
    let mut points = Vec::new();
    points_below(xml, &mut points)?;
    let top = points.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = extremes(points.iter().map(|point| point.0));
    let (left, right) = extremes(points.iter().filter(|point| point.1 >= top).map(|point| point.0));
    if points.is_empty() {
        return Err(xml.fault(XmcdaFlaw::NoPoints));
    }
    Ok(Value::Fuzzy(low, left.midpoint(right), high))
}

/// The least and the greatest of `all`.
pub fn extremes(all: impl Iterator<Item = f64>) -> (f64, f64) {
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
}

/// The points (abscissa, ordinate), however deep below the element that was entered last.
pub fn points_below(xml: &mut Pull, points: &mut Vec<(f64, f64)>) -> Result<(), Fault> {
    let [mut abscissa, mut ordinate] = [None, None];
    xml.children(|xml, tag| {
        match tag.name() {
            "abscissa" => abscissa = value(xml)?.number(),
            "ordinate" => ordinate = value(xml)?.number(),
            _ => points_below(xml, points)?,
        }
        Ok(())
    })?;
    points.extend(abscissa.zip(ordinate));
    Ok(())
}

fn finite(text: &str, xml: &Pull) -> Result<f64, Fault> {
    parse_number(text, false).map_err(|flaw| xml.fault(flaw.0))
}
