//! A plan while it is edited, with the way back; what a change may do is not decided here.

use super::{Edit, Refused, Scope, apply};
use crate::domain::plan::Plan;

/// Steps back that are kept.
const STEPS_MAX: usize = 50;

/// A plan while it is edited, with the way back.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    now: Plan,
    before: Vec<Plan>,
    undone: Vec<Plan>,
}

impl Editing {
    /// Begins with a plan.
    pub fn of(plan: Plan) -> Self {
        Self { now: plan, before: Vec::new(), undone: Vec::new() }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.now
    }

    /// Makes a change.
    ///
    /// # Errors
    /// [`Refused`]; nothing is changed then.
    pub fn apply(&mut self, scope: Scope, edit: &Edit) -> Result<(), Refused> {
        self.replace(apply(&self.now, scope, edit)?);
        Ok(())
    }

    /// Puts a whole plan in its place, as one step that can be taken back.
    pub fn replace(&mut self, plan: Plan) {
        self.before.push(std::mem::replace(&mut self.now, plan));
        if self.before.len() > STEPS_MAX {
            self.before.remove(0);
        }
        self.undone.clear();
    }

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.before.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Makes the last change that was taken back again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.now, after));
        true
    }
}
