//! Viewpoints: saved weight sets.

use super::perform::{Planned, nothing, step};
use super::{Session, StepName};
use crate::model::{Edit, EditError, Id, Viewpoint};

impl Session {
    pub(super) fn plan_choose_viewpoint(&self, id: Id) -> Planned {
        let viewpoint = self.document.viewpoint(id).ok_or(EditError::Unknown(id))?.clone();
        if self.document.viewpoint == Some(id) && self.document.weights == viewpoint.weights {
            return nothing();
        }
        let chosen = Edit::SetViewpoints { viewpoints: self.document.viewpoints.clone(), chosen: Some(id) };
        let label = StepName::ChooseViewpoint { name: viewpoint.name.clone() };
        step(label, Edit::Batch(vec![Edit::SetWeights(viewpoint.weights), chosen]))
    }

    /// True where the weights are no longer those of the chosen viewpoint.
    #[must_use]
    pub fn viewpoint_is_edited(&self) -> bool {
        let chosen = self.document.viewpoint.and_then(|id| self.document.viewpoint(id));
        chosen.is_some_and(|viewpoint| {
            let shares = self.model.outline().shares(&viewpoint.weights);
            shares.iter().zip(self.model.weights()).any(|(a, b)| (a - b).abs() > 1e-9)
        })
    }

    pub(super) fn plan_save_viewpoint(&self, name: &str) -> Planned {
        let mut viewpoints = self.document.viewpoints.clone();
        let weights = self.document.weights.clone();
        let id = if let Some(viewpoint) = viewpoints.iter_mut().find(|viewpoint| viewpoint.name == name) {
            viewpoint.weights = weights;
            viewpoint.id
        } else {
            let id = self.document.fresh_viewpoint_id(name);
            viewpoints.push(Viewpoint { id, name: name.to_owned(), weights });
            id
        };
        self.set_viewpoints(StepName::SaveViewpoint { name: name.to_owned() }, viewpoints, Some(id))
    }

    pub(super) fn plan_rename_viewpoint(&self, id: Id, name: &str) -> Planned {
        let mut viewpoints = self.document.viewpoints.clone();
        let viewpoint = viewpoints.iter_mut().find(|viewpoint| viewpoint.id == id).ok_or(EditError::Unknown(id))?;
        name.clone_into(&mut viewpoint.name);
        let chosen = self.document.viewpoint;
        self.set_viewpoints(StepName::RenameViewpoint { name: name.to_owned() }, viewpoints, chosen)
    }

    fn set_viewpoints(&self, label: StepName, viewpoints: Vec<Viewpoint>, chosen: Option<Id>) -> Planned {
        if viewpoints == self.document.viewpoints && chosen == self.document.viewpoint {
            return nothing();
        }
        step(label, Edit::SetViewpoints { viewpoints, chosen })
    }

    pub(super) fn plan_delete_viewpoint(&self, id: Id) -> Planned {
        let name = self.document.viewpoint(id).ok_or(EditError::Unknown(id))?.name.clone();
        let viewpoints = self.document.viewpoints.iter().filter(|viewpoint| viewpoint.id != id).cloned().collect();
        let chosen = self.document.viewpoint.filter(|chosen| *chosen != id);
        step(StepName::DeleteViewpoint { name }, Edit::SetViewpoints { viewpoints, chosen })
    }
}
