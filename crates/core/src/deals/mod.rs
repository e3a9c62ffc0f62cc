//! Deals: what is known about one, what that says, and how it is kept.
//!
//! A [`Deal`] is changed by [`Edit`]s. From it follow its [`Coverage`] of the 1+2+1 pattern (S2)
//! and what to do next ([`advise`]). [`encode`] and [`decode`] are the only way into and out of
//! storage; a [`Book`] holds all deals together with the records that could not be read. Nothing
//! here knows the time or makes up an id: both are handed in.

mod advice;
mod advice_text;
mod amount;
mod book;
mod coverage;
mod date;
mod deal;
mod edit;
mod export;
mod fields;
mod json;
mod key;
mod names;
mod people;
mod reconcile;
mod record;
pub mod transfer;
mod unreadable;

pub use advice::{Advice, Opponent, advise, attention};
pub use amount::{AMOUNT, amount_edits, amount_error};
pub use book::{Book, Kept, Listed, Refused};
pub use coverage::{Bead, Coverage};
pub use date::{Date, DateError};
pub use deal::{Currency, Deal, NextStep};
pub use edit::{Edit, GuideEdit, PersonEdit, Typed, unread};
pub use export::export;
pub use key::{BOOK_KEY, id_of, key, valid_id};
pub use people::{Guide, GuideTest, Person, Role, Stance};
pub use reconcile::{Outcome, reconcile};
pub use record::{decode, encode};
pub use unreadable::{Kind, Unreadable};
