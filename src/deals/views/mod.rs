//! The views of the whole book: what is due, the funnel, the portfolio, the means, and the success cases.

mod cases;
mod empty;
mod funnel;
mod means;
mod nav;
mod own_ratios;
mod portfolio;
mod room;
mod scope_choices;
mod scope_list;
mod today;
mod view_page;
mod week;
mod words;

pub use self::nav::ViewsNav;
pub use self::portfolio::{OpeningsGrid, OpeningsGridProps, ValueMatrix, ValueMatrixProps};
pub use self::room::{VIEWS, ViewsRoom};
pub(crate) use self::view_page::ViewPageProps;
