//! Notes and tags. Web addresses in the notes are offered as links; everything else is escaped.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Deal, Edit, fields, links, read_tags, show_tags};
use yew::prelude::*;

use crate::deals::controls::{FoldingSection, inputs};
use crate::deals::editor::words;
use crate::shell::event::typed;

#[derive(PartialEq, Properties)]
pub struct NotesProps {
    /// The [part](Deal::only) of the deal that is shown.
    pub deal: Deal,
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let NotesProps { deal, today, locale, on_edit } = props;
    let Deal { notes, tags, .. } = deal;
    let first_line = notes.lines().next().unwrap_or_default();
    let shown: String = first_line.chars().take(60).collect();
    let summary = [show_tags(tags), shown].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let links = links(notes);
    html! {
        <FoldingSection id="notes-section" title={words::NOTES_AND_TAGS.get(*locale)} {summary}>
            <TagsInput tags={tags.clone()} locale={*locale} {on_edit} />
            { inputs(fields::Section::Notes, deal, *today, *locale, on_edit, false) }
            if !links.is_empty() {
                <ul class="notes__links" aria-label={words::LINKS.get(*locale)}>
                    { for links.into_iter().map(|link| html! {
                        <li key={link}>
                            <a class="notes__link" href={link.to_owned()} target="_blank" rel="noopener noreferrer">{ link }</a>
                        </li>
                    }) }
                </ul>
            }
        </FoldingSection>
    }
}

#[derive(PartialEq, Properties)]
struct TagsInputProps {
    tags: Vec<String>,
    locale: Locale,
    on_edit: Callback<Edit>,
}

/// The tags in one line. The typed text is kept while the field has the focus.
#[component]
fn TagsInput(props: &TagsInputProps) -> Html {
    let TagsInputProps { tags, locale, on_edit } = props;
    let typing = use_state_eq(|| None::<AttrValue>);
    let oninput = use_callback((typing.setter(), on_edit.clone()), |event: InputEvent, (typing, on_edit)| {
        let text = typed(&event);
        on_edit.emit(Edit::Tags(read_tags(&text)));
        typing.set(Some(text.into()));
    });
    let onblur = use_callback(typing.setter(), |_: FocusEvent, typing| typing.set(None));
    let meta = &fields::TAGS.meta;
    let value = typing.as_ref().cloned().unwrap_or_else(|| show_tags(tags).into());
    html! {
        <div class="field deal-field" data-kept="true">
            <label class="field__label" for="tags">{ meta.label.get(*locale) }</label>
            <div class="field__box">
                <input class="field__input" id="tags" name="tags" type="text" dir="auto" autocomplete="off" enterkeyhint="next"
                    aria-describedby="tags-hint" {value} {oninput} {onblur} />
            </div>
            <p class="field__hint" id="tags-hint">{ meta.hint.map(|hint| hint.get(*locale)) }</p>
        </div>
    }
}
