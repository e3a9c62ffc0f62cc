//! The chunks of the class.

use abacus_core::calculator::Calculator;

use crate::class::deal::DealRoom;
use crate::class::extras::Extras;
use crate::class::stage::StageRoom;
use crate::shell::chunk::Chunk;
use crate::shell::offline::Status;

/// Returns the chunk of the calculator with this id. A lesson loads those that it uses.
pub type Source = fn(&str) -> Option<Chunk<&'static dyn Calculator>>;

#[derive(Clone)]
pub struct Chunks {
    pub extras: Chunk<Extras>,
    pub stage: Chunk<StageRoom>,
    pub calculator: Source,
    pub deal: Chunk<DealRoom>,
    pub offline: Chunk<Status>,
}

// The sources never change.
impl PartialEq for Chunks {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
