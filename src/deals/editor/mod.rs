//! The page of one deal: its progress, the tracking form and the next action. Also the page for logging a meeting, the
//! page for an address without a deal, and the page that asks to which deal a result belongs.

mod advice;
mod chunk;
mod collection;
mod deal_editor;
mod editing;
mod exits;
mod fab;
mod figures;
mod head;
mod log_page;
mod meetings;
mod missing;
mod neighbours;
mod next_step;
mod notes;
mod paper;
mod removal;
mod rod;
mod stage;
mod take;
mod unfinished_notice;
mod versions;
mod words;

pub use self::chunk::{EDITOR, EditorChunk};
pub(crate) use self::deal_editor::EditorProps;
pub(crate) use self::log_page::LogPageProps;
pub(crate) use self::missing::MissingProps;
pub(crate) use self::take::TakeProps;
pub(crate) use self::unfinished_notice::UnfinishedNoticeProps;
