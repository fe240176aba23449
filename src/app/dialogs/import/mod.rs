//! A foreign table before it comes in: how it is read, what is open about that, and what would become of the decision.

mod grid;
mod outcome;
mod settings;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{RichText, Ui};

use super::words::{ButtonLabel, ImportLabel, ImportMessage};
use super::{Answer, buttons_ui};
use crate::app::theme::{self, UNIT};
use crate::files::sheet::{Change, Doubt, Recognised, Workbook};
use crate::files::{Fault, Incoming};
use crate::model::Document;
use crate::session::preview::{Merges, Reads};
use crate::session::{MergePlan, MergeWay, Reply, Session};

/// The height of what stands around the grid, the margins of the dialog included.
const BELOW: f32 = 420.0;

/// Something that is about to be taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Importing {
    /// What it is called in the window: the name of the file, or the clipboard.
    name: String,
    /// The file that it comes from.
    path: Option<PathBuf>,
    /// The table, where it is one that had to be recognised.
    table: Option<Table>,
    /// None while it is being read.
    decision: Option<Result<Arc<Document>, Fault>>,
    /// True where a fault in the program stopped the reading.
    broke_off: bool,
    /// None: it becomes a decision of its own.
    way: Option<MergeWay>,
}

/// A foreign table, and how it is read.
#[derive(Clone, Debug, PartialEq)]
struct Table {
    workbook: Arc<Workbook>,
    recognised: Recognised,
    /// The title and the range as they are being typed, and why the last change could not be made.
    title: String,
    area: String,
    fault: Option<String>,
}

/// What was decided about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A decision of its own, and the file that it comes from.
    Decision {
        document: Arc<Document>,
        path: Option<PathBuf>,
        is_table: bool,
    },
    Merge(Arc<MergePlan>),
}

impl Importing {
    /// Looks for the matrix in what comes in. It is proposed to become a decision of its own.
    ///
    /// # Errors
    /// Where there is nothing like a table in it.
    pub fn new(path: Option<&Path>, incoming: Incoming) -> Result<Self, Fault> {
        let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let name = file.unwrap_or_else(|| ImportLabel::Clipboard.to_string());
        let (table, decision) = match incoming {
            Incoming::Decision(document) => (None, Ok(Arc::from(document))),
            Incoming::Table(workbook) => {
                let recognised = workbook.recognise()?;
                let decision = recognised.reading.sound_document(&workbook).map(Arc::new);
                let (title, area) = (recognised.reading.title.clone(), recognised.reading.area.to_string());
                let table = Table { recognised, workbook: Arc::new(workbook), title, area, fault: None };
                (Some(table), decision)
            }
        };
        Ok(Self { name, path: path.map(Path::to_owned), table, decision: Some(decision), broke_off: false, way: None })
    }

    /// Proposes to merge it where it speaks of an option or a criterion that is there already.
    pub fn propose(&mut self, document: &Document) {
        let Some(Ok(decision)) = &self.decision else { return };
        let plan = MergePlan::new(document, decision, MergeWay::Update);
        let options = plan.new_options.len() < decision.alternatives.len();
        let criteria = plan.new_criteria.len() < decision.leaves().len();
        if options || criteria {
            self.way = Some(plan.way);
        }
    }

    /// True where the matrix had to be recognised.
    pub fn is_table(&self) -> bool {
        self.table.is_some()
    }

    /// What comes of it as it stands, for the document as it is now.
    pub fn outcome(self, session: &Session) -> Option<Outcome> {
        let (is_table, document) = (self.is_table(), self.decision?.ok()?);
        match self.way {
            None => Some(Outcome::Decision { document, path: self.path, is_table }),
            Some(way) => Some(Outcome::Merge(session.answer(Merges { decision: document, way }))),
        }
    }

    /// Has the table read anew, after the way to read it has changed.
    fn read(&mut self) {
        let Some(table) = &mut self.table else { return };
        let reading = &table.recognised.reading;
        table.area = reading.area.to_string();
        table.title.clone_from(&reading.title);
        (self.decision, self.broke_off) = (None, false);
    }

    /// Takes over what has been read.
    fn hear(&mut self, session: &Session) {
        let (None, Some(table)) = (&self.decision, &self.table) else { return };
        let (workbook, reading) = (Arc::clone(&table.workbook), table.recognised.reading.clone());
        match session.ask(Reads { workbook, reading }) {
            Reply::Fresh(decision) => self.decision = Some((*decision).clone()),
            Reply::BrokeOff => self.broke_off = true,
            Reply::Stale(..) | Reply::Pending(_) => {}
        }
    }

    fn change(&mut self, change: Change) {
        let Some(table) = &mut self.table else { return };
        table.fault = table.recognised.change(&table.workbook, change).err().map(|fault| fault.to_string());
        if table.fault.is_none() {
            self.read();
        }
    }
}

/// Shows the preview.
pub fn import_ui(ui: &mut Ui, importing: &mut Importing, session: &Session) -> Option<Answer> {
    ui.heading(ImportMessage::Head { name: importing.name.clone() }.to_string());
    let mut changes = Vec::new();
    if let Some(table) = &mut importing.table {
        table_ui(ui, table, &mut changes);
    }
    for change in changes {
        importing.change(change);
    }
    importing.hear(session);
    ui.add_space(UNIT);
    let can = outcome::outcome_ui(ui, importing, session);
    let action = if importing.way.is_none() { ButtonLabel::Open } else { ButtonLabel::Import };
    let buttons: &[ButtonLabel] = if can { &[action, ButtonLabel::Cancel] } else { &[ButtonLabel::Cancel] };
    match buttons_ui(ui, buttons)? {
        0 if can => Some(Answer::Import),
        _ => Some(Answer::CANCEL),
    }
}

fn table_ui(ui: &mut Ui, table: &mut Table, changes: &mut Vec<Change>) {
    settings::settings_ui(ui, table, changes);
    doubts_ui(ui, &table.recognised.doubts, changes);
    // What stands below the grid has its height first; the grid takes what is left of the window.
    let height = (ui.ctx().content_rect().height() - BELOW).clamp(120.0, 340.0);
    grid::grid_ui(ui, &table.workbook, &table.recognised.reading, height, changes);
    if let Some(fault) = &table.fault {
        ui.label(RichText::new(fault).color(*theme::tokens(ui.ctx()).warning));
    }
}

/// What is open, first what can be chosen.
fn doubts_ui(ui: &mut Ui, doubts: &[Doubt], changes: &mut Vec<Change>) {
    if doubts.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    let frame = eframe::egui::Frame::new()
        .fill(*tokens.warning_fill)
        .corner_radius(theme::RADIUS)
        .inner_margin(eframe::egui::Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        eframe::egui::ScrollArea::vertical().id_salt("doubts").max_height(112.0).show(ui, |ui| {
            for doubt in doubts {
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(doubt.at.to_string()).color(*tokens.warning).strong());
                    ui.label(doubt.what.to_string());
                    for (at, choice) in doubt.choices.iter().enumerate() {
                        let button = ui.selectable_label(at == 0, choice.name.to_string());
                        let (at, way) = (doubt.at.to_string(), choice.name.to_string());
                        let named = ImportMessage::WayOut { at, way }.to_string();
                        if button.accessible_name(named).clicked() {
                            changes.push(choice.change.clone());
                        }
                    }
                });
            }
        });
    });
}
