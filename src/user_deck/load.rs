//! Loading the data together with the user's own deck.

use super::sources::{DataSources, is_same_file};
use crate::checked::{Diagnostic, Faults, SourceFile};
use crate::data;
use crate::deck::Deck;
use crate::deck::Library;
use crate::domain::Key;
use crate::text::Text;
use std::path::Path;

/// Data that were loaded together with the user's own deck.
pub struct LoadedData {
    /// The data of all packs.
    pub dataset: Library,
    /// The user's own deck among them.
    pub user_deck: Option<Key<Deck>>,
    /// What is wrong with that deck, where it had to be left out.
    pub deck_faults: Option<Faults>,
    /// What is wrong with the usual folder of the user's data, where it had to be left out.
    pub data_faults: Option<Faults>,
}

/// Loads the data in force with the user's own deck. Where that deck alone has faults, it is left out: a slip in it must
/// not take everything else away.
///
/// # Errors
/// All faults of all files, where any other file has one.
pub fn load(sources: &DataSources) -> Result<LoadedData, Faults> {
    load_files(sources, || sources.packs_and_deck(), |files| sources.load(files))
}

/// Loads the data in force for somebody who wants to look at them: where the usual folder of the user's own has faults, it is
/// left out, and what is wrong with it is told.
///
/// # Errors
/// All faults of all files, where others have one, or where nothing but that folder is in force.
pub fn load_to_look_at(sources: &DataSources) -> Result<LoadedData, Faults> {
    let faults = match load(sources) {
        Err(faults) if sources.usual_folder.is_some() => faults,
        loaded => return loaded,
    };
    let without = DataSources { usual_folder: None, ..sources.clone() };
    let loaded = load(&without).ok().filter(|loaded| loaded.dataset.areas.keys().next().is_some());
    match loaded {
        Some(loaded) => Ok(LoadedData { data_faults: Some(faults), ..loaded }),
        None => Err(faults),
    }
}

/// Loads the data in force with other texts in place of what some files hold, or of files that do not exist yet.
///
/// # Errors
/// All faults of all files, where any file but the user's own deck has one.
pub fn load_with_texts(
    sources: &DataSources,
    root: &Path,
    texts: &[(&Path, Option<&str>)],
) -> Result<LoadedData, Faults> {
    load_files(sources, || sources.with_texts(root, texts), data::load)
}

fn load_files(
    sources: &DataSources,
    files: impl Fn() -> Vec<SourceFile>,
    load: impl Fn(Vec<SourceFile>) -> Result<Library, Faults>,
) -> Result<LoadedData, Faults> {
    let faults = match load(files()) {
        Ok(dataset) => {
            return Ok(LoadedData {
                user_deck: find_deck(&dataset, sources),
                dataset,
                deck_faults: None,
                data_faults: None,
            });
        }
        Err(faults) => faults,
    };
    if !faults.diagnostics().iter().all(|fault| sources.is_deck_file(&fault.path)) {
        return Err(faults);
    }
    let without_deck = files().into_iter().filter(|file| !sources.is_deck_file(&file.path));
    let dataset = load(without_deck.collect())?;
    Ok(LoadedData { dataset, user_deck: None, deck_faults: Some(faults), data_faults: None })
}

/// Returns a notice that the user's own deck was left out, with its first fault.
#[must_use]
pub fn faults_notice(faults: &Faults) -> Text {
    let Some(fault) = faults.diagnostics().first() else { return Text::new("", "") };
    let (why, place) = (&fault.message, fault.place());
    Text::new(
        format!("自己的演示稿有误，未读入：{}（{place}）", why.zh),
        format!("Your own deck has a fault and is not read: {} ({place})", why.en),
    )
}

/// Loads the data with another text of the deck, or with none. Edits are tried like this before they are written, so
/// that none leaves a deck that can't be read.
pub(super) fn load_edited(sources: &DataSources, path: &Path, text: Option<&str>) -> Result<LoadedData, Text> {
    let refused = |why: &Text| Text::new(format!("未改动：{}", why.zh), format!("Not changed: {}", why.en));
    let refused_at = |fault: &Diagnostic| {
        let (why, place) = (refused(&fault.message), fault.place());
        Text::new(format!("{}（{place}）", why.zh), format!("{} ({place})", why.en))
    };
    let dataset =
        data::load(sources.with_texts(path.parent().unwrap_or(path), &[(path, text)])).map_err(
            |faults| match faults.diagnostics().first() {
                // The edited text was never written, so a line number in it would lead nowhere.
                Some(fault) if is_same_file(&fault.path, path) => refused(&fault.message),
                Some(fault) => refused_at(fault),
                None => Text::new("", ""),
            },
        )?;
    Ok(LoadedData { user_deck: find_deck(&dataset, sources), dataset, deck_faults: None, data_faults: None })
}

/// Finds the first deck of the user's file.
fn find_deck(dataset: &Library, sources: &DataSources) -> Option<Key<Deck>> {
    let is_own = |deck: &Deck| deck.slides.first().is_some_and(|slide| sources.is_deck_file(&slide.origin.path));
    dataset.decks.iter().find(|(_, deck)| is_own(deck)).map(|(key, _)| key)
}
