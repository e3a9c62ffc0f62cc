//! The state of the running app: reducers, contexts, and the ports through which it reaches
//! the browser. Nothing here touches a browser itself.

pub mod form;
pub mod inbox;
pub mod keys;
pub mod locale;
pub mod outbox;
pub mod ports;
pub mod scenarios;
pub mod session;
pub mod stored;
pub mod styles;
pub mod what_if;
