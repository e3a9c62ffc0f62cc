//! Simplified and traditional characters of a search. Their table is a chunk that is loaded when the first search has such
//! characters; until it is there, and where it cannot be loaded, they are found as typed.

use abacus_deals::{Variants, may_vary};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::shell::chunk::{Chunk, use_chunk};

/// What says which forms the characters of this search have, if it has any and that is known.
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
