//! What a file says, section by section, before anything is made of it: sections may come in any order, and each of them
//! may speak of alternatives and criteria that another one describes.

use std::collections::HashMap;

use super::named::{Description, Named, description};
use super::pull::{Pull, Tag};
use super::scales::{Function, Scale};
use super::value::{Value, typed, value};
use super::words::XmcdaFlaw;
use crate::files::Fault;

/// A file. Alternatives and criteria go by their places in the lists of what is named.
#[derive(Default)]
pub struct Raw {
    pub title: String,
    pub alternatives: Named,
    pub criteria: Named,
    /// What is said of the criteria as a whole.
    pub context: String,
    pub tables: Vec<Table>,
    /// One for each criterion; the first that the file has.
    pub scales: HashMap<usize, Scale>,
    pub functions: HashMap<usize, Function>,
    /// By criterion: concepts and thresholds; None where one is no constant.
    pub thresholds: HashMap<usize, Vec<(String, Option<f64>)>>,
    pub hierarchy: Vec<Branch>,
    pub values: Vec<Values>,
    /// Sections that hold more of a decision than is read here.
    pub unread: Vec<String>,
}

/// A performance table.
#[derive(Default)]
pub struct Table {
    pub id: String,
    pub name: String,
    pub concept: String,
    pub description: Description,
    /// Alternative, criterion, value and what is said about it.
    pub performances: Vec<(usize, usize, Value, Option<Box<Description>>)>,
}

/// A criterion of the hierarchy and those below it.
pub struct Branch {
    pub criterion: usize,
    pub below: Vec<Branch>,
}

/// One value for each of some criteria.
pub struct Values {
    pub id: String,
    pub name: String,
    pub concept: String,
    pub of: Vec<(usize, Value)>,
}

impl Raw {
    /// Reads the section that `tag` begins.
    pub fn section(&mut self, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        match tag.name() {
            "projectReference" => self.project(xml),
            "alternatives" => xml.children(|xml, tag| match tag.name() {
                "alternative" => {
                    let at = self.alternatives.declare("alternative", xml, tag)?;
                    xml.children(|xml, tag| self.alternatives.items[at].part(xml, tag))
                }
                _ => xml.skip(),
            }),
            "criteria" => xml.children(|xml, tag| match tag.name() {
                "description" => {
                    self.context = description(xml)?.comment;
                    Ok(())
                }
                "criterion" => self.criterion(xml, tag),
                _ => xml.skip(),
            }),
            "performanceTable" => {
                let table = self.table(xml, tag)?;
                self.tables.push(table);
                Ok(())
            }
            "criteriaScales" => self.by_criterion(xml, Self::scale),
            "criteriaFunctions" => self.by_criterion(xml, Self::function),
            "criteriaThresholds" => self.by_criterion(xml, Self::threshold),
            "criteriaHierarchy" if self.hierarchy.is_empty() => {
                self.hierarchy = self.branches(xml)?;
                Ok(())
            }
            "criteriaValues" => self.values(xml, tag),
            // Results and what programs are told are no part of a decision.
            "alternativesValues"
            | "programParameters"
            | "programExecutionResult"
            | "methodParameters"
            | "methodMessages" => xml.skip(),
            other => {
                self.unread.push(other.into());
                xml.skip()
            }
        }
    }

    fn project(&mut self, xml: &mut Pull) -> Result<(), Fault> {
        xml.children(|xml, tag| match tag.name() {
            "title" => {
                self.title = xml.content()?;
                Ok(())
            }
            _ => xml.skip(),
        })
    }

    fn criterion(&mut self, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        let at = self.criteria.declare("criterion", xml, tag)?;
        xml.children(|xml, tag| match tag.name() {
            // Version 2 has them here.
            "scale" => self.scale(at, xml, tag),
            "thresholds" => self.threshold(at, xml, tag),
            "criterionFunction" => self.function(at, xml, tag),
            _ => self.criteria.items[at].part(xml, tag),
        })
    }

    fn table(&mut self, xml: &mut Pull, tag: &Tag) -> Result<Table, Fault> {
        let [id, name, concept] = ["id", "name", "mcdaConcept"].map(|name| tag.attribute(name));
        let mut table = Table { id, name, concept, ..Table::default() };
        xml.children(|xml, tag| match tag.name() {
            "description" => {
                table.description = description(xml)?;
                Ok(())
            }
            "alternativePerformances" => {
                let mut alternative = None;
                xml.children(|xml, tag| match tag.name() {
                    "alternativeID" => {
                        let id = xml.content()?;
                        alternative = Some(self.alternatives.place(&id, "alternative", xml)?);
                        Ok(())
                    }
                    "performance" => {
                        let alternative = alternative.ok_or_else(|| xml.fault(XmcdaFlaw::WhosePerformance))?;
                        let (criterion, value, notes) = self.performance(xml)?;
                        table.performances.push((alternative, criterion, value, notes));
                        Ok(())
                    }
                    _ => xml.skip(),
                })
            }
            _ => xml.skip(),
        })?;
        Ok(table)
    }

