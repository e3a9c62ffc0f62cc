//! The chunks of the deal book: everything but the list, the state of the book, and the code that saves it.

use abacus_core::text::Locale;
use abacus_deals::Variants;
use abacus_deals::view::BookLocation;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::deals::editor::EditorChunk;
use crate::deals::files::WorkbookReader;
use crate::deals::list::FiltersChunk;
use crate::deals::paper::PaperChunk;
use crate::deals::upkeep::UpkeepChunk;
use crate::deals::views::ViewsChunk;
use crate::shell::chunk::{Chunk, UseChunk, use_chunk};

#[derive(Clone, PartialEq)]
pub struct Chunks {
    pub filters: Chunk<&'static FiltersChunk>,
    pub editor: Chunk<&'static EditorChunk>,
    pub views: Chunk<&'static ViewsChunk>,
    pub upkeep: Chunk<&'static UpkeepChunk>,
    /// Reads workbooks; loaded when one is chosen.
    pub workbooks: Chunk<&'static WorkbookReader>,
    pub paper: Chunk<&'static PaperChunk>,
    /// Maps simplified to traditional characters and back; loaded when a search contains some.
    pub variants: Chunk<Variants>,
}

const PLACEHOLDER: &str = "room";

/// The chunk that renders the page at an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageChunk {
    /// The list is part of the main file.
    Nothing,
    Editor,
    Views,
    Upkeep,
}

impl PageChunk {
    pub(crate) const fn of(location: &BookLocation) -> Self {
        match location {
            BookLocation::List(_) => Self::Nothing,
            BookLocation::Deal(_) | BookLocation::Log(_) | BookLocation::Take { .. } => Self::Editor,
            BookLocation::View(..) => Self::Views,
            BookLocation::Files | BookLocation::Trash => Self::Upkeep,
        }
    }
}

#[derive(Clone)]
pub(crate) struct UseChunks {
    pub(crate) editor: UseChunk<&'static EditorChunk>,
    pub(crate) views: UseChunk<&'static ViewsChunk>,
    pub(crate) upkeep: UseChunk<&'static UpkeepChunk>,
    filters: Chunk<&'static FiltersChunk>,
    paper: Chunk<&'static PaperChunk>,
}

/// Loads what the current page needs, then the rest, which may be wanted at any time, including offline. A chunk that
/// failed to load is retried after the next change of place.
#[hook]
pub(crate) fn use_chunks(chunks: &Chunks, needed: PageChunk) -> UseChunks {
    let (editor, views) = (use_chunk(&chunks.editor), use_chunk(&chunks.views));
    let upkeep = use_chunk(&chunks.upkeep);
    let (filters, paper) = (chunks.filters.clone(), chunks.paper.clone());
    let chunks = UseChunks { editor, views, upkeep, filters, paper };
    use_effect_with(needed, {
        let chunks = chunks.clone();
        move |needed| {
            let needed = *needed;
            spawn_local(async move {
                chunks.load(needed).await;
                // The code that counts changes comes before the code that makes them.
                for rest in
                    [PageChunk::Upkeep, PageChunk::Editor, PageChunk::Views].into_iter().filter(|rest| *rest != needed)
                {
                    chunks.load(rest).await;
                }
                let _unfolded_later = chunks.filters.get().await;
                let _printed_later = chunks.paper.get().await;
            });
        }
    });
    chunks
}

impl UseChunks {
    async fn load(&self, needed: PageChunk) {
        match needed {
            PageChunk::Nothing => {}
            PageChunk::Editor => self.editor.clone().load().await,
            PageChunk::Views => self.views.clone().load().await,
            PageChunk::Upkeep => self.upkeep.clone().load().await,
        }
    }

    /// Retries a chunk that failed to load.
    pub(crate) fn retry(&self, needed: PageChunk) {
        let chunks = self.clone();
        spawn_local(async move { chunks.load(needed).await });
    }

    /// The placeholder for a chunk that is still loading.
    pub(crate) fn placeholder(&self, needed: PageChunk, locale: Locale) -> Html {
        let retry = {
            let chunks = self.clone();
            Callback::from(move |_: MouseEvent| chunks.retry(needed))
        };
        match needed {
            PageChunk::Nothing => Html::default(),
            PageChunk::Editor => self.editor.placeholder(PLACEHOLDER, locale, &retry),
            PageChunk::Views => self.views.placeholder(PLACEHOLDER, locale, &retry),
            PageChunk::Upkeep => self.upkeep.placeholder(PLACEHOLDER, locale, &retry),
        }
    }
}
