//! Which files are in force.

use crate::checked::{Faults, SourceFile, string_at};
use crate::data::{self, Builtin, not_a_file, read_folder, read_usual_folder};
use crate::deck::Library;
use itertools::Itertools;
use std::path::{Path, PathBuf};

/// Where data come from.
#[derive(Clone, Debug, Default)]
pub struct DataSources {
    /// The packs that are compiled in.
    pub builtin: Builtin,
    /// The folders of further packs, as they were named.
    pub folders: Vec<PathBuf>,
    /// The usual folder of the user's own data, where no folder was named. It need not exist: it is made when something is
    /// first written into it.
    pub usual_folder: Option<PathBuf>,
    /// The file of the user's own deck, whether or not it exists; `None` where no place for it is known.
    pub deck_file: Option<PathBuf>,
    /// The folder in which the library of large data is kept, so that they are not checked at each start; `None` where no place
    /// for it is known.
    pub kept_in: Option<PathBuf>,
}

impl DataSources {
    /// Reads the files of all packs. A pack in a folder replaces the built-in one with the same id, so that a copy can
    /// be edited and checked.
    #[must_use]
    pub fn packs(&self) -> Vec<SourceFile> {
        let same = |folder: &&PathBuf| folder.canonicalize().unwrap_or_else(|_| (*folder).clone());
        let folders = self.folders.iter().unique_by(same);
        let mut read: Vec<SourceFile> = folders.flat_map(|folder| read_folder(folder)).collect();
        read.extend(self.usual_folder.iter().flat_map(|folder| read_usual_folder(folder)));
        if read.is_empty() {
            return data::builtin(self.builtin);
        }
        let replaced: Vec<String> = read.iter().filter_map(pack_id).collect();
        let mut files = data::builtin(self.builtin);
        let is_replaced = |file: &&SourceFile| pack_id(file).is_some_and(|id| replaced.contains(&id));
        let roots: Vec<PathBuf> = files.iter().filter(is_replaced).map(|file| file.root.clone()).collect();
        files.retain(|file| !roots.contains(&file.root));
        files.extend(read.into_iter().map(|file| self.with_author(file)));
        files
    }

    /// Loads files of these sources, or takes the library of large data that was kept when they were loaded before.
    ///
    /// # Errors
    /// All faults of all files.
    pub fn load(&self, files: Vec<SourceFile>) -> Result<Library, Faults> {
        data::load_kept(files, self.kept_in.as_deref())
    }

    /// Returns a file with its author, wherever the user's own deck stands.
    fn with_author(&self, file: SourceFile) -> SourceFile {
        if self.is_deck_file(&file.path) { file.of_own_deck() } else { file }
    }

    /// Returns the folder that the program writes figures into: the last of those in force.
    #[must_use]
    pub fn written_folder(&self) -> Option<&Path> {
        self.folders.last().or(self.usual_folder.as_ref()).map(PathBuf::as_path)
    }

    /// Whether only what is compiled in is in force.
    #[must_use]
    pub fn are_builtin_alone(&self) -> bool {
        let holds_nothing = |folder: &PathBuf| read_usual_folder(folder).is_empty();
        self.folders.is_empty() && self.usual_folder.as_ref().is_none_or(holds_nothing)
    }

    /// Returns the same sources for somebody who adds to them: an empty folder is where one begins.
    #[must_use]
    pub fn for_adding(&self) -> Self {
        let mut sources = self.clone();
        if sources.folders.last().is_some_and(|folder| is_empty(folder)) {
            sources.usual_folder = sources.folders.pop();
        }
        sources
    }

    /// Reads the files of all packs, and the user's own deck where there is one.
    #[must_use]
    pub fn packs_and_deck(&self) -> Vec<SourceFile> {
        let mut files = self.packs();
        // A missing file is no fault. One that can't be read is, such as a folder of that name.
        if let Some(path) = self.deck_file.as_ref().filter(|path| path.exists())
            // A folder that was named may hold it already.
            && !files.iter().any(|file| is_same_file(&file.path, path))
        {
            if path.is_dir() {
                files.push(not_a_file(path));
            } else {
                files.extend(read_folder(path).into_iter().map(SourceFile::of_own_deck));
            }
        }
        files
    }

    /// Reads all files, with other texts in place of what some of them hold; `None` stands for no such file. New files belong
    /// to the folder `root`. Each stands where it would be read: the order of the files is that of cities and indicators.
    #[must_use]
    pub fn with_texts(&self, root: &Path, texts: &[(&Path, Option<&str>)]) -> Vec<SourceFile> {
        let mut files = self.packs_and_deck();
        for (path, text) in texts {
            let index = files.iter().position(|file| is_same_file(&file.path, path));
            let (place, root, shown) = match index {
                Some(index) => {
                    let file = files.remove(index);
                    (index, file.root, file.path)
                }
                None => (place_of_new(&files, root, path), root.to_owned(), (*path).to_owned()),
            };
            if let Some(text) = text {
                files.insert(place, self.with_author(SourceFile::new(root, shown, text.as_bytes().to_vec())));
            }
        }
        // A folder that is told to hold nothing has just been given something.
        files.retain(|file| file.path != root || file.bytes().is_some());
        files
    }

    /// Returns whether a path leads to the file of the user's own deck.
    #[must_use]
    pub fn is_deck_file(&self, path: &Path) -> bool {
        self.deck_file.as_ref().is_some_and(|deck| is_same_file(path, deck))
    }
}

/// Returns where a new file of a folder stands among all files: those of a folder are in the order of their paths.
fn place_of_new(files: &[SourceFile], root: &Path, path: &Path) -> usize {
    let is_beside = |file: &SourceFile| file.root == root;
    let before = files.iter().rposition(|file| is_beside(file) && file.path.as_path() < path).map(|last| last + 1);
    before.or_else(|| files.iter().position(is_beside)).unwrap_or(files.len())
}

/// Returns whether a folder is there and holds nothing at all.
fn is_empty(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|mut entries| entries.next().is_none())
}

/// Returns whether two paths lead to one file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

/// Finds the id under a file's `[pack]`, whatever faults the rest may have.
fn pack_id(file: &SourceFile) -> Option<String> {
    let text = std::str::from_utf8(file.bytes()?).ok()?;
    // Most files have no pack, and need not be parsed for it.
    text.contains("pack").then(|| string_at(text, ["pack", "id"])).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_known_by_its_id_though_the_rest_has_faults() {
        let id = |text: &'static str| pack_id(&SourceFile::new("data", "pack.toml", text.as_bytes()));
        assert_eq!(id("[pack]\nname = 1\nid = \"reports\"\n[[theme"), Some("reports".to_owned()));
        for written in [
            "[pack] # ours\nid = \"reports\"",
            "[ pack ]\nid = 'reports'",
            "pack = { id = \"reports\" }",
            "pack.id = \"reports\"",
        ] {
            assert_eq!(id(written), Some("reports".to_owned()), "{written}");
        }
        assert_eq!(id("[[theme]]\nid = \"reports\"\n"), None);
        assert_eq!(id("a = \"\"\"\n[pack]\nid = \"reports\"\n\"\"\""), None);
        assert_eq!(id(""), None);
    }
}
