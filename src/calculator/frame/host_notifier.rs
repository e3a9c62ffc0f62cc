//! The messages of a framed calculator to the page around it.

use std::rc::Rc;

use abacus_core::calculator::solve::Goal;
use abacus_core::calculator::{Evaluation, Inputs, Spec};
use abacus_core::text::Locale;
use abacus_embed::message::{Envelope, Initiator, Kind};
use abacus_embed::{Gate, Problem, Value};

use crate::shell::parent::Parent;
use crate::shell::ports::Subscription;

pub(super) struct HostNotifier {
    tool: &'static str,
    id: Option<String>,
    pub(super) parent: Rc<dyn Parent>,
    pub(super) height: Option<u32>,
    /// Whether the parent was told that the calculator is ready.
    pub(super) is_ready: bool,
    /// Problems to report once there is a host allowed to receive them.
    pub(super) problems: Vec<Problem>,
    pub(super) last: Option<(ReportedState, u64)>,
    /// Errors that were reported and still exist.
    pub(super) errors: Vec<Problem>,
    /// A reported error was resolved, which has not been reported yet.
    pub(super) has_resolved_error: bool,
    pub(super) by: Initiator,
    pub(super) timer: Option<Subscription>,
}

/// The state that changes are compared with.
#[derive(PartialEq)]
pub(super) struct ReportedState {
    pub(super) inputs: Inputs,
    pub(super) evaluations: Vec<Evaluation>,
    pub(super) goal: Option<Goal>,
}

impl HostNotifier {
    pub(super) fn new(tool: &'static str, id: Option<String>, parent: Rc<dyn Parent>, problems: Vec<Problem>) -> Self {
        Self {
            tool,
            id,
            parent,
            height: None,
            is_ready: false,
            problems,
            last: None,
            errors: Vec::new(),
            has_resolved_error: false,
            by: Initiator::Link,
            timer: None,
        }
    }

    pub(super) fn send(&self, kind: Kind, gate: &Gate, message: impl FnOnce(Envelope<'_>) -> Value) {
        if let Some(target) = gate.target(kind) {
            let envelope = Envelope { tool: self.tool, id: self.id.as_deref() };
            self.parent.post(&message(envelope), target);
        }
    }

    pub(super) fn height(&mut self, height: u32, gate: &Gate) {
        if self.height.replace(height) != Some(height) && self.is_ready {
            self.send(Kind::Resize, gate, |envelope| envelope.resize(height));
        }
    }

    /// Reports the failure if the calculator was never reported as ready.
    pub(super) fn fail(&self, gate: &Gate) {
        if !self.is_ready {
            self.send(Kind::Failed, gate, |envelope| envelope.failed());
        }
    }

    /// Reports that the calculator is ready, once its height is known.
    pub(super) fn announce_ready(&mut self, spec: &Spec, locale: Locale, gate: &Gate) {
        if let Some(height) = self.height.filter(|_| !self.is_ready) {
            self.is_ready = true;
            // The current label of an input could reveal a value, so the default label is sent.
            self.send(Kind::Ready, gate, |envelope| envelope.ready(spec, |field| field.label, locale, height).into());
        }
    }
}
