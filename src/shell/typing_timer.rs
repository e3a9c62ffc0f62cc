//! When to report a text as invalid. While its field has the focus, it may be empty or half typed, and no error is
//! shown until the field loses the focus or nothing was typed for a while.

use yew::prelude::*;

use crate::shell::ports::{Ports, Subscription, Window};

/// The pause after which the typed text counts as complete.
const PAUSE_MS: u32 = 900;

/// Whether something is being typed: the running timer.
#[derive(Default)]
pub struct TypingTimer(Option<Subscription>);

impl TypingTimer {
    /// Something was typed. `paused` is called unless more follows, and must call [`end`](Self::end).
    pub fn begin(&mut self, window: &(impl Window + ?Sized), paused: Callback<()>) {
        self.0 = Some(window.after(PAUSE_MS, paused));
    }

    /// The pause is over, or the field lost the focus.
    pub fn end(&mut self) {
        self.0 = None;
    }

    pub const fn is_on(&self) -> bool {
        self.0.is_some()
    }
}

/// The same for a field that is a component of its own.
#[derive(Clone, PartialEq)]
pub struct UseTypingTimer {
    pub is_on: bool,
    /// Call this on each keystroke.
    pub typed: Callback<()>,
    /// Call this when the field loses the focus.
    pub left: Callback<()>,
}

/// Without ports, only leaving the field ends it.
#[hook]
pub fn use_typing_timer(ports: Option<&Ports>) -> UseTypingTimer {
    let is_on = use_state_eq(|| false);
    let timer = use_mut_ref(TypingTimer::default);
    let left = use_callback(is_on.setter(), {
        let timer = timer.clone();
        move |(), is_on| {
            timer.borrow_mut().end();
            is_on.set(false);
        }
    });
    let typed = use_callback((ports.cloned(), is_on.setter(), left.clone()), move |(), (ports, is_on, paused)| {
        if let Some(ports) = ports {
            timer.borrow_mut().begin(&*ports.host, paused.clone());
        }
        is_on.set(true);
    });
    UseTypingTimer { is_on: *is_on, typed, left }
}
