//! What the app knows while it runs: reducers, contexts, and the ports through which it reaches
//! the browser. Nothing here touches a browser itself.

pub mod care;
pub mod deal_book;
pub mod deal_route;
pub mod demo_store;
pub mod form;
pub mod guarded_store;
pub mod inbox;
pub mod keys;
pub mod locale;
pub mod outbox;
pub mod ports;
pub mod saved_views;
pub mod scenarios;
pub mod session;
pub mod stored;
pub mod styles;
pub mod together;
pub mod transfer;
pub mod what_if;
