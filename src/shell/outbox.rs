//! How a result leaves the page: clipboard, share sheet, paper, files.

use yew::Callback;

/// The result of showing the system's share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Another app received the content.
    Done,
    /// The user closed the sheet.
    Cancelled,
    Refused,
}

/// The browser allows no downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DownloadFailed;

pub trait Outbox {
    /// The public address of a page whose address is relative to this page; `None` in a file that was built without a
    /// site address.
    fn public(&self, address: &str) -> Option<String>;
    /// Puts a text on the clipboard and reports whether that worked.
    fn copy(&self, text: &str, done: Callback<bool>);
    fn can_share(&self) -> bool;
    fn share(&self, text: &str, link: &str, done: Callback<Shared>);
    /// Prints the page, and calls back when that was done or cancelled.
    fn print(&self, ended: Callback<()>);
    fn save_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadFailed>;
    /// Whether workbooks can be created: one file with all pages may be built without that code.
    fn makes_workbooks(&self) -> bool;
    /// Creates the workbook for an encoded [`Request`](abacus_core::sheet::Request). Its code is loaded on demand,
    /// which may fail.
    fn workbook(&self, request: &str, made: Callback<Option<Vec<u8>>>);
}
