//! The builder with real frames: its choices, the frames' messages, and the resulting code.

mod page;

use abacus_core::text::Locale;
use abacus_embed::Part;
use abacus_embed::host::FrameMessage;
use abacus_embed::snippet::{Kind, Snippet};
use sales_abacus::builder::state::{Access, Choice, PendingMessage, State, WIDTHS};

use crate::frame::HOST;
use crate::frame::messages::FramedPage;

/// A builder page with the frames' real programs, but without a browser.
struct Builder {
    state: State,
    round: u32,
    frames: Vec<FramedPage>,
}

impl Builder {
    fn at(fragment: &str) -> Self {
        let state = State::open(fragment);
        let mut builder = Self { state, round: 0, frames: Vec::new() };
        builder.go_on(Vec::new());
        builder
    }

    fn choose(&mut self, choice: Choice) {
        let posts = self.state.choose(choice);
        self.go_on(posts);
    }

    /// Types into the visible frame.
    fn type_text(&mut self, key: &'static str, text: &str) {
        self.frames[self.state.shown].type_text(key, text);
        self.go_on(Vec::new());
    }

    /// Reloads the frames if necessary.
    fn load(&mut self) {
        if self.round != self.state.round {
            self.round = self.state.round;
            let (query, values) = (self.state.loaded.query.clone(), self.state.loaded.values.clone());
            let tool = self.state.tool.id;
            self.frames = WIDTHS.iter().map(|_| FramedPage::at(tool, &format!("?{query}"), &values)).collect();
        }
    }

    /// Delivers messages until there are none left. Messages from and to frames that are gone are dropped.
    fn go_on(&mut self, posts: Vec<PendingMessage>) {
        let mut posts = posts;
        loop {
            self.load();
            for (place, message) in posts.drain(..) {
                self.frames[place].receive_message(HOST, true, Ok(message));
            }
            for (place, frame) in self.frames.iter().enumerate() {
                for (message, _) in frame.take_sent() {
                    let received =
                        FrameMessage::read(&message, self.state.tool.id).filter(|_| self.round == self.state.round);
                    posts.extend(
                        received.into_iter().flat_map(|received| self.state.choose(Choice::Received(place, received))),
                    );
                }
            }
            if self.round != self.state.round {
                posts.clear();
            } else if posts.is_empty() {
                self.state.settle();
                return;
            }
        }
    }

    fn code(&self, kind: Kind) -> String {
        let found = self.state.found().expect("all of it is known");
        let (site, title) = ("https://abacus.example/", self.state.tool.title.en);
        let (address, frame_values, heights) = (&found.address, found.frame_values, found.heights.as_slice());
        Snippet { site, address, title, frame_values, heights, locale: Locale::En }.code(kind)
    }

    #[track_caller]
    fn leads_to(&self, address: &str) {
        let code = self.code(Kind::Script).replace("&amp;", "&");
        assert!(code.contains(&format!("href=\"https://abacus.example/{address}\"")), "{address}: {code}");
    }
}

#[test]
fn the_first_calculator_has_its_inputs_and_heights() {
    let builder = Builder::at("");
    builder.leads_to("status-quo/");
    assert!(builder.state.inputs.iter().any(|input| input.key == "people"));
    assert!(builder.code(Kind::Script).contains("data-heights=\"320:640 480:640 800:640 1200:640\""));
}

#[test]
fn every_choice_is_in_the_frame_address_and_the_fragment() {
    let mut builder = Builder::at("tool=bad-debt");
    for choice in [
        Choice::Lang(Some(Locale::En)),
        Choice::Part(Part::Working, false),
        Choice::Part(Part::Table, true),
        Choice::Access("margin".to_owned(), Access::Hidden),
        Choice::Access("margin".to_owned(), Access::Locked),
        Choice::Guess(true),
        Choice::Appearance("theme".to_owned(), "dark".to_owned()),
        Choice::Appearance("radius".to_owned(), "0".to_owned()),
        Choice::Appearance("width".to_owned(), "480".to_owned()),
    ] {
        builder.choose(choice);
    }
    let query = "lang=en&parts=title,inputs,sliders,result,figures,table,link&lock=margin&guess=1&theme=dark&radius=0";
    builder.leads_to(&format!("bad-debt/?{query}"));
    assert_eq!(builder.state.fragment(), format!("tool=bad-debt&{query}&max-width=480"));
    let again = Builder::at(&builder.state.fragment());
    assert_eq!(Kind::ALL.map(|kind| again.code(kind)), Kind::ALL.map(|kind| builder.code(kind)));
    builder.choose(Choice::Access("margin".to_owned(), Access::Open));
    builder.choose(Choice::Guess(false));
    assert!(!builder.state.fragment().contains("lock") && !builder.state.fragment().contains("guess"));
}

