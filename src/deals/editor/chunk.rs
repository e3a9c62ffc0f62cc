//! The pages of this room as a function table, so that they can be loaded as a chunk.

use yew::prelude::*;

use crate::deals::editor::deal_editor::{Editor, EditorProps};
use crate::deals::editor::log_page::{LogPage, LogPageProps};
use crate::deals::editor::missing::{Missing, MissingProps};
use crate::deals::editor::take::{Take, TakeProps};
use crate::deals::editor::unfinished_notice::{UnfinishedNotice, UnfinishedNoticeProps};

pub struct EditorChunk {
    pub(crate) deal: fn(EditorProps) -> Html,
    pub(crate) log: fn(LogPageProps) -> Html,
    /// A meeting left half logged.
    pub(crate) unfinished: fn(UnfinishedNoticeProps) -> Html,
    pub(crate) missing: fn(MissingProps) -> Html,
    pub(crate) take: fn(TakeProps) -> Html,
}

pub static EDITOR: EditorChunk = EditorChunk {
    deal: |props| html! { <Editor ..props /> },
    log: |props| html! { <LogPage ..props /> },
    unfinished: |props| html! { <UnfinishedNotice ..props /> },
    missing: |props| html! { <Missing ..props /> },
    take: |props| html! { <Take ..props /> },
};
