//! Simplified and traditional characters of a search. The mapping is a chunk that is loaded when the first search
//! contains such characters; until it has loaded, or if it fails to, they match only as typed.

use abacus_deals::{Variants, may_vary};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::shell::chunk::{Chunk, use_chunk};

/// The mapping, if this search contains such characters and it has loaded.
#[hook]
pub(crate) fn use_variants(chunk: &Chunk<Variants>, search: &str) -> Option<Variants> {
    let variants = use_chunk(chunk);
    let is_wanted = may_vary(search);
    use_effect_with(is_wanted, {
        let variants = variants.clone();
        move |is_wanted| {
            if *is_wanted {
                spawn_local(variants.load());
            }
        }
    });
    variants.table().filter(|_| is_wanted)
}
