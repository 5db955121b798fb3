//! A home with the made-up pack of `tests/data/good`, and pages for its articles.

use super::program::program;
use cppcc::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A home whose usual folder of data holds the made-up pack.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// Makes the home in a temporary folder.
    pub fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        copy(Path::new("tests/data/good"), &home.data());
        // Its slides are too full for a check, on purpose.
        fs::remove_file(home.data().join("deck.toml")).unwrap();
        home
    }

    /// Returns the folder of the data.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("cppcc/data")
    }

    /// Returns a path beside the data.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the data, and returns its path.
    pub fn page(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    /// Returns the program with this home and without built-in data.
    pub fn program(&self, lang: Lang) -> Command {
        let mut command = program(lang);
        command.env("XDG_DATA_HOME", self.folder.path()).args(["--builtin", "none"]);
        command
    }

    /// Returns every file below the data with what it holds, sorted by path.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        gather(&self.data(), &mut files);
        files.sort();
        files
    }
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), files);
        } else if entry.file_type().unwrap().is_file() {
            files.push((entry.path(), fs::read(entry.path()).unwrap()));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns the text of the article `donghu-2024-briefing`: each phrase of its figures stands at the paragraph that the data name.
pub fn briefing() -> Vec<String> {
    let mut paragraphs: Vec<String> = (1..=28)
        .map(|number| format!("这一段讲的是另一件事，编号{}，与数字无关。", "甲乙丙丁".repeat(number % 5 + 1)))
        .collect();
    for (number, text) in [
        (1, "东湖市政协举行新闻发布会"),
        (3, "全市建成“1+10”体系，委员都在其中。"),
        (6, "今年以来，履职临时党支部16个，新设支部约三个，都开展了活动。"),
        (9, "市政协今年累计督导163次。各区都有安排。"),
        (10, "其中春季督导60余次，秋季还要继续。"),
        (27, "客户端用户近1.4万人，人数还在增长。"),
    ] {
        text.clone_into(&mut paragraphs[number - 1]);
    }
    paragraphs
}
