//! Midnight callbacks, by the clock and time zone of the browser.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Date;
use yew::Callback;

/// Calls back at every midnight from now on, until dropped.
pub(super) fn on_each(passed: Callback<()>) -> Rc<RefCell<Option<Timeout>>> {
    let timer = Rc::new(RefCell::new(None));
    arm(&timer, passed);
    timer
}

fn arm(timer: &Rc<RefCell<Option<Timeout>>>, passed: Callback<()>) {
    let held = Rc::downgrade(timer);
    let timeout = Timeout::new(until_midnight(), move || {
        passed.emit(());
        if let Some(timer) = held.upgrade() {
            arm(&timer, passed);
        }
    });
    timer.replace(Some(timeout));
}

/// In milliseconds, at least one. A day has 23 to 25 hours.
fn until_midnight() -> u32 {
    let now = Date::new_0();
    let (year, month) = (now.get_full_year(), i32::try_from(now.get_month()).unwrap_or_default());
    let tomorrow = i32::try_from(now.get_date()).unwrap_or_default().saturating_add(1);
    let midnight = Date::new_with_year_month_day(year, month, tomorrow);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::float_arithmetic,
        reason = "a clock of floats"
    )]
    let left = (midnight.get_time() - now.get_time()).clamp(1.0, 90_000_000.0) as u32;
    left
}
