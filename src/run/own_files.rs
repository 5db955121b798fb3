//! What the user's own files hold, so that the same is not read twice.

use cppcc::checked::{Content, Diagnostic, Faults};
use cppcc::text::{Phrase, Text};
use cppcc::user_deck::DataSources;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// Stands for what all files that are not compiled in hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnFiles(u64);

impl OwnFiles {
    /// Reads what the files hold now.
    pub fn now(sources: &DataSources) -> Self {
        let mut hasher = DefaultHasher::new();
        for file in sources.packs_and_deck().iter().filter(|file| !cppcc::data::is_compiled_in(&file.path)) {
            file.path.hash(&mut hasher);
            match &file.content {
                Content::Unreadable(why) => why.hash(&mut hasher),
                _ => file.bytes().hash(&mut hasher),
            }
        }
        Self(hasher.finish())
    }
}

/// Returns the folders and files in which the user's own files stand or will stand.
pub fn places(sources: &DataSources) -> Vec<PathBuf> {
    let deck = sources.deck_file.as_ref().and_then(|deck| deck.parent()).map(PathBuf::from);
    let folders = sources.folders.iter().chain(&sources.usual_folder);
    // Of a file its folder is watched: an editor puts a new file in its place.
    let folder = |place: &PathBuf| {
        let parent = place.parent().filter(|_| place.is_file());
        parent.map_or_else(|| place.clone(), PathBuf::from)
    };
    let folders = folders.map(folder).chain(deck);
    let absolute = |place: PathBuf| std::path::absolute(&place).unwrap_or(place);
    folders.map(absolute).collect()
}

/// Says the first fault in one line, its place before it, and how many there are: the data are not taken.
pub fn faults_in_short(faults: &Faults) -> Text {
    in_short(faults, Phrase { zh: "仍显示原有的", en: "what was there is still shown" })
}

/// Says the first fault of the user's own data, which are left out.
pub fn left_out(faults: &Faults) -> Text {
    in_short(faults, Phrase { zh: "自己的数据未读入", en: "your own data are left out" })
}

/// Says the first fault of a setting, which is not followed.
pub fn not_followed(faults: &Faults) -> Text {
    in_short(faults, Phrase { zh: "此项设置未采用", en: "this setting is not followed" })
}

fn in_short(faults: &Faults, so: Phrase) -> Text {
    let Some(first) = faults.diagnostics().first() else { return Text::new("", "") };
    let (count, place, message) = (faults.diagnostics().len(), place_in_short(first), &first.message);
    let (zh, en) = match count {
        1 => (String::new(), String::new()),
        _ => (format!("共 {count} 处错误，"), format!("{count} faults; ")),
    };
    Text::new(format!("{place} {}（{zh}{}）", message.zh, so.zh), format!("{place} {} ({en}{})", message.en, so.en))
}

/// Returns the place of a fault by the last folder, the file, the line and the column: the folders above have no room.
fn place_in_short(fault: &Diagnostic) -> String {
    let parts: Vec<_> = fault.path.components().collect();
    let last: PathBuf = parts.iter().skip(parts.len().saturating_sub(2)).collect();
    match fault.position {
        Some(position) => format!("{}:{position}", last.display()),
        None => last.display().to_string(),
    }
}
