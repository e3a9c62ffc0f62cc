//! Deals: their model, the advice that follows from it, and their records.
//!
//! A [`Deal`] is changed by [`Edit`]s. Its [`Coverage`] of the 1+2+1 pattern (S2) and its advice ([`advise`]) are
//! derived from it. [`encode`] and [`decode`] are the only way into and out of storage. A [`Book`] holds all deals and
//! the records that could not be read; a [`Vault`] adds the store they are kept in. The crate knows no clock and no
//! randomness: days and new ids are passed in.

mod advice;
mod assessment;
mod calendar;
mod cards;
mod cases;
mod colliding_ids;
mod contact;
mod contact_details;
mod convergence;
mod coverage;
mod coverage_slot;
mod currency;
mod deal;
pub mod debrief;
mod demo;
mod edit;
mod error;
mod exit;
mod exits;
mod export;
mod fab;
pub mod fields;
mod funnel_stage;
mod guide;
mod invoice;
mod json;
mod key;
mod links;
mod listing;
mod lists;
mod merge;
mod needs;
mod next_step;
mod normalize;
mod opponents;
mod people;
mod record;
mod snapshot;
mod stage;
mod stage_history;
mod style;
mod tags;
pub mod tas;
pub mod transfer;
pub mod upkeep;
mod variants;
mod vault;
pub mod view;
mod visit;

pub use advice::{
    Advice, AdviceAction, DayChoice, DealAction, PlanGap, Rule, advice_rules, advise, attention, needs_attention,
    next_days, set_aside,
};
pub use assessment::{Assessment, AssessmentEdit, Chance, ContactDays, Grade, Graded, Need, Purchase, Urgency};
pub use assessment::{Cause, Ground, Lead, Letter, Opening, OpeningKind};
pub use assessment::{Chances, Contender, Tas, TasAnswer, TasLine, TasQuestion};
pub use assessment::{Factor, Factors, Rating};
pub use assessment::{FindingKind, Portfolio, PortfolioFinding, PortfolioOwner};
pub use assessment::{Front, Level, Position, PotentialAction, PotentialClass, Size};
pub use assessment::{Mean, Score, Scores, Side, SubScore, ValueClass};
pub use calendar::{DayEvent, calendar};
pub use cards::{
    BadCards, Card, CardExtra, CardMatch, CardPerson, Cards, Decode, MOST_CARD_BYTES, MOST_CARDS, match_cards,
    read_cards,
};
pub use cases::complete_cases;
pub use contact::{AgreedAction, Contact, ContactEdit, MeetingOutcome, Proposal, log};
pub use contact_details::{colleagues, mail_link, named_people, of_same_customer, phone_link, vcard_file};
pub use convergence::{Attitude, Convergence, DecidingParty};
pub use coverage::{Bead, Coverage};
pub use coverage_slot::CoverageSlot;
pub use currency::Currency;
pub use deal::Deal;
pub use demo::{demo, demo_settings};
pub use edit::{Edit, PersonEdit, Typed, number_edits};
pub use error::{DealError, JsonKind};
pub use exit::{CheckSource, EXIT_CHECKS, ExitCheck, exit_checks, open_exits};
pub use exits::Exits;
pub use export::export;
pub use fab::{Effect, Fab, FabEdit, NeedOf};
pub use fields::{DateField, NumberField, TextField, number_error};
pub use funnel_stage::FunnelStage;
pub use guide::{GuideTest, GuideTests};
pub use invoice::{Invoice, LatePaymentCost};
pub use key::{BOOK_KEY, PREFIX, SALESPERSON_KEY, id_of, key};
pub use links::{Piece, links, pieces};
pub use listing::{Listed, listing, needing_attention, unfinished_meetings};
pub use merge::merge;
pub use needs::{ExpressedNeed, expressed_needs, unanswered_needs};
pub use next_step::NextStep;
pub use normalize::abbreviate;
pub use people::{DatedStance, Influence, NeedKind, Person, Role, Stance, listeners};
pub use record::{decode, encode, migrations};
pub use snapshot::Snapshot;
pub use stage::{End, Stage};
pub use stage_history::StageHistory;
pub use style::{Degree, SocialStyle};
pub use tags::{read_tags, show_tags};
pub use variants::{Variants, may_vary, variants};
pub use vault::{Book, Vault, migrate};
pub use visit::listed_visits;
pub use visit::{
    Check, Quadrant, QuadrantCheck, Quadrants, Question, Source, Spin, SuccessCase, Visit, VisitEdit, VisitGap,
};
