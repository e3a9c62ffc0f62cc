//! How a result leaves the page: clipboard, share sheet, paper, files.

use yew::Callback;

/// How showing the system's share sheet ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Another app has the content.
    Done,
    /// The user closed the sheet.
    Cancelled,
    Refused,
}

/// The browser allows no downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFile;

pub trait Outbox {
    /// The address by which others reach a page whose address is relative to this page; none in a file that was made for
    /// no site.
    fn public(&self, address: &str) -> Option<String>;
    /// Puts a text on the clipboard and reports whether that worked.
    fn copy(&self, text: &str, done: Callback<bool>);
    fn can_share(&self) -> bool;
    fn share(&self, text: &str, link: &str, done: Callback<Shared>);
    /// Prints the page, and calls back when that has been done or cancelled.
    fn print(&self, ended: Callback<()>);
    fn save_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), NoFile>;
    /// Whether there is what makes workbooks: in one file for all pages it may have been left out.
    fn makes_workbooks(&self) -> bool;
    /// Makes the workbook for an encoded [`Request`](abacus_core::sheet::Request); the code for it is loaded
    /// now, which may fail.
    fn workbook(&self, request: &str, made: Callback<Option<Vec<u8>>>);
}
