//! The page of this room as a function table, so that it can be loaded as a chunk.

use yew::prelude::*;

use crate::deals::views::view_page::{ViewPage, ViewPageProps};

pub struct ViewsChunk {
    pub(crate) page: fn(ViewPageProps) -> Html,
}

pub static VIEWS: ViewsChunk = ViewsChunk { page: |props| html! { <ViewPage ..props /> } };
