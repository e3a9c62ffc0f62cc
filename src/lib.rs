//! Sales Abacus · 销售算盘: the Yew app.
//!
//! Data flows one way down: `core ← state ← components ← pages, embed ← app`. `platform` implements
//! the ports that `state` declares and is wired in at the entry point, `main.rs`, alone; everything
//! else renders without a browser. `tests/architecture.rs` holds the modules to it.

pub mod app;
pub mod components;
pub mod embed;
pub mod pages;
pub mod platform;
pub mod state;
pub mod text;
