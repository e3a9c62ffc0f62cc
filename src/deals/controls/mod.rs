//! The components that the rooms share: fields of a deal, sections that fold, the rod of beads, notices.

mod beads;
mod calendar;
mod date_input;
mod inputs;
mod message;
mod name;
mod notice;
mod number_input;
mod options;
mod restore;
mod rhythm;
mod same_customer;
mod section;
mod text_input;
mod variants;
pub mod words;

pub use self::beads::{Beads, static_beads};
pub(crate) use self::calendar::{SaveDays, step_event};
pub use self::date_input::DateInput;
pub(crate) use self::inputs::inputs;
pub use self::message::{Message, StatusMessage};
pub use self::name::name;
pub use self::notice::{Notice, NoticeButton, StatusBar};
pub use self::number_input::NumberInput;
pub use self::options::{OptionItem, Options};
pub use self::restore::Restore;
pub(crate) use self::rhythm::{chosen_days, rhythm_choice, select};
pub(crate) use self::same_customer::{SameCustomerDeal, SameCustomerDeals};
pub use self::section::FoldingSection;
pub use self::text_input::TextInput;
pub(crate) use self::variants::use_variants;
pub(crate) use self::words::{NO_FILE, TO_CALENDAR};