#[test]
fn values_typed_into_the_preview_reach_code_and_all_widths() {
    let mut builder = Builder::at("tool=bad-debt&lang=en");
    let round = builder.state.round;
    builder.type_text("loss", "700");
    builder.leads_to("bad-debt/?lang=en#loss=700");
    assert_eq!(builder.state.round, round, "the frame that is being typed into stays");
    for frame in &builder.frames {
        assert_eq!(frame.form.fragment(), "loss=700");
    }
    builder.choose(Choice::Width(3));
    builder.type_text("margin", "5");
    builder.leads_to("bad-debt/?lang=en#loss=700&margin=0.05");
    assert_eq!(builder.frames[0].form.fragment(), "loss=700&margin=0.05");
    builder.choose(Choice::Part(Part::Title, false));
    assert_eq!(builder.state.loaded.values, "loss=700&margin=0.05", "another arrangement keeps the figures");
}

#[test]
fn a_pasted_link_sets_values_and_reports_its_problems() {
    let mut builder = Builder::at("");
    let link =
        "https://abacus.example/embed/bad-debt/?lang=en&parts=result&id=old&host=https://a.example#loss=700&colour=1";
    builder.choose(Choice::Link(link.to_owned(), false));
    builder.leads_to("bad-debt/?lang=en&parts=result#loss=700");
    assert_eq!(builder.state.refused, ["There is no colour here; it was ignored."]);
    assert_eq!(builder.state.loaded.values, "loss=700", "the measured frames have the code's arrangement");
    // Incomplete text is not sent, and nothing is lost.
    for (text, is_whole, is_told) in [("https://abac", false, false), ("https://abac", true, true), ("", true, false)] {
        builder.choose(Choice::Link(text.to_owned(), is_whole));
        assert_eq!(builder.state.is_no_link, is_told, "{text}");
        builder.leads_to("bad-debt/?lang=en&parts=result#loss=700");
    }
    builder.choose(Choice::Tool("clv".to_owned()));
    builder.leads_to("clv/?lang=en&parts=result");
}

#[test]
fn confidential_values_are_not_in_the_code() {
    let mut builder = Builder::at("tool=bad-debt&loss=700&margin=0.03");
    builder.choose(Choice::Customer(true));
    builder.leads_to("bad-debt/?customer=1#loss=700");
    assert_eq!(builder.state.loaded.values, "loss=700");
    for kind in Kind::ALL {
        assert!(!builder.code(kind).contains("0.03"), "{}", builder.code(kind));
    }
    builder.choose(Choice::Customer(false));
    builder.leads_to("bad-debt/#loss=700&margin=0.03");
}

#[test]
fn links_keep_a_goal_and_elements_get_its_solution() {
    let builder = Builder::at("tool=bad-debt&extra_sales=10000&solve=margin");
    builder.leads_to("bad-debt/#extra_sales=10000&solve=margin");
    assert!(builder.code(Kind::Element).contains(" margin=\"0.05\" "), "{}", builder.code(Kind::Element));
}

#[test]
fn there_is_no_code_before_all_is_known_or_after_a_failure() {
    let mut state = State::open("tool=bad-debt");
    assert!(state.found().is_none());
    state.choose(Choice::Received(0, FrameMessage::Height(900)));
    state.settle();
    assert!(state.found().is_none() && !state.is_settled(), "three heights are unknown");
    let mut builder = Builder::at("tool=bad-debt");
    assert!(builder.state.found().is_some());
    builder.state.choose(Choice::Received(2, FrameMessage::Height(640)));
    assert!(builder.state.is_settled(), "an unchanged height changes nothing");
    builder.state.choose(Choice::Received(2, FrameMessage::Height(900)));
    assert!(builder.state.found().is_none(), "more of it may come");
    builder.state.settle();
    assert!(builder.state.found().is_some());
    builder.state.choose(Choice::Received(2, FrameMessage::Failed));
    assert!(builder.state.found().is_none() && builder.state.has_failed);
    // Heights not measured since are unknown.
    builder.state.choose(Choice::Guess(true));
    assert!(builder.state.found().is_none() && !builder.state.has_failed);
    assert_eq!(builder.state.height(0), Some(640), "its space stays");
    builder.state.choose(Choice::Received(99, FrameMessage::Failed));
}

/// Frames may send messages at any time, which re-render the page.
#[test]
fn partly_typed_text_stays_and_counts_once_complete() {
    let mut builder = Builder::at("tool=bad-debt");
    let round = builder.state.round;
    builder.choose(Choice::Typing("radius".to_owned(), "1".to_owned()));
    builder.choose(Choice::Received(0, FrameMessage::Height(700)));
    assert_eq!((builder.state.appearance.shown("radius"), builder.state.round), ("1", round));
    builder.choose(Choice::Appearance("radius".to_owned(), "12".to_owned()));
    assert_eq!(builder.state.appearance.shown("radius"), "12");
    builder.leads_to("bad-debt/?radius=12");
}

#[test]
fn no_choice_breaks_the_builder() {
    let mut builder = Builder::at("tool=no-such&&=&loss");
    for text in ["", "💥", "-1", "#", "999999999999", "a=b&c"] {
        for key in ["accent", "ground", "ink", "radius", "scale", "width", "theme", "no-such"] {
            builder.choose(Choice::Appearance(key.to_owned(), text.to_owned()));
        }
        builder.choose(Choice::Tool(text.to_owned()));
        builder.choose(Choice::Access(text.to_owned(), Access::Locked));
        builder.choose(Choice::Link(text.to_owned(), true));
        builder.choose(Choice::Width(usize::MAX));
    }
    assert!(builder.state.found().is_some());
}
