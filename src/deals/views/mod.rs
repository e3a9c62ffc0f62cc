//! The views of the whole book: what is due, the funnel, the portfolio, the means, and the success cases.

mod cases;
mod chunk;
mod empty;
mod funnel;
mod means;
mod nav;
mod own_ratios;
mod portfolio;
mod scope_choices;
mod scope_list;
mod today;
mod view_page;
mod week;
mod words;

pub use self::chunk::{VIEWS, ViewsChunk};
pub use self::nav::ViewsNav;
pub use self::portfolio::{OpeningsGrid, OpeningsGridProps, ValueMatrix, ValueMatrixProps};
pub(crate) use self::view_page::ViewPageProps;
