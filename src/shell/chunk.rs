//! Code that is loaded on demand, or when the page is idle: a table of functions that comes as a chunk.

use std::cell::RefCell;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::element::{Kind, tag};
use crate::shell::event::clicked;
use crate::shell::words;

/// A chunk could not be loaded: there is no connection, or the site now has another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The future of a chunk's table.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Loads the table of a chunk. It may be called again after a failure.
pub type Load<T> = fn() -> Loading<T>;

#[derive(Clone)]
pub enum Chunk<T> {
    /// Part of the program: natively, and in a build without splitting.
    Here(T),
    Later(Load<T>),
}

#[derive(Clone, Default)]
pub enum Loaded<T> {
    /// Not requested yet.
    #[default]
    Not,
    Loading,
    Here(T),
    Failed,
}

// The source of a chunk never changes.
impl<T> PartialEq for Chunk<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Declares a function `$name() -> Chunk<$table>`, whose table, `$make`, is in a chunk of the same name, optionally
/// with a style sheet of that name. It belongs in the binary of one bundle: a split point keeps its code in every
/// binary that links it.
#[macro_export]
macro_rules! chunk {
    ($(#[$doc:meta])* $name:ident: $table:ty = $make:expr $(, with $styles:expr)?) => {
        $(#[$doc])*
        fn $name() -> $crate::shell::chunk::Chunk<$table> {
            #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
            fn load() -> Result<$table, $crate::shell::chunk::NotLoaded> {
                $make
            }
            #[cfg(feature = "split")]
            return $crate::shell::chunk::Chunk::Later(|| {
                let loading = load();
                $(let loading = $crate::shell::chunk::with_styles(loading, $styles);)?
                Box::pin(loading)
            });
            #[cfg(not(feature = "split"))]
            {
                // The request has started; nothing waits for it.
                $(drop($styles);)?
                load().into()
            }
        }
    };
}

/// A chunk with declaration and formula for each calculator of `with_catalog!`, and a lookup by public name.
#[macro_export]
macro_rules! calculator_chunks {
    ($($module:ident::$model:ident,)+) => {
        $(chunk! {
            $module: &'static dyn ::abacus_core::calculator::Calculator =
                Ok(::abacus_core::calculators::each::$module())
        })+

        fn calculator(
            id: &str,
        ) -> Option<$crate::shell::chunk::Chunk<&'static dyn ::abacus_core::calculator::Calculator>> {
            match id.replace('-', "_").as_str() {
                $(stringify!($module) => Some($module()),)+
                _ => None,
            }
        }
    };
}

/// A table together with its style sheet, loaded in parallel.
pub async fn with_styles<T>(
    table: impl Future<Output = Result<T, NotLoaded>>,
    styles: impl Future<Output = Result<(), NotLoaded>>,
) -> Result<T, NotLoaded> {
    let table = table.await;
    styles.await?;
    table
}

impl<T: Clone + 'static> From<Result<T, NotLoaded>> for Chunk<T> {
    fn from(made: Result<T, NotLoaded>) -> Self {
        made.map_or_else(|_| Self::Later(|| Box::pin(async { Err(NotLoaded) })), Self::Here)
    }
}

impl<T: Clone + 'static> Chunk<T> {
    /// The table, once loaded.
    pub fn get(self) -> Loading<T> {
        match self {
            Self::Here(table) => Box::pin(ready(Ok(table))),
            Self::Later(load) => load(),
        }
    }

    /// The same chunk after trying to load it: with its table, unless that failed.
    pub async fn awaited(self) -> Self {
        let again = self.clone();
        self.get().await.map_or(again, Self::Here)
    }

    /// The state before anything is loaded.
    pub fn at_first(&self) -> Loaded<T> {
        match self {
            Self::Here(table) => Loaded::Here(table.clone()),
            Self::Later(_) => Loaded::Not,
        }
    }
}

impl<T> Loaded<T> {
    /// The state after loading.
    pub fn of(arrived: Result<T, NotLoaded>) -> Self {
        arrived.map_or(Self::Failed, Self::Here)
    }

    /// Starts loading the chunk unless it is loaded or loading.
    pub fn begin(&mut self, chunk: &Chunk<T>) -> Option<Loading<T>> {
        match (chunk, &self) {
            (Chunk::Later(load), Self::Not | Self::Failed) => {
                *self = Self::Loading;
                Some(load())
            }
            _ => None,
        }
    }

    /// Whether it was never requested. A chunk that failed to load is retried only on request.
    pub const fn is_unasked(&self) -> bool {
        matches!(self, Self::Not)
    }

    /// The table, once loaded.
    pub const fn table(&self) -> Option<&T> {
        match self {
            Self::Here(table) => Some(table),
            Self::Not | Self::Loading | Self::Failed => None,
        }
    }

    /// The placeholder until the chunk is loaded: it reserves space, so that the content below does not shift; after a
    /// failure, a message with a retry button. The name determines its CSS class.
    pub fn placeholder(&self, name: &'static str, locale: Locale, retry: &Callback<MouseEvent>) -> Html {
        match self {
            Self::Failed => not_loaded(locale, retry),
            Self::Not | Self::Here(_) => room_for(name, false),
            Self::Loading => room_for(name, true),
        }
    }
}

fn not_loaded(locale: Locale, retry: &Callback<MouseEvent>) -> Html {
    let again = tag("button").class("button").attr("type", "button").on(Kind::Click, retry.reform(clicked));
    tag("p")
        .class("later later--failed notice")
        .attr("role", "alert")
        .untranslated()
        .text(words::NOT_LOADED.get(locale))
        .text(" ")
        .child(again.text(words::TRY_AGAIN.get(locale)))
        .into()
}

fn room_for(name: &'static str, is_busy: bool) -> Html {
    tag("div").class(["later later--", name].concat()).attr("aria-busy", is_busy.then_some("true")).into()
}

/// A chunk of the page that a component renders, and its state.
#[derive(Clone)]
pub struct UseChunk<T> {
    chunk: Chunk<T>,
    loaded: Rc<RefCell<Loaded<T>>>,
    update: UseForceUpdateHandle,
}

#[hook]
pub fn use_chunk<T: Clone + 'static>(chunk: &Chunk<T>) -> UseChunk<T> {
    let loaded = use_mut_ref(|| chunk.at_first());
    UseChunk { chunk: chunk.clone(), loaded, update: use_force_update() }
}

impl<T: Clone + 'static> UseChunk<T> {
    /// Returns once the chunk is loaded or has failed; after a failure it may be called again.
    pub async fn load(self) {
        if self.table().is_some() {
            return;
        }
        if let Loaded::Failed = self.loaded.replace(Loaded::Loading) {
            // Removes the error message.
            self.update.force_update();
        }
        // However many callers wait for the chunk, it is loaded once.
        let arrived = self.chunk.get().await;
        self.loaded.replace(Loaded::of(arrived));
        self.update.force_update();
    }

    /// The table, once loaded.
    pub fn table(&self) -> Option<T> {
        self.loaded.borrow().table().cloned()
    }

    /// See [`Loaded::placeholder`].
    pub fn placeholder(&self, name: &'static str, locale: Locale, retry: &Callback<MouseEvent>) -> Html {
        self.loaded.borrow().placeholder(name, locale, retry)
    }
}
