//! Code that is loaded when it is needed, or when the page is idle: a table of functions that arrives as a chunk.

use std::cell::RefCell;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::element::{Kind, tag};
use crate::shell::event::clicked;
use crate::shell::words;

/// A chunk could not be loaded: there is no connection, or the site has been replaced by another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The table of a chunk, on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Loads the table of a chunk. After a failure it may be called again.
pub type Load<T> = fn() -> Loading<T>;

#[derive(Clone)]
pub enum Chunk<T> {
    /// It is part of the program: natively, and in a build that is not split.
    Here(T),
    Later(Load<T>),
}

#[derive(Clone, Default)]
pub enum Loaded<T> {
    /// Nobody has asked for it.
    #[default]
    Not,
    Loading,
    Here(T),
    Failed,
}

// Where a chunk comes from never changes.
impl<T> PartialEq for Chunk<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Declares a function `$name() -> Chunk<$table>`, whose table, `$make`, comes in a chunk of the same name, if need be with
/// a style sheet of that name. It belongs into the binary of one bundle: a split point keeps its code in every binary that
/// links it.
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
                // It has begun, and nothing waits for it.
                $(drop($styles);)?
                load().into()
            }
        }
    };
}

/// A chunk with declaration and formula for each calculator of `with_catalog!`, and the way to one by its public name.
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

/// A table with its style sheet, which comes at the same time.
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
    /// The table, once it is there.
    pub fn get(self) -> Loading<T> {
        match self {
            Self::Here(table) => Box::pin(ready(Ok(table))),
            Self::Later(load) => load(),
        }
    }

    /// The same chunk after an attempt to load it: then its table is there, unless it did not come.
    pub async fn awaited(self) -> Self {
        let again = self.clone();
        self.get().await.map_or(again, Self::Here)
    }

    /// What is there before anything is loaded.
    pub fn at_first(&self) -> Loaded<T> {
        match self {
            Self::Here(table) => Loaded::Here(table.clone()),
            Self::Later(_) => Loaded::Not,
        }
    }
}

impl<T> Loaded<T> {
    /// What is there after loading.
    pub fn of(arrived: Result<T, NotLoaded>) -> Self {
        arrived.map_or(Self::Failed, Self::Here)
    }

    /// Begins to load the chunk, unless it is there or on its way.
    pub fn begin(&mut self, chunk: &Chunk<T>) -> Option<Loading<T>> {
        match (chunk, &self) {
            (Chunk::Later(load), Self::Not | Self::Failed) => {
                *self = Self::Loading;
                Some(load())
            }
            _ => None,
        }
    }

    /// Whether nobody has asked for it. One that did not come is asked for again by whoever wants it.
    pub const fn is_unasked(&self) -> bool {
        matches!(self, Self::Not)
    }

    /// The table, once it is there.
    pub const fn table(&self) -> Option<&T> {
        match self {
            Self::Here(table) => Some(table),
            Self::Not | Self::Loading | Self::Failed => None,
        }
    }

    /// What stands in the place of the chunk until it is there: room for it, so that what is below does not move into
    /// sight; and after a failure, a message with a way on. The name is that of its style.
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

/// A chunk of the page that a component renders, and what is there of it.
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
    /// Returns once the chunk is there, or could not be loaded: then it may be loaded again.
    pub async fn load(self) {
        if self.table().is_some() {
            return;
        }
        if let Loaded::Failed = self.loaded.replace(Loaded::Loading) {
            // The message goes away.
            self.update.force_update();
        }
        // Whoever else waits for the chunk, it is loaded once.
        let arrived = self.chunk.get().await;
        self.loaded.replace(Loaded::of(arrived));
        self.update.force_update();
    }

    /// The table, once it is there.
    pub fn table(&self) -> Option<T> {
        self.loaded.borrow().table().cloned()
    }

    /// See [`Loaded::placeholder`].
    pub fn placeholder(&self, name: &'static str, locale: Locale, retry: &Callback<MouseEvent>) -> Html {
        self.loaded.borrow().placeholder(name, locale, retry)
    }
}
