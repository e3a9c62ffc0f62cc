//! What every page shares: its session and ports, the frame, and helpers for reading controls and moving the focus.
//! Nothing here touches a browser itself, but `event` names its types.

pub mod chunk;
pub mod confirm;
pub mod element;
pub mod event;
pub mod field_errors;
pub mod focus;
pub mod frame;
pub mod frames;
pub mod inbox;
pub mod link_problems;
pub mod locale;
mod menu;
pub mod offline;
pub mod outbox;
pub mod parent;
pub mod ports;
pub mod presentation;
pub mod printing;
pub mod select;
pub mod session;
pub mod single_file_address;
pub mod slices;
pub mod state;
pub mod stored;
pub mod stored_value;
pub mod styles;
pub mod theme;
pub mod today;
pub mod typing_timer;
pub mod unit;
pub mod words;