    fn performance(&mut self, xml: &mut Pull) -> Result<(usize, Value, Option<Box<Description>>), Fault> {
        let (mut criterion, mut found, mut notes) = (None, None, None);
        xml.children(|xml, tag| {
            match tag.name() {
                "description" => notes = Some(Box::new(description(xml)?)),
                "criterionID" => criterion = Some(self.criterion_id(xml)?),
                name if found.is_none() => found = typed(name, xml)?,
                _ => xml.skip()?,
            }
            Ok(())
        })?;
        let criterion = criterion.ok_or_else(|| xml.fault(XmcdaFlaw::WhichCriterion))?;
        Ok((criterion, found.unwrap_or(Value::Missing), notes))
    }

    fn criterion_id(&mut self, xml: &mut Pull) -> Result<usize, Fault> {
        let id = xml.content()?;
        self.criteria.place(&id, "criterion", xml)
    }

    /// For each element that names a criterion, `see` on what else is in it.
    fn by_criterion(
        &mut self,
        xml: &mut Pull,
        see: fn(&mut Self, usize, &mut Pull, &Tag) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        xml.children(|xml, tag| {
            if tag.name() == "description" {
                return xml.skip();
            }
            let mut criterion = None;
            xml.children(|xml, tag| match (tag.name(), criterion) {
                ("criterionID", _) => {
                    criterion = Some(self.criterion_id(xml)?);
                    Ok(())
                }
                ("description", _) => xml.skip(),
                (_, Some(criterion)) => see(self, criterion, xml, tag),
                (_, None) => Err(xml.fault(XmcdaFlaw::WhichCriterion)),
            })
        })
    }

    /// A scale, or a list of them.
    fn scale(&mut self, criterion: usize, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        if tag.name() == "scales" {
            return xml.children(|xml, tag| match tag.name() {
                "scale" => self.scale(criterion, xml, tag),
                _ => xml.skip(),
            });
        }
        let scale = Scale::read(xml, tag)?;
        self.scales.entry(criterion).or_insert(scale);
        Ok(())
    }

    /// A function, or a list of them.
    fn function(&mut self, criterion: usize, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        if tag.name() == "functions" {
            return xml.children(|xml, tag| match tag.name() {
                "function" => self.function(criterion, xml, tag),
                _ => xml.skip(),
            });
        }
        let function = Function::read(xml, tag)?;
        self.functions.entry(criterion).or_insert(function);
        Ok(())
    }

    fn threshold(&mut self, criterion: usize, xml: &mut Pull, _tag: &Tag) -> Result<(), Fault> {
        xml.children(|xml, tag| {
            if tag.name() != "threshold" {
                return xml.skip();
            }
            let words = ["mcdaConcept", "id", "name"].map(|name| tag.attribute(name));
            let word = words.into_iter().find(|word| !word.is_empty()).unwrap_or_default();
            let mut constant = None;
            xml.children(|xml, tag| match tag.name() {
                "constant" => {
                    constant = value(xml)?.number();
                    Ok(())
                }
                _ => xml.skip(),
            })?;
            self.thresholds.entry(criterion).or_default().push((word, constant));
            Ok(())
        })
    }

    /// The nodes within the element that was entered last.
    fn branches(&mut self, xml: &mut Pull) -> Result<Vec<Branch>, Fault> {
        let mut branches = Vec::new();
        xml.children(|xml, tag| match tag.name() {
            "nodes" => {
                branches.append(&mut self.branches(xml)?);
                Ok(())
            }
            "node" => {
                let (mut criterion, mut below) = (None, Vec::new());
                xml.children(|xml, tag| {
                    match tag.name() {
                        "criterionID" => criterion = Some(self.criterion_id(xml)?),
                        "nodes" => below.append(&mut self.branches(xml)?),
                        _ => xml.skip()?,
                    }
                    Ok(())
                })?;
                let criterion = criterion.ok_or_else(|| xml.fault(XmcdaFlaw::WhichCriterion))?;
                branches.push(Branch { criterion, below });
                Ok(())
            }
            _ => xml.skip(),
        })?;
        Ok(branches)
    }

    fn values(&mut self, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        let [id, name, concept] = ["id", "name", "mcdaConcept"].map(|name| tag.attribute(name));
        let mut of = Vec::new();
        xml.children(|xml, tag| {
            if !matches!(tag.name(), "criterionValue" | "criterionValues") {
                return xml.skip();
            }
            let (mut criterion, mut found) = (None, None);
            xml.children(|xml, tag| {
                match tag.name() {
                    "criterionID" => criterion = Some(self.criterion_id(xml)?),
                    name if found.is_none() => found = typed(name, xml)?,
                    _ => xml.skip()?,
                }
                Ok(())
            })?;
            // Values of sets of criteria name no criterion.
            of.extend(criterion.zip(found));
            Ok(())
        })?;
        self.values.push(Values { id, name, concept, of });
        Ok(())
    }
}
