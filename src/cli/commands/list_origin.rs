//! `cppcc list --origin`: which pack and file each entry comes from, and what it overrides.

use crate::cli::options::{Global, ListOptions};
use crate::cli::stream::{Failure, print, report_columns_left_out};
use crate::data::{EntryKind, EntryPlace, Origins};
use crate::deck::Library;
use crate::export::{ListSubject, ListedOrigin, list_origins};
use crate::text::{Phrase, Text, visible_path};
use itertools::Itertools;

const NO_ENTRIES: Phrase = Phrase {
    zh: "分组写在设置中，不在数据里：cppcc list groups",
    en: "groups stand in the settings and not in the data: cppcc list groups",
};

/// Lists the origins of all entries of one kind.
pub(in crate::cli) fn run(library: &Library, options: &ListOptions, global: &Global) -> Result<(), Failure> {
    let Some((kind, named)) = entries(library, options.what) else { return Err(Failure::Nothing(NO_ENTRIES)) };
    let origins = Origins::of(global.sources().packs_and_deck());
    let listed = named.into_iter().filter_map(|(id, name)| {
        let origin = origins.get(kind, &id)?;
        let overrides = origin.overrides.iter().map(|place| format!("{} {}", place.pack, shown(place))).join("; ");
        let overrides = (!overrides.is_empty()).then_some(overrides);
        Some(ListedOrigin { id, name, pack: origin.place.pack.clone(), place: shown(&origin.place), overrides })
    });
    let style = global.look();
    let written = list_origins(&listed.collect_vec(), options.format, &style)?;
    print(&written.text)?;
    report_columns_left_out(&written, &style);
    Ok(())
}

fn shown(place: &EntryPlace) -> String {
    format!("{}:{}", visible_path(&place.path), place.line)
}

/// Returns the ids and names of all entries of a kind; `None` for what is no entry.
fn entries(library: &Library, subject: ListSubject) -> Option<(EntryKind, Vec<(String, Text)>)> {
    let title = |title: &str| Text::new(title, title);
    Some(match subject {
        ListSubject::Areas => {
            (EntryKind::Area, library.areas.iter().map(|(_, it)| (it.id.clone(), it.name.clone())).collect())
        }
        ListSubject::Themes => {
            (EntryKind::Theme, library.themes.iter().map(|(_, it)| (it.id.clone(), it.name.clone())).collect())
        }
        ListSubject::Indicators => {
            (EntryKind::Indicator, library.indicators.iter().map(|(_, it)| (it.id.clone(), it.name.clone())).collect())
        }
        ListSubject::Articles => {
            (EntryKind::Article, library.articles.iter().map(|(_, it)| (it.id.clone(), title(&it.title))).collect())
        }
        ListSubject::Initiatives => (
            EntryKind::Initiative,
            library.initiatives.iter().map(|(_, it)| (it.id.clone(), it.name.clone())).collect(),
        ),
        ListSubject::Figures => {
            let figures = library.observations.iter();
            (EntryKind::Observation, figures.map(|(_, it)| (it.id.clone(), title(&it.source.printed))).collect())
        }
        ListSubject::Decks => {
            (EntryKind::Deck, library.decks.iter().map(|(_, it)| (it.id.clone(), it.name.clone())).collect())
        }
        ListSubject::Groups => return None,
    })
}
