//! What things are called, so that a name in place of an id can be told the id.

use crate::checked::TomlTable;
use crate::search::in_pinyin;

/// The keys of an entry that name it.
const NAMES: [&str; 4] = ["name", "short", "title", "committee"];

/// Names in the order of their entries, each with the id.
#[derive(Default)]
pub(super) struct KnownNames(Vec<(String, String)>);

impl KnownNames {
    /// Adds the names of an entry; one that is faulty is none.
    pub fn add(&mut self, table: TomlTable, id: &str) {
        for value in NAMES.iter().filter_map(|key| table.value(key)) {
            let in_languages = || ["zh", "en"].map(|lang| value.inner(lang));
            let all = value.as_str().map_or_else(|| in_languages().to_vec(), |name| vec![Some(name)]);
            self.0.extend(all.into_iter().flatten().map(|name| (name.to_lowercase(), id.to_owned())));
        }
    }

    /// Returns how many names there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the id of the thing with this name: as it is written, as it sounds, by its pinyin, or a part of it that no other
    /// has.
    pub fn id_of(&self, typed: &str) -> Option<&str> {
        let typed = typed.trim().to_lowercase();
        let bare = typed.strip_suffix('市').unwrap_or(&typed);
        if bare.is_empty() {
            return None;
        }
        let first = |fits: &dyn Fn(&str) -> bool| self.0.iter().find(|(name, _)| fits(name)).map(|(_, id)| id.as_str());
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut ids = self.0.iter().filter(|(name, _)| fits(name)).map(|(_, id)| id.as_str());
            let id = ids.next()?;
            ids.all(|other| other == id).then_some(id)
        };
        let is_spelt =
            |name: &str| syllables(name).is_some_and(|read| read.concat() == bare || initials(&read) == bare);
        let sound = syllables(bare);
        // What stands in brackets behind a name tells it from others.
        let head = |name: &str| name.split(['（', '(']).next().is_some_and(|head| head.trim_end() == bare);
        first(&|name| name == typed || name == bare)
            .or_else(|| first(&head))
            .or_else(|| sound.as_ref().and_then(|sound| only(&|name| syllables(name).as_ref() == Some(sound))))
            .or_else(|| bare.is_ascii().then(|| only(&is_spelt)).flatten())
            .or_else(|| if bare.chars().count() > 1 { only(&|name| name.contains(bare)) } else { None })
    }
}

/// Returns how Chinese words are read, a syllable for each character; `None` where they are none.
fn syllables(words: &str) -> Option<Vec<String>> {
    words.chars().map(in_pinyin).collect()
}

fn initials(syllables: &[String]) -> String {
    syllables.iter().filter_map(|syllable| syllable.chars().next()).collect()
}
