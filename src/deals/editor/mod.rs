//! The page of one deal: where it stands, the tracking form, and what to do next. Also what stands there when the
//! address leads to no deal, and the page that asks to which deal a result belongs.

mod collection;
mod deal_editor;
mod figures;
mod gate;
mod meetings;
mod missing;
mod notes;
mod set_aside;
mod stage;
mod take;
mod versions;
mod words;

pub(crate) use self::deal_editor::Editor;
pub(crate) use self::missing::Missing;
pub(crate) use self::take::Take;
