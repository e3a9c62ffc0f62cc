//! The blank form as a function table, so that it can be loaded as a chunk.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::paper::form_sheet::form_sheet;

pub struct PaperChunk {
    pub(crate) blank: fn(Date, Locale) -> Html,
}

pub static PAPER: PaperChunk = PaperChunk { blank: |today, locale| form_sheet(None, today, locale) };
