//! People's names within our texts, each isolated: the direction of a name must not affect the text around it.

use abacus_core::text::{Locale, text};
use abacus_deals::Person;
use yew::prelude::*;

use crate::deals::people::words;

/// A person with name and roles, if known: `李雷（使用者）`.
pub fn with_roles(person: &Person, locale: Locale) -> Html {
    let name = person.name.trim();
    let roles = words::own_roles(person, locale);
    let beside = match (name, roles.as_str(), locale) {
        ("", "", _) => words::UNNAMED.get(locale).to_owned(),
        ("", _, _) => roles,
        (_, "", _) => String::new(),
        (_, _, Locale::Zh) => format!("（{roles}）"),
        (_, _, Locale::En) => format!(" ({roles})"),
    };
    html! { <>if !name.is_empty() { <bdi>{ name }</bdi> }{ beside }</> }
}

/// The people with these ids, by name or else by role.
pub fn names(ids: &[String], known: &[Person], locale: Locale) -> Html {
    let one = |(place, id): (usize, &String)| {
        let name = match known.iter().find(|person| person.id == *id) {
            Some(one) if one.name.trim().is_empty() => with_roles(one, locale),
            Some(one) => html! { <bdi>{ one.name.trim() }</bdi> },
            None => words::GONE.get(locale).into(),
        };
        html! { <>{ separator(place, locale) }{ name }</> }
    };
    ids.iter().enumerate().map(one).collect()
}

/// The names of several people; for many, the first ones and the number of the others. `None` if there is nobody.
pub fn several<'a>(people: impl IntoIterator<Item = &'a Person>, locale: Locale) -> Option<Html> {
    const MAX: usize = 20;
    let mut people = people.into_iter();
    let one = |(place, person): (usize, &Person)| html! { <>{ separator(place, locale) }<bdi>{ words::name(person, locale) }</bdi></> };
    let names: Vec<Html> = people.by_ref().take(MAX).enumerate().map(one).collect();
    let more = people.count();
    (!names.is_empty()).then(|| html! { <>{ for names }if more > 0 { { words::and_more(more, locale) } }</> })
}

/// The separator before a name.
fn separator(place: usize, locale: Locale) -> &'static str {
    if place == 0 { "" } else { text("、", ", ").get(locale) }
}

#[cfg(test)]
mod tests {
    use super::{names, several, with_roles};
    use abacus_core::text::Locale;
    use abacus_deals::{Person, Role};
    use pollster::block_on;
    use yew::prelude::*;

    #[derive(Clone, PartialEq, Properties)]
    struct ShownProps {
        content: Html,
    }

    #[component]
    fn Shown(props: &ShownProps) -> Html {
        props.content.clone()
    }

    fn shown(content: Html) -> String {
        let page = yew::LocalServerRenderer::<Shown>::with_props(ShownProps { content }).hydratable(false);
        block_on(page.render())
    }

    #[test]
    fn each_name_is_isolated_from_the_words_around_it() {
        let person = |id: &str, name: &str, roles: &[Role]| Person {
            id: id.to_owned(),
            name: name.to_owned(),
            roles: roles.to_vec(),
            ..Person::default()
        };
        let people = [person("a", "דנה", &[Role::User]), person("b", "王芳", &[]), person("c", "", &[Role::Purchaser])];
        let ids = ["a", "b", "c", "x"].map(str::to_owned);
        assert_eq!(shown(with_roles(&people[0], Locale::Zh)), "<bdi>דנה</bdi>（使用者）");
        let both = several(&people[..2], Locale::En).unwrap_or_default();
        assert_eq!(shown(both), "<bdi>דנה</bdi>, <bdi>王芳</bdi>");
        let many = several(std::iter::repeat_n(&people[1], 21), Locale::Zh).unwrap_or_default();
        assert!(shown(many).ends_with("<bdi>王芳</bdi>，另有 1 人"));
        assert_eq!(several([], Locale::Zh), None);
        assert_eq!(shown(with_roles(&people[1], Locale::En)), "<bdi>王芳</bdi>");
        let purchaser = Role::Purchaser.label().get(Locale::Zh);
        assert_eq!(
            shown(names(&ids, &people, Locale::Zh)),
            format!("<bdi>דנה</bdi>、<bdi>王芳</bdi>、{purchaser}、已移除的人")
        );
    }
}
