//! The link for the phones of a class.

use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculators::Listing;
use abacus_core::page::Page;

use crate::calculator::lesson_view::CalculatorCase;
use crate::shell::session::Session;

/// The address of a calculator with its values, the results covered until they are guessed. `None` in a file that was
/// built without a site address.
pub(super) fn link(session: &Session, case: &CalculatorCase) -> Option<String> {
    let spec = case.calculator.spec();
    let page = session.page.link_to(Page::Calculator(Listing { id: spec.id, title: spec.title }));
    let values = share::encode(spec, &case.inputs, None, Reader::Colleague);
    let mark = if values.is_empty() { "" } else { "#" };
    let address = format!("{page}?guess=1&lang={}{mark}{values}", session.locale.tag());
    session.ports.outbox.public(&address)
}
