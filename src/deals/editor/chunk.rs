//! The pages of this room as a function table, so that they can be loaded as a chunk.

use yew::prelude::*;

use crate::deals::editor::deal_editor::{Editor, EditorProps};
use crate::deals::editor::left::{Left, LeftProps};
use crate::deals::editor::log_page::{LogPage, LogPageProps};
use crate::deals::editor::missing::{Missing, MissingProps};
use crate::deals::editor::take::{Take, TakeProps};

pub struct EditorChunk {
    pub(crate) deal: fn(EditorProps) -> Html,
    pub(crate) log: fn(LogPageProps) -> Html,
    /// A meeting left half logged.
    pub(crate) left: fn(LeftProps) -> Html,
    pub(crate) missing: fn(MissingProps) -> Html,
    pub(crate) take: fn(TakeProps) -> Html,
}

pub static EDITOR: EditorChunk = EditorChunk {
    deal: |props| html! { <Editor ..props /> },
    log: |props| html! { <LogPage ..props /> },
    left: |props| html! { <Left ..props /> },
    missing: |props| html! { <Missing ..props /> },
    take: |props| html! { <Take ..props /> },
};
