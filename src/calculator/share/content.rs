//! The content to share, one function for each way.

use abacus_core::calculator::sentence;
use abacus_core::sheet::{Request, Sheet, csv};
use yew::Callback;

use crate::calculator::share::notice::Notice;
use crate::calculator::share::{Paper, ShareProps};
use crate::shell::outbox::Shared;

const CSV_TYPE: &str = "text/csv;charset=utf-8";
const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Clone)]
pub(super) struct SharedContent {
    props: ShareProps,
    tell: Callback<Notice>,
}

impl SharedContent {
    pub(super) const fn new(props: ShareProps, tell: Callback<Notice>) -> Self {
        Self { props, tell }
    }

    /// The absolute link to the public page with these figures in this language.
    pub(super) fn link(&self) -> Option<String> {
        self.props.session.public_link(&self.props.fragment)
    }

    /// Runs `act` with the figures unless they are stale.
    pub(super) fn unless_stale(&self, act: impl FnOnce(&Self)) {
        match self.props.stale {
            Some(why) => self.tell.emit(Notice::Stale(why)),
            None => act(self),
        }
    }

    /// Runs `act` with the link, or reports why there is no link.
    pub(super) fn with_link(&self, act: impl FnOnce(&Self, String)) {
        match self.link() {
            Some(link) => act(self, link),
            None => self.tell.emit(Notice::NoLink),
        }
    }

    pub(super) fn copy_link(&self) {
        self.with_link(|content, link| content.copy(link));
    }

    pub(super) fn copy_sentence(&self) {
        self.copy(self.link().map_or_else(|| self.sentence(), |link| format!("{}\n{link}", self.sentence())));
    }

    fn sentence(&self) -> String {
        let ShareProps { session, calculator, inputs, evaluations, strip, allowed, .. } = &self.props;
        if strip.is_some() {
            return sentence::for_customer(*calculator, inputs, evaluations, &session.style, *allowed)
                .unwrap_or_default();
        }
        sentence::sentence(calculator.spec(), inputs, evaluations, &session.style)
    }

    fn copy(&self, text: String) {
        let (tell, shown) = (self.tell.clone(), text.clone());
        let done = Callback::from(move |copied: bool| {
            tell.emit(if copied { Notice::Copied } else { Notice::CopyByHand(shown.clone()) });
        });
        self.props.session.ports.outbox.copy(&text, done);
    }

    pub(super) fn share(&self) {
        self.with_link(|content, link| {
            let tell = content.tell.clone();
            let done = Callback::from(move |shared: Shared| tell.emit(Notice::Shared(shared)));
            content.props.session.ports.outbox.share(&content.sentence(), &link, done);
        });
    }

    pub(super) fn print(&self, paper: Paper) {
        self.props.on_print.emit(paper);
    }

    fn request(&self) -> Request {
        let ShareProps { session, calculator, inputs, axes, .. } = &self.props;
        Request {
            calculator: *calculator,
            inputs: inputs.clone(),
            style: session.style,
            axes: axes.clone(),
            date: session.ports.host.today().to_string(),
            link: self.link().unwrap_or_default(),
        }
    }

    /// The name of a file: the calculator and the day.
    fn file(&self, request: &Request, ending: &str) -> String {
        format!("{}-{}.{ending}", request.calculator.spec().id, request.date)
    }

    pub(super) fn save_csv(&self) {
        let request = self.request();
        let name = self.file(&request, "csv");
        let text = csv::write(&Sheet::new(&request));
        let saved = self.props.session.ports.outbox.save_bytes(&name, CSV_TYPE, text.as_bytes());
        self.tell.emit(Notice::of(saved, name));
    }

    pub(super) fn save_workbook(&self) {
        if !self.props.session.ports.outbox.makes_workbooks() {
            return self.tell.emit(Notice::OnlyCsv);
        }
        let request = self.request();
        let name = self.file(&request, "xlsx");
        self.tell.emit(Notice::Making);
        let (outbox, tell) = (self.props.session.ports.outbox.clone(), self.tell.clone());
        let made = Callback::from(move |bytes: Option<Vec<u8>>| match bytes {
            Some(bytes) => {
                let saved = outbox.save_bytes(&name, XLSX_TYPE, &bytes);
                tell.emit(Notice::of(saved, name.clone()));
            }
            None => tell.emit(Notice::NoWorkbook),
        });
        self.props.session.ports.outbox.workbook(&request.encode(), made);
    }
}
