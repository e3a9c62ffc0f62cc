//! The home page: the tools with their example, and the deals that need attention.

mod attention;
mod words;

use abacus_core::calculator::{Group, last};
use abacus_core::calculators::{SKETCH, TILES, Tile, sketch};
use abacus_core::page::{CLASS_TITLE, Page};
use yew::prelude::*;

pub use crate::home::attention::attention;
use crate::shell::chunk::{Chunk, Loaded, NotLoaded};
use crate::shell::ports::{Ports, Subscription};
use crate::shell::session::{PageSession, Session};

/// The chunk of the deals that need attention, with the ports that only it uses.
#[derive(Clone)]
pub struct Attention {
    pub section: fn(&Session) -> Html,
    pub ports: Ports,
}

#[derive(PartialEq, Properties)]
pub struct HomePageProps {
    pub session: PageSession,
    /// Whether there were deals when the page was opened: what is due then comes first.
    pub has_deals: bool,
    pub attention: Chunk<Attention>,
}

pub enum Message {
    Load,
    Attention(Result<Attention, NotLoaded>),
    /// The page is visible again: values may have been stored meanwhile.
    Shown,
}

pub struct HomePage {
    attention: Loaded<Attention>,
    shown: Option<Subscription>,
}

impl Component for HomePage {
    type Message = Message;
    type Properties = HomePageProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { attention: ctx.props().attention.at_first(), shown: None }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            ctx.link().send_message(Message::Load);
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Load => self.load(ctx),
            Message::Attention(arrived) => {
                let shown = ctx.link().callback(|()| Message::Shown);
                self.shown = arrived.as_ref().ok().map(|attention| attention.ports.host.on_show(shown));
                self.attention = Loaded::of(arrived);
            }
            Message::Shown => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let session = &ctx.props().session;
        let attention = match &self.attention {
            Loaded::Here(attention) => (attention.section)(&session.with(attention.ports.clone())),
            waiting => {
                let retry = ctx.link().callback(|_: MouseEvent| Message::Load);
                waiting.placeholder("attention", session.locale, &retry)
            }
        };
        let due = html! { <div class="home__due">{ attention }</div> };
        html! {
            <article class="home">
                <header>
                    <h1>{ session.text(words::HEADLINE) }</h1>
                    <p class="lead">{ session.text(words::LEAD) }</p>
                </header>
                if ctx.props().has_deals { { due.clone() } }
                { for Group::ALL.map(|group| tools(session, group)) }
                if !ctx.props().has_deals { { due } }
                <section aria-labelledby="to-teach">
                    <h2 class="section-title" id="to-teach">{ session.text(CLASS_TITLE) }</h2>
                    <p><a href={session.link_to(Page::Class)}>{ session.text(words::TO_TEACH) }</a></p>
                </section>
            </article>
        }
    }
}

impl HomePage {
    fn load(&mut self, ctx: &Context<Self>) {
        if let Some(loading) = self.attention.begin(&ctx.props().attention) {
            ctx.link().send_future(async move { Message::Attention(loading.await) });
        }
    }
}

/// The calculators for one purpose.
fn tools(session: &PageSession, group: Group) -> Html {
    let (id, title) = match group {
        Group::Show => ("to-show", words::TO_SHOW),
        Group::WorkOut => ("to-reckon", words::TO_WORK_OUT),
        Group::Plan => ("to-plan", words::TO_PLAN),
    };
    html! {
        <section aria-labelledby={id}>
            <h2 class="section-title" {id}>{ session.text(title) }</h2>
            <ul class="tools">
                { for TILES.iter().filter(|tile| tile.group == group).map(|tile| tool(session, tile)) }
            </ul>
        </section>
    }
}

fn tool(session: &PageSession, tile: &Tile) -> Html {
    let (listing, headline) = (tile.listing, tile.headline);
    let page = session.link_to(Page::Calculator(listing));
    let own = session.ports.settings.read(&last::key(listing.id)).filter(|text| last::is_fragment(text));
    html! {
        <li class="tools__item" key={listing.id}>
            <a class="tools__link" href={page.clone()}>
                <span class="tools__title">{ session.text(listing.title) }</span>
                <span class="tools__purpose">{ session.text(tile.purpose) }</span>
                { picture(listing.id) }
                <span class="tools__figure">
                    <span class="tools__example">{ session.text(words::EXAMPLE) }</span>
                    { headline.quote(tile.example, &session.style) }{ " " }
                    <span class="tools__unit">{ headline.unit.label(session.locale) }</span>
                </span>
            </a>
            if let Some(own) = own {
                <a class="tools__own" href={format!("{page}#{own}")}
                    aria-label={words::continue_with(session.text(listing.title), session.locale)}>
                    { session.text(words::CONTINUE) }
                </a>
            }
        </li>
    }
}

/// A sketch of the example. Its figure is beside it.
fn picture(id: &str) -> Html {
    let Some([marked, filled, boxes]) = sketch(id) else { return Html::default() };
    let (width, height) = SKETCH;
    html! {
        <svg class="tools__sketch" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">
            <path class="tools__filled" d={filled} />
            <path class="tools__boxes" d={boxes} />
            <path class="tools__marked" d={marked} />
        </svg>
    }
}
